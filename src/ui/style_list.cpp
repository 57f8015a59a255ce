// Looks of the list and its cards.
#include "ui/looks.hpp"

namespace finder::ui::looks {

Look list_look(Role role, bool narrow) {
    switch (role) {
        case Role::notice: {
            Look look = text(body, Colour::warn, 16);
            look.ground = Colour::warn_soft;
            look.radius = 10;
            look.pad_x = 16;
            look.pad_top = look.pad_bottom = 12;
            return look;
        }
        case Role::problem: return box(Colour::warn_soft, 10, 16, 12, 16);
        case Role::problem_text: return text(body, Colour::warn);
        case Role::problem_list: return column(6);
        case Role::problem_item: return text(small, Colour::ink, 4);
        case Role::summary: return row(16, 10, 8);
        case Role::count: {
            Look look = text(count, Colour::ink);
            look.margin_right = 6;
            look.grow = narrow;
            return look;
        }
        case Role::range: return text(small, Colour::quiet, 4);
        case Role::chosen: return text(body, Colour::ink, 4);
        case Role::filters_button: return outlined(small_bold, 44);
        case Role::chip: {
            Look look = button(small_bold, Colour::accent, 14, narrow ? 44.f : 34.f, narrow ? 22.f : 17.f);
            look.ground = Colour::soft;
            look.hover_ground = look.held_ground = Colour::accent_tint;
            return look;
        }
        case Role::empty: return text(body, Colour::ink, 16);
        case Role::relax_list: return row(12, 10, 10);
        case Role::relax: return outlined(bold, 44);
        case Role::also: return text(small_heading, Colour::ink, 26);
        case Role::also_note: return text(body, Colour::quiet, 4);
        case Role::pages: return row(20, 14, 10);
        case Role::page_link: return outlined(bold, 44);
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
            Look look = box(Colour::card, 12, narrow ? 16.f : 22.f, narrow ? 16.f : 20.f);
            look.edge = Colour::line;
            look.edge_width = 1;
            look.shadow = true;
            if (narrow) look.pad_top = 6;   // the title is a target of 44
            return look;
        }
        case Role::card_title: return column();
        case Role::card_link: {
            Look look = text(heading, Colour::ink);
            look.hover_underlined = true;
            look.pad_top = look.pad_bottom = narrow ? 10.f : 0.f;   // a target of 44
            return look;
        }
        case Role::card_org: return text(body, Colour::quiet, narrow ? -6.f : 4.f);
        case Role::card_facts: return text(body, Colour::quiet, 6);
        case Role::card_alert: return text(small, Colour::warn, 14);
        case Role::marks: return row(12, 18, 6);
        case Role::mark_offered:
        case Role::mark_not_offered: {
            Look look = text(body, Colour::ink);
            look.flow = Flow::mark;
            return look;
        }
        case Role::mark_ask: {
            Look look = text(body, Colour::warn);
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
            Look look = text(small, Colour::quiet, 14);
            look.pad_top = 13;
            look.rule_above = true;
            return look;
        }
    }
}

}  // namespace finder::ui::looks
