// Looks of a program's page, of other pages, and of the footer.
#include "ui/looks.hpp"

namespace finder::ui::looks {

Look page_look(Role role, bool narrow) {
    switch (role) {
        case Role::back: {
            Look look = link(body, Colour::accent);
            look.min_height = 56;
            return look;
        }
        case Role::detail: return flow(Flow::detail, 4);
        case Role::page_title: return text(title(narrow), Colour::ink);
        case Role::page_org: return text(body, Colour::quiet, 6);
        case Role::section_title: return text(heading, Colour::ink, 28);
        case Role::glance: return column(8, 10);
        case Role::glance_row: return flow(Flow::term_row);
        case Role::glance_term: return text(body, Colour::quiet);
        case Role::glance_value: return text(body, Colour::ink);
        case Role::marks_columns: {
            Look look = flow(Flow::columns, 10);
            look.gap_y = 8;
            return look;
        }
        case Role::prose: {
            Look look = text(body, Colour::ink, 12);
            look.max_width = prose_width;
            return look;
        }
        case Role::bullets: return column(8, 6);
        case Role::bullet: {
            Look look = text(body, Colour::ink);
            look.max_width = prose_width;
            look.indent = 20;
            return look;
        }
        case Role::section_source: return text(small, Colour::quiet, 8);
        case Role::source_list: return column(4);
        case Role::source_item: return column(10);
        case Role::source_link: {
            Look look = link(body, Colour::accent);
            look.min_height = narrow ? 44.f : 24.f;
            return look;
        }
        case Role::source_name: return text(body, Colour::ink);
        case Role::source_about: return text(small, Colour::quiet, 2);
        case Role::contact: {
            Look look = box(Colour::soft, 12, 20, 20, narrow ? 20.f : 0.f);
            look.stretches = true;
            return look;
        }
        case Role::detail_facts: return column(28);
        case Role::contact_title: return text(heading, Colour::ink);
        case Role::phone_note: return text(small, Colour::quiet, 6);
        case Role::footer: {
            Look look = band(24, 48);
            look.margin_top = 48;
            look.rule_above = true;
            return look;
        }
        case Role::footer_text: case Role::footer_screen: return text(small, Colour::quiet, 6);
        default: return column();   // detail_text
    }
}

}  // namespace finder::ui::looks
