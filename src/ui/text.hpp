// Text as the browser would set it: measured, wrapped and drawn with glyphs of a GlyphSource.
// All sizes are nominal css px; one density turns them into device px.
#pragma once
#include "imgui.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finder::ui {

// heading: weight 600, letter-spacing -0.01em. on_dark: browsers give light letters about 8 % more ink; the same widths.
enum class Face : std::uint8_t { regular, semibold, heading, regular_on_dark, semibold_on_dark, heading_on_dark };
inline constexpr int face_count = 6;
constexpr Face on_dark(Face face) { return face < Face::regular_on_dark ? static_cast<Face>(static_cast<int>(face) + 3) : face; }

struct GlyphBox { int left, top, width, height; };   // device px from the pen on the baseline, of one phase

// Where letters come from: the browser's fonts, or plain boxes in native tests. `px` is the size in device px.
struct GlyphSource {
    void (*line_metrics)(float px, int weight, float& ascent, float& descent);   // rounded to whole px
    float (*advance)(std::uint32_t code_point, float px, int weight);
    float (*pair_advance)(std::uint32_t first, std::uint32_t second, float px, int weight);   // with kerning
    // Draws `phases` copies, each shifted by 1/phases px, one under the other, as 8-bit coverage. False: nothing to draw.
    bool (*rasterise)(std::uint32_t code_point, float px, int weight, bool on_dark, int phases, GlyphBox& box, unsigned char* coverage, int capacity);
};

struct TextStyle {
    Face face = Face::regular;
    float size = 17;     // font size
    float line = 24.65f; // line height
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// Adds one ImFont a face to the atlas of the current ImGui context. `source` must outlive it.
void add_fonts(ImFontAtlas* atlas, const GlyphSource& source);
void drop_fonts(void* user_data);        // the atlas's UserData, after the context is gone
void set_density(float density);   // of the current context; forgets kerning when it changes

// Each frame: ImGui drops letters of sizes that the last two frames lacked, but a frame here is a strip of the page.
void keep_letters();

// Whether it can be drawn letter by letter; see can_paint().
bool can_draw(std::string_view utf8);
float text_width(const TextStyle& style, std::string_view utf8);
// Bytes of `utf8` that make up its first line in `width`; breaks where CSS would.
std::size_t line_end(const TextStyle& style, std::string_view utf8, float width);
// From the top of a line box to its baseline, where Chromium puts it.
float baseline(const TextStyle& style);
// `x` and `y` (of the baseline) are device px of the document.
void draw_text(ImDrawList* list, const TextStyle& style, float x, float y, ImU32 colour, std::string_view utf8);

}  // namespace finder::ui
