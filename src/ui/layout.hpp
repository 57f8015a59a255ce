// Where everything of a View is, and what there is to paint. Made anew when the View or the Viewport changed,
// never per frame.
#pragma once
#include "ui/geometry.hpp"
#include "ui/style.hpp"
#include "ui/text.hpp"
#include "view/view.hpp"

#include <string>
#include <vector>

namespace finder::ui {

struct Line {
    std::string text;
    float width = 0;
    friend bool operator==(const Line&, const Line&) = default;
};

// The place of one node. A container without a look of its own (a list, a header) is not placed:
// its children are placed in the nearest ancestor that is.
struct Box {
    bool placed = false;
    Rect rect;                      // in the document
    float text_x = 0, text_y = 0;   // top left of the first line, from rect's top left
    TextStyle style;
    std::vector<Line> lines;
};

// A sign is a letter that is a picture (the ? of "not stated"): the document says it in words.
enum class Shape : std::uint8_t { fill, border, shadow, rule, tick, cross, magnifier, text, sign };
// standing, toggled: a box as it is, and as it will be once it was pressed.
enum class When : std::uint8_t { always, hovered, held, standing, toggled };

struct PaintItem {
    Shape shape = Shape::fill;
    When when = When::always;
    ImU32 colour = 0;
    Rect rect;                // text, sign: the line box
    float radius = 0;         // corners
    float thickness = 0;      // border, tick, cross, rule
    std::uint32_t node = 0;   // place in View::nodes of what it belongs to
    TextStyle style;          // text
    std::string text;         // one line
};

// A screen area, an ImGui child window: crisis, header, filters, main, footer.
struct Area { std::uint32_t node = 0; Rect rect; };

struct Layout {
    Viewport viewport;
    float height = 0;               // nominal px
    std::vector<Box> boxes;         // one a node
    ImU32 ground = 0;               // under everything, opaque
    std::vector<PaintItem> items;   // in painting order
    std::vector<Area> areas;        // top to bottom
};

// Whether letters drawn one by one, from left to right, show every text as it is written. Arabic and Hindi letters
// change with their neighbours, Hebrew runs the other way, accents may be letters of their own, emoji have colours.
bool can_paint(const view::View& view);

// Needs a current ImGui context with add_fonts() done, for measuring.
Layout lay_out(const view::View& view, const Viewport& viewport);

}  // namespace finder::ui
