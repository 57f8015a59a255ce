// Looks of what stands around the list: help now, header, filters.
#include "ui/looks.hpp"

namespace finder::ui::looks {

Look crisis_look(Role role, bool narrow) {
    switch (role) {
        case Role::crisis: {
            Look look = row(0, narrow ? 10.f : 24.f, narrow ? 0.f : 8.f);
            look.ground = Colour::crisis;
            look.pad_top = look.pad_bottom = narrow ? 4.f : 8.f;
            return look;
        }
        case Role::crisis_text: return text({Face::regular, 15, 21.75f}, Colour::on_crisis);
        case Role::crisis_link: {
            Look look = link({Face::semibold, 15, 21.75f}, Colour::on_crisis);
            look.min_height = narrow ? 44.f : 36.f;
            return look;
        }
        default: {   // leave
            Look look = button({Face::semibold, 15, 21.75f}, Colour::on_crisis, narrow ? 12.f : 14.f, narrow ? 44.f : 36.f, 8);
            look.edge = Colour::crisis_edge;
            look.edge_width = 1.5f;
            look.hover_ground = Colour::crisis_hover;
            look.held_ground = Colour::crisis_held;
            look.push_right = true;
            return look;
        }
    }
}

Look header_look(Role role, bool narrow) {
    switch (role) {
        case Role::header: return band(narrow ? 16.f : 28.f, narrow ? 8.f : 16.f);
        case Role::title_row: return row(0, 24, narrow ? 4.f : 12.f);
        case Role::title: return text(title(narrow), Colour::ink);
        case Role::nav: {
            Look look = row(0, 20, 0);
            look.push_right = !narrow;
            return look;
        }
        case Role::nav_link: {
            Look look = link(small, Colour::accent);
            look.min_height = narrow ? 44.f : 36.f;
            return look;
        }
        case Role::tools: return row(0, 4, 4);
        case Role::tool: {
            Look look = button(small, Colour::quiet, 12, narrow ? 44.f : 36.f, 8);
            look.edge = Colour::line_strong;
            look.edge_width = 1;
            look.hover_ground = Colour::soft;
            look.held_ground = Colour::accent_tint;
            return look;
        }
        case Role::display: return box(Colour::soft, 12, 16, narrow ? 8.f : 14.f, narrow ? 8.f : 14.f);
        case Role::choices: return column(narrow ? 8.f : 12.f);
        case Role::choices_legend: return text(legend, Colour::ink);
        case Role::choice_row: return row(2, 8, 0);
        case Role::choice: {
            Look look = flow(Flow::choice);
            look.min_height = narrow ? 44.f : 36.f;
            look.pad_x = 8;
            look.radius = 8;
            look.hover_ground = Colour::card;
            look.held_ground = Colour::accent_tint;
            return look;
        }
        case Role::choice_name: return text(body, Colour::ink);
        case Role::search: return column(narrow ? 8.f : 18.f);
        case Role::field: {
            Look look = flow(Flow::field);
            look.ground = Colour::card;
            look.edge = Colour::line_strong;
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
        case Role::filters_bar: return row(0, 16, 0);
        case Role::sheet_title: {
            Look look = text(heading, Colour::ink);
            look.grow = true;   // pushes "Close" to the right
            return look;
        }
        case Role::filters_title: return text(heading, Colour::ink);
        case Role::filters_note: return text(small, Colour::quiet, 6);
        case Role::facet: return column(22);
        case Role::facet_legend: {
            Look look = text(legend, Colour::ink);
            look.pad_bottom = 6;
            return look;
        }
        case Role::option: {
            Look look = flow(Flow::option, 0);
            look.min_height = narrow ? 44.f : 36.f;
            look.radius = 8;
            look.hover_ground = Colour::soft;
            look.held_ground = Colour::accent_tint;
            return look;
        }
        case Role::option_name: return text(body, Colour::ink);
        case Role::option_none: return text(body, Colour::quiet);
        case Role::option_count: return text(small, Colour::quiet);
        case Role::option_plain: {
            Look look = text(small, Colour::quiet);
            look.pad_bottom = 8;
            look.indent = 32;   // under the name
            return look;
        }
        case Role::facet_tools: return row(0, 16, 0);
        case Role::text_button: {
            Look look = link(small, Colour::accent);
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
        default: return column();   // sheet, main
    }
}

}  // namespace finder::ui::looks
