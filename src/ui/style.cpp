#include "ui/style.hpp"

#include "ui/metrics.hpp"
#include "ui/theme.hpp"

namespace finder::ui {

namespace {

using view::Role;

constexpr const Theme& t = light_theme;

constexpr TextStyle body{Face::regular, 17, 24.65f}, small{Face::regular, 15, 21.75f}, small_bold{Face::semibold, 15, 21.75f}, bold{Face::semibold, 17, 24.65f};
constexpr TextStyle title(bool narrow) { return narrow ? TextStyle{Face::heading, 24, 28.8f} : TextStyle{Face::heading, 28, 33.6f}; }
constexpr TextStyle heading{Face::heading, 20, 24}, small_heading{Face::heading, 17, 20.4f}, count{Face::semibold, 20, 29}, legend{Face::semibold, 16, 23.2f};

Look text(TextStyle style, ImU32 colour, float margin_top = 0) {
    Look look;
    look.flow = Flow::text;
    look.text = style;
    look.colour = colour;
    look.margin_top = margin_top;
    return look;
}

Look link(TextStyle style, ImU32 colour, float margin_top = 0) {
    Look look = text(style, colour, margin_top);
    look.underlined = true;
    return look;
}

Look column(float margin_top = 0, float gap = 0) {
    Look look;
    look.margin_top = margin_top;
    look.gap_y = gap;
    return look;
}

Look row(float margin_top, float gap_x, float gap_y) {
    Look look;
    look.flow = Flow::row;
    look.margin_top = margin_top;
    look.gap_x = gap_x;
    look.gap_y = gap_y;
    return look;
}

Look flow(Flow kind, float margin_top = 0) {
    Look look;
    look.flow = kind;
    look.margin_top = margin_top;
    return look;
}

Look button(TextStyle style, ImU32 colour, float pad_x, float height, float radius) {
    Look look;
    look.flow = Flow::button;
    look.text = style;
    look.colour = colour;
    look.pad_x = pad_x;
    look.min_height = height;
    look.radius = radius;
    return look;
}

Look outlined(TextStyle style, float height, float margin_top = 0) {
    Look look = button(style, t.accent, 18, height, 10);
    look.edge = t.accent;
    look.edge_width = 1.5f;
    look.hover_ground = t.soft;
    look.held_ground = t.accent_tint;
    look.margin_top = margin_top;
    return look;
}

Look filled(float margin_top = 0) {
    Look look = button({Face::semibold_on_dark, 17, 24.65f}, t.on_accent, 18, 44, 10);
    look.ground = look.edge = t.accent;
    look.edge_width = 1.5f;
    look.hover_ground = look.held_ground = t.accent_hover;
    look.margin_top = margin_top;
    return look;
}

Look box(ImU32 ground, float radius, float pad_x, float pad_y, float margin_top = 0) {
    Look look = column(margin_top);
    look.ground = ground;
    look.radius = radius;
    look.pad_x = pad_x;
    look.pad_top = look.pad_bottom = pad_y;
    look.placed = true;
    return look;
}

Look band(float pad_top, float pad_bottom) {
    Look look = column();
    look.pad_top = pad_top;
    look.pad_bottom = pad_bottom;
    return look;
}

Look crisis_look(Role role, bool narrow) {
    switch (role) {
        case Role::crisis: {
            Look look = row(0, narrow ? 10.f : 24.f, narrow ? 0.f : 8.f);
            look.ground = t.crisis;
            look.pad_top = look.pad_bottom = narrow ? 4.f : 8.f;
            return look;
        }
        case Role::crisis_text: return text({Face::regular_on_dark, 15, 21.75f}, t.on_crisis);
        case Role::crisis_link: {
            Look look = link({Face::semibold_on_dark, 15, 21.75f}, t.on_crisis);
            look.min_height = narrow ? 44.f : 36.f;
            return look;
        }
        default: {   // leave
            Look look = button({Face::semibold_on_dark, 15, 21.75f}, t.on_crisis, narrow ? 12.f : 14.f, narrow ? 44.f : 36.f, 8);
            look.edge = rgb(0xFFFFFF, 0x99);
            look.edge_width = 1.5f;
            look.hover_ground = rgb(0xFFFFFF, 0x22);
            look.held_ground = rgb(0xFFFFFF, 0x33);
            look.push_right = true;
            return look;
        }
    }
}

Look header_look(Role role, bool narrow) {
    switch (role) {
        case Role::header: return band(narrow ? 16.f : 28.f, narrow ? 8.f : 16.f);
        case Role::title_row: return row(0, 24, narrow ? 4.f : 12.f);
        case Role::title: return text(title(narrow), t.ink);
        case Role::nav: {
            Look look = row(0, 20, 0);
            look.push_right = !narrow;
            return look;
        }
        case Role::nav_link: {
            Look look = link(small, t.accent);
            look.min_height = narrow ? 44.f : 36.f;
            return look;
        }
        case Role::tools: return row(0, 4, 4);
        case Role::tool: {
            Look look = button(small, t.quiet, 12, narrow ? 44.f : 36.f, 8);
            look.edge = t.line_strong;
            look.edge_width = 1;
            look.hover_ground = t.soft;
            look.held_ground = t.accent_tint;
            return look;
        }
        case Role::search: return column(narrow ? 8.f : 18.f);
        case Role::field: {
            Look look = flow(Flow::field);
            look.ground = t.card;
            look.edge = t.line_strong;
            look.edge_width = 1.5f;
            look.radius = 12;
            look.min_height = 52;
            return look;
        }
        case Role::field_name: return flow(Flow::hidden);
        default: {   // text_input
            Look look = flow(Flow::input);
            look.text = body;
            return look;
        }
    }
}

Look filter_look(Role role, bool narrow) {
    switch (role) {
        case Role::body: {
            Look look = flow(Flow::body);
            look.pad_top = narrow ? 8.f : 12.f;
            return look;
        }
        case Role::filters_title: return text(heading, t.ink);
        case Role::filters_note: return text(small, t.quiet, 6);
        case Role::facet: return column(22);
        case Role::facet_legend: {
            Look look = text(legend, t.ink);
            look.pad_bottom = 6;
            return look;
        }
        case Role::option: {
            Look look = flow(Flow::option, 0);
            look.min_height = narrow ? 44.f : 36.f;
            look.radius = 8;
            look.hover_ground = t.soft;
            look.held_ground = t.accent_tint;
            return look;
        }
        case Role::option_name: return text(body, t.ink);
        case Role::option_none: return text(body, t.quiet);
        case Role::option_count: return text(small, t.quiet);
        case Role::option_plain: {
            Look look = text(small, t.quiet);
            look.pad_bottom = 8;
            look.indent = 32;   // under the name
            return look;
        }
        case Role::facet_tools: return row(0, 16, 0);
        case Role::text_button: {
            Look look = link(small, t.accent);
            look.min_height = narrow ? 44.f : 32.f;
            return look;
        }
        case Role::sheet_done: {
            Look look = flow(Flow::fixed, 24);
            look.min_height = 48;
            return look;
        }
        case Role::filters: {
            Look look = column();
            look.placed = true;   // its last button stays in sight as long as it does
            look.reach = option_reach;
            return look;
        }
        default: return column();   // main
    }
}

Look list_look(Role role, bool narrow) {
    switch (role) {
        case Role::notice: {
            Look look = text(body, t.warn, 16);
            look.ground = t.warn_soft;
            look.radius = 10;
            look.pad_x = 16;
            look.pad_top = look.pad_bottom = 12;
            return look;
        }
        case Role::problem: return box(t.warn_soft, 10, 16, 12, 16);
        case Role::problem_text: return text(body, t.warn);
        case Role::problem_list: return column(6);
        case Role::problem_item: return text(small, t.ink, 4);
        case Role::summary: return row(16, 10, 8);
        case Role::count: {
            Look look = text(count, t.ink);
            look.margin_right = 6;
            look.grow = narrow;
            return look;
        }
        case Role::filters_button: return outlined(small_bold, 44);
        case Role::chip: {
            Look look = button(small_bold, t.accent, 14, narrow ? 44.f : 34.f, narrow ? 22.f : 17.f);
            look.ground = t.soft;
            look.hover_ground = look.held_ground = t.accent_tint;
            return look;
        }
        case Role::empty: return text(body, t.ink, 16);
        case Role::relax_list: return row(12, 10, 10);
        case Role::relax: return outlined(bold, 44);
        case Role::also: return text(small_heading, t.ink, 26);
        case Role::also_note: return text(body, t.quiet, 4);
        default: {   // wide_button
            Look look = outlined(bold, 44, 14);
            look.full_width = narrow;
            return look;
        }
    }
}

Look card_look(Role role, bool narrow) {
    switch (role) {
        case Role::cards: return column(14, 14);
        case Role::card: {
            Look look = box(t.card, 12, narrow ? 16.f : 22.f, narrow ? 16.f : 20.f);
            look.edge = t.line;
            look.edge_width = 1;
            look.shadow = true;
            if (narrow) look.pad_top = 6;   // the title is a target of 44
            return look;
        }
        case Role::card_title: return column();
        case Role::card_link: {
            Look look = text(heading, t.ink);
            look.hover_underlined = true;
            look.pad_top = look.pad_bottom = narrow ? 10.f : 0.f;   // a target of 44
            return look;
        }
        case Role::card_org: return text(body, t.quiet, narrow ? -6.f : 4.f);
        case Role::card_facts: return text(body, t.quiet, 6);
        case Role::card_alert: return text(small, t.warn, 14);
        case Role::marks: return row(12, 18, 6);
        case Role::mark_offered:
        case Role::mark_not_offered: {
            Look look = text(body, t.ink);
            look.flow = Flow::mark;
            return look;
        }
        case Role::mark_ask: {
            Look look = text(body, t.warn);
            look.flow = Flow::mark;
            return look;
        }
        case Role::actions: return row(16, 10, 10);
        case Role::call: {
            Look look = filled(12);
            look.own_line = narrow;
            return look;
        }
        case Role::button_link: {
            Look look = outlined(bold, 44, 10);
            look.grow = narrow;
            return look;
        }
        default: {   // card_source
            Look look = text(small, t.quiet, 14);
            look.pad_top = 13;
            look.rule_above = true;
            return look;
        }
    }
}

Look page_look(Role role, bool narrow) {
    switch (role) {
        case Role::back: {
            Look look = link(body, t.accent);
            look.min_height = 56;
            return look;
        }
        case Role::detail: return flow(Flow::detail, 4);
        case Role::page_title: return text(title(narrow), t.ink);
        case Role::page_org: return text(body, t.quiet, 6);
        case Role::section_title: return text(heading, t.ink, 28);
        case Role::glance: return column(8, 10);
        case Role::glance_row: return flow(Flow::term_row);
        case Role::glance_term: return text(body, t.quiet);
        case Role::glance_value: return text(body, t.ink);
        case Role::marks_columns: {
            Look look = flow(Flow::columns, 10);
            look.gap_y = 8;
            return look;
        }
        case Role::prose: {
            Look look = text(body, t.ink, 12);
            look.max_width = prose_width;
            return look;
        }
        case Role::bullets: return column(8, 6);
        case Role::bullet: {
            Look look = text(body, t.ink);
            look.max_width = prose_width;
            look.indent = 20;
            return look;
        }
        case Role::section_source: return text(small, t.quiet, 8);
        case Role::source_list: return column(4);
        case Role::source_item: return column(10);
        case Role::source_link: {
            Look look = link(body, t.accent);
            look.min_height = narrow ? 44.f : 24.f;
            return look;
        }
        case Role::source_name: return text(body, t.ink);
        case Role::source_about: return text(small, t.quiet, 2);
        case Role::contact: {
            Look look = box(t.soft, 12, 20, 20, narrow ? 20.f : 0.f);
            look.stretches = true;
            return look;
        }
        case Role::contact_title: return text(heading, t.ink);
        case Role::phone_note: return text(small, t.quiet, 6);
        case Role::footer: {
            Look look = band(24, 48);
            look.margin_top = 48;
            look.rule_above = true;
            return look;
        }
        case Role::footer_text: return text(small, t.quiet, 6);
        default: return column();   // detail_text
    }
}

}  // namespace

Look look_of(Role role, bool narrow) {
    if (role == Role::skip) return flow(Flow::hidden);   // the browser paints it, when it has focus
    if (role <= Role::leave) return crisis_look(role, narrow);
    if (role <= Role::text_input) return header_look(role, narrow);
    if (role <= Role::main) return filter_look(role, narrow);
    if (role <= Role::relax || role == Role::also || role == Role::also_note || role == Role::wide_button) return list_look(role, narrow);
    if (role <= Role::card_source) return card_look(role, narrow);
    return page_look(role, narrow);
}

bool is_control(Role role) {
    switch (role) {
        case Role::skip:
        case Role::crisis_link:
        case Role::leave:
        case Role::nav_link:
        case Role::tool:
        case Role::text_input:
        case Role::option:
        case Role::text_button:
        case Role::sheet_done:
        case Role::filters_button:
        case Role::chip:
        case Role::relax:
        case Role::card_link:
        case Role::call:
        case Role::button_link:
        case Role::wide_button:
        case Role::back:
        case Role::source_link: return true;
        default: return false;
    }
}

}  // namespace finder::ui
