// Draws PaintItems into an ImDrawList, in device px of the document.
#pragma once
#include "ui/layout.hpp"

#include <cstdint>

namespace finder::ui {

// What the pointer is doing, and what was pressed and has not been answered yet; by node, 0 for nothing.
struct Touch { std::uint32_t hovered = 0, held = 0, pressed = 0; };

// From where to where down the page.
struct Span {
    float top = 0, bottom = 0;
    bool meets(const Span& other) const { return top < other.bottom && bottom > other.top; }
};

// Where `item` may leave ink, nominal px.
Span span_of(const PaintItem& item);

// Whether `item` shows just now.
bool is_due(const PaintItem& item, const Touch& touch);

// `density`: device px per nominal px.
void draw(ImDrawList* list, const PaintItem& item, float density);

// A hash of what each item looks like starts from how the page is scaled.
std::uint64_t start_hash(const Viewport& viewport, ImU32 ground);
// Changes whenever the picture of `item` changes.
std::uint64_t mix_hash(std::uint64_t hash, const PaintItem& item);

}  // namespace finder::ui
