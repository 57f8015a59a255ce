#include "app/glyphs.hpp"

#include <emscripten.h>

// Module.glyphCanvas is web/glyph_canvas.js: a 2D canvas set up for a size and a weight; its advance() measures.

// Reads fontBoundingBox at the device size: the browser rounds ascent and descent to whole DEVICE pixels.
EM_JS(void, glyph_line_metrics, (float px, int weight, float* ascent, float* descent), {
    const metrics = Module.glyphCanvas(px, weight).measureText('Hg');
    HEAPF32[ascent >> 2] = Math.round(metrics.fontBoundingBoxAscent);
    HEAPF32[descent >> 2] = Math.round(metrics.fontBoundingBoxDescent);
});
EM_JS(float, glyph_advance, (uint32_t code_point, float px, int weight), {
    return Module.glyphCanvas.advance(px, weight, String.fromCodePoint(code_point));
});
// The document has ligatures off, because letters are painted one by one; a canvas cannot, but for a non-joiner.
EM_JS(float, glyph_pair_advance, (uint32_t first, uint32_t second, float px, int weight), {
    const joint = first === 0x66 ? '\u200C' : "";   // only f has them in Latin
    return Module.glyphCanvas.advance(px, weight, String.fromCodePoint(first) + joint + String.fromCodePoint(second));
});
// Draws all phases, reads back once. box: left, top (from the pen on the baseline), width, height of one phase.
EM_JS(int, glyph_rasterise, (uint32_t code_point, float px, int weight, int on_dark, int phases, int* box, unsigned char* coverage, int capacity), {
    const letter = String.fromCodePoint(code_point);
    const metrics = Module.glyphCanvas(px, weight).measureText(letter);
    const left = Math.ceil(metrics.actualBoundingBoxLeft) + 1;
    const top = Math.ceil(metrics.actualBoundingBoxAscent) + 1;
    const width = left + Math.ceil(metrics.actualBoundingBoxRight) + 2;
    const height = top + Math.ceil(metrics.actualBoundingBoxDescent) + 1;
    if (!(width > 0 && height > 0 && width * height * phases <= capacity)) return 0;
    const canvas = Module.glyphCanvas(px, weight, width, height * phases);
    // Skia gives white letters more ink than dark ones, so each is drawn as it will be seen.
    canvas.fillStyle = on_dark ? '#fff' : '#1C2321';
    canvas.clearRect(0, 0, width, height * phases);
    for (let phase = 0; phase < phases; phase++) canvas.fillText(letter, left + phase / phases, top + phase * height);
    const rgba = canvas.getImageData(0, 0, width, height * phases).data;
    for (let i = 0; i < width * height * phases; i++) HEAPU8[coverage + i] = rgba[i * 4 + 3];
    HEAP32.set([-left, -top, width, height], box >> 2);
    return 1;
});

namespace finder::app {

namespace {

void line_metrics(float px, int weight, float& ascent, float& descent) { glyph_line_metrics(px, weight, &ascent, &descent); }

bool rasterise(std::uint32_t c, float px, int weight, bool on_dark, int phases, ui::GlyphBox& box, unsigned char* coverage, int capacity) {
    int numbers[4] = {};
    if (!glyph_rasterise(c, px, weight, on_dark, phases, numbers, coverage, capacity)) return false;
    box = {numbers[0], numbers[1], numbers[2], numbers[3]};
    return true;
}

}  // namespace

const ui::GlyphSource& glyph_source() {
    static constexpr ui::GlyphSource source{line_metrics, glyph_advance, glyph_pair_advance, rasterise};
    return source;
}

}  // namespace finder::app
