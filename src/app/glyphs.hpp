// The letters of this build: the browser's own fonts (glyphs_browser.cpp), or plain boxes in native tests (glyphs_null.cpp).
#pragma once
#include "ui/text.hpp"

namespace finder::app {

const ui::GlyphSource& glyph_source();

}  // namespace finder::app
