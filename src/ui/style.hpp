// How each role is laid out and painted: one table, the twin of web/page.css. Nominal px.
#pragma once
#include "ui/text.hpp"
#include "ui/theme.hpp"
#include "view/roles.hpp"

#include <cstdint>

namespace finder::ui {

// How a node places what is in it. A small part of what CSS calls block, flex and grid.
enum class Flow : std::uint8_t {
    hidden,    // heard and not seen
    text,      // its text, wrapped
    column,    // children one under the other
    row,       // children side by side, wrapping, centred across
    button,    // its text, centred in a box
    mark,      // a sign in a disc, then its text
    option,    // a check box, a name, a count
    choice,    // a radio button and a name
    field,     // a magnifier and a text input
    input,     // a text input; the browser draws the text
    body,      // filters beside main
    detail,    // text beside contact
    term_row,  // a term beside its value
    columns,   // children in two columns, row by row
    fixed,     // the browser keeps it in sight and paints it; room is left for it
};

struct Look {
    Flow flow = Flow::column;
    TextStyle text;
    Colour colour = Colour::none;
    float margin_top = 0;            // from the sibling above, in a column
    float pad_x = 0, pad_top = 0, pad_bottom = 0;   // inside the border
    float indent = 0;                // at the left only
    float reach = 0;                 // how far its rectangle reaches out of its column, at both sides
    float min_height = 0;
    float gap_x = 0, gap_y = 0;      // between children
    float max_width = 0;             // 0: as wide as there is room
    Colour ground = Colour::none, edge = Colour::none;
    float radius = 0, edge_width = 0;
    bool shadow = false;
    Colour hover_ground = Colour::none, held_ground = Colour::none;
    bool underlined = false, hover_underlined = false;
    bool rule_above = false;         // a thin line over the padding
    // in a row
    bool push_right = false, grow = false, own_line = false;
    float margin_right = 0;
    bool placed = false;             // has a rectangle of its own though it holds children
    bool full_width = false;         // a button that fills a column
    bool stretches = false;          // a column whose buttons are as wide as itself
};

Look look_of(view::Role role, bool narrow);

// Whether a node of this role is an ImGui item that reacts to the pointer.
bool is_control(view::Role role);

}  // namespace finder::ui
