#include "ui/style.hpp"

#include "ui/looks.hpp"

namespace finder::ui {

using view::Role;

Look look_of(Role role, bool narrow) {
    using namespace looks;
    if (role == Role::skip) return flow(Flow::hidden);   // the browser paints it, when it has focus
    if (role <= Role::leave) return crisis_look(role, narrow);
    if (role <= Role::text_input) return header_look(role, narrow);
    if (role <= Role::main) return filter_look(role, narrow);
    if (role <= Role::relax || role == Role::also || role == Role::also_note || role == Role::wide_button || role == Role::pages || role == Role::page_link) return list_look(role, narrow);
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
        case Role::choice:
        case Role::text_button:
        case Role::sheet_done:
        case Role::filters_button:
        case Role::chip:
        case Role::relax:
        case Role::card_link:
        case Role::call:
        case Role::button_link:
        case Role::wide_button:
        case Role::page_link:
        case Role::back:
        case Role::source_link: return true;
        default: return false;
    }
}

}  // namespace finder::ui
