#include "app/glyphs.hpp"

#include <cmath>
#include <cstring>

namespace finder::app {

namespace {

// Widths that differ by letter, so that a layout test means something, and are the same on every machine.
float advance(std::uint32_t c, float px, int weight) {
    const float em = c >= 0x2E80 ? 1.f : c == ' ' || c == 'i' || c == 'l' || c == '.' || c == ',' ? 0.28f : c >= 'A' && c <= 'Z' ? 0.66f : 0.53f;
    return em * px * (weight > 500 ? 1.06f : 1.f);
}

float pair_advance(std::uint32_t first, std::uint32_t second, float px, int weight) { return advance(first, px, weight) + advance(second, px, weight); }

void line_metrics(float px, int, float& ascent, float& descent) {
    ascent = std::round(px * 1.07f);
    descent = std::round(px * 0.29f);
}

bool rasterise(std::uint32_t c, float px, int weight, bool, int phases, ui::GlyphBox& box, unsigned char* coverage, int capacity) {
    const int width = static_cast<int>(advance(c, px, weight)) + 1, height = static_cast<int>(px * 0.7f) + 1;
    if (width * height * phases > capacity) return false;
    box = {0, -height, width, height};
    std::memset(coverage, 255, static_cast<std::size_t>(width * height * phases));
    return true;
}

}  // namespace

const ui::GlyphSource& glyph_source() {
    static constexpr ui::GlyphSource source{line_metrics, advance, pair_advance, rasterise};
    return source;
}

}  // namespace finder::app
