// What looks are made of: the letters, and the few kinds of boxes. For style*.cpp only.
#pragma once
#include "ui/metrics.hpp"
#include "ui/style.hpp"
#include "ui/theme.hpp"

namespace finder::ui::looks {

using view::Role;

inline constexpr TextStyle body{Face::regular, 17, 24.65f}, small{Face::regular, 15, 21.75f}, small_bold{Face::semibold, 15, 21.75f}, bold{Face::semibold, 17, 24.65f};
constexpr TextStyle title(bool narrow) { return narrow ? TextStyle{Face::heading, 24, 28.8f} : TextStyle{Face::heading, 28, 33.6f}; }
inline constexpr TextStyle heading{Face::heading, 20, 24}, small_heading{Face::heading, 17, 20.4f}, count{Face::semibold, 20, 29}, legend{Face::semibold, 16, 23.2f};

inline Look text(TextStyle style, Colour colour, float margin_top = 0) {
    Look look;
    look.flow = Flow::text;
    look.text = style;
    look.colour = colour;
    look.margin_top = margin_top;
    return look;
}

inline Look link(TextStyle style, Colour colour, float margin_top = 0) {
    Look look = text(style, colour, margin_top);
    look.underlined = true;
    return look;
}

inline Look column(float margin_top = 0, float gap = 0) {
    Look look;
    look.margin_top = margin_top;
    look.gap_y = gap;
    return look;
}

inline Look row(float margin_top, float gap_x, float gap_y) {
    Look look;
    look.flow = Flow::row;
    look.margin_top = margin_top;
    look.gap_x = gap_x;
    look.gap_y = gap_y;
    return look;
}

inline Look flow(Flow kind, float margin_top = 0) {
    Look look;
    look.flow = kind;
    look.margin_top = margin_top;
    return look;
}

inline Look button(TextStyle style, Colour colour, float pad_x, float height, float radius) {
    Look look;
    look.flow = Flow::button;
    look.text = style;
    look.colour = colour;
    look.pad_x = pad_x;
    look.min_height = height;
    look.radius = radius;
    return look;
}

inline Look outlined(TextStyle style, float height, float margin_top = 0) {
    Look look = button(style, Colour::accent, 18, height, 10);
    look.edge = Colour::accent;
    look.edge_width = 1.5f;
    look.hover_ground = Colour::soft;
    look.held_ground = Colour::accent_tint;
    look.margin_top = margin_top;
    return look;
}

inline Look filled(float margin_top = 0) {
    Look look = button({Face::semibold, 17, 24.65f}, Colour::on_accent, 18, 44, 10);
    look.ground = look.edge = Colour::accent;
    look.edge_width = 1.5f;
    look.hover_ground = look.held_ground = Colour::accent_hover;
    look.margin_top = margin_top;
    return look;
}

inline Look box(Colour ground, float radius, float pad_x, float pad_y, float margin_top = 0) {
    Look look = column(margin_top);
    look.ground = ground;
    look.radius = radius;
    look.pad_x = pad_x;
    look.pad_top = look.pad_bottom = pad_y;
    look.placed = true;
    return look;
}

inline Look band(float pad_top, float pad_bottom) {
    Look look = column();
    look.pad_top = pad_top;
    look.pad_bottom = pad_bottom;
    return look;
}

Look crisis_look(Role role, bool narrow);
Look header_look(Role role, bool narrow);
Look filter_look(Role role, bool narrow);
Look list_look(Role role, bool narrow);
Look card_look(Role role, bool narrow);
Look page_look(Role role, bool narrow);

}  // namespace finder::ui::looks
