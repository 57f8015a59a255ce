// What there is to paint of the boxes: grounds, borders, signs and lines of text.
#pragma once
#include "ui/layout.hpp"

namespace finder::ui {

// Fills layout.items from layout.boxes, in painting order.
void decorate(const view::View& view, Layout& layout);

}  // namespace finder::ui
