// What a part of the page is. web/roles.js says which element stands for each, ui/style.cpp how it is
// laid out and painted, web/page.css how it looks in page view; a test holds the four together.
#pragma once
#include <cstdint>
#include <string_view>

//        role                 what it is (element; children)
#define FINDER_ROLES(X) \
    X(crisis)             /* aside, help now: crisis_text, crisis_link ..., leave. Its ground runs from edge to edge. */ \
    X(crisis_text)        /* span */ \
    X(crisis_link)        /* a */ \
    X(leave)              /* a, outlined, at the right */ \
    X(header)             /* header: skip, title_row, search */ \
    X(skip)               /* a, seen only with focus: past the filters */ \
    X(title_row)          /* div: title, nav at the right */ \
    X(title)              /* h1 */ \
    X(nav)                /* nav: nav_link ..., tools */ \
    X(nav_link)           /* a */ \
    X(tools)              /* span: tool ... */ \
    X(tool)               /* button, quiet, 36 high; may be pressed */ \
    X(display)            /* div, tinted box: choices ... What can be chosen of how the page looks. */ \
    X(choices)            /* fieldset: choices_legend, choice_row */ \
    X(choices_legend)     /* legend */ \
    X(choice_row)         /* div: choice ... side by side */ \
    X(choice)             /* label: radio, choice_name */ \
    X(radio)              /* input type=radio */ \
    X(choice_name)        /* span */ \
    X(search)             /* form role=search: field */ \
    X(field)              /* label, a white box with a magnifier: field_name, text_input */ \
    X(field_name)         /* span, heard and not seen */ \
    X(text_input)         /* input type=search; real and visible in both views */ \
    X(body)               /* div: filters, main side by side when wide */ \
    X(sheet)              /* div role=dialog, the whole screen (narrow): crisis, body */ \
    X(filters)            /* aside: filters_bar or filters_title, filters_note, facet ..., sheet_done */ \
    X(filters_bar)        /* div: sheet_title, text_button at the right (sheet only) */ \
    X(sheet_title)        /* h1: nothing else is on the screen */ \
    X(filters_title)      /* h2 */ \
    X(filters_note)       /* p, small */ \
    X(facet)              /* fieldset: facet_legend, (option, option_plain) ..., facet_tools */ \
    X(facet_legend)       /* legend */ \
    X(option)             /* label: checkbox, option_name, option_count */ \
    X(checkbox)           /* input type=checkbox */ \
    X(option_name)        /* span */ \
    X(option_none)        /* span, the name of an option that would leave nothing: quiet */ \
    X(option_count)       /* span, small, at the right */ \
    X(option_plain)       /* p, small: what is this? */ \
    X(facet_tools)        /* div: text_button ... */ \
    X(text_button)        /* button that looks like a small link; may be expanded */ \
    X(sheet_done)         /* button, filled, full width: leaves the filter sheet (narrow) */ \
    X(main)               /* main */ \
    X(notice)             /* p, warning box */ \
    X(problem)            /* div role=alert, warning box: problem_text, problem_item ... */ \
    X(problem_text)       /* p */ \
    X(problem_list)       /* ul: problem_item ... */ \
    X(problem_item)       /* li, small */ \
    X(summary)            /* div: count, filters_button, chip ..., text_button */ \
    X(count)              /* h2, 20 px */ \
    X(range)              /* p, small, quiet: which programs this page of the list holds */ \
    X(chosen)             /* p: what was chosen, in words; on paper only, where the screen has chips */ \
    X(filters_button)     /* button, outlined, small text (narrow only) */ \
    X(chip)               /* button, pill, with a cross */ \
    X(empty)              /* p, when nothing fits */ \
    X(relax_list)         /* div: relax ... */ \
    X(relax)              /* button, outlined */ \
    X(cards)              /* ul: card ... */ \
    X(card)               /* li, white card: card_title, card_org, card_facts, marks, actions, card_source */ \
    X(card_title)         /* h3: card_link */ \
    X(card_link)          /* a */ \
    X(card_org)           /* p, quiet */ \
    X(card_facts)         /* p, quiet */ \
    X(card_alert)         /* p, warning colour: "Call to confirm the address" */ \
    X(marks)              /* ul, in rows: mark_... */ \
    X(mark_offered)       /* li, tick in a disc */ \
    X(mark_not_offered)   /* li, cross in a disc */ \
    X(mark_ask)           /* li, question mark in a disc, warning colour */ \
    X(actions)            /* div: call, button_link ... */ \
    X(call)               /* a, filled button */ \
    X(button_link)        /* a, outlined button */ \
    X(card_source)        /* p, small, above it a rule */ \
    X(also)               /* h2, 17 px: programs that may fit */ \
    X(also_note)          /* p, quiet */ \
    X(wide_button)        /* button, outlined, 44 high */ \
    X(pages)              /* nav: page_link ..., range */ \
    X(page_link)          /* a, outlined, 44 high */ \
    X(back)               /* a */ \
    X(detail)             /* div: detail_text, contact beside it when wide, detail_facts */ \
    X(detail_text)        /* div: what it is and for whom */ \
    X(detail_facts)       /* div */ \
    X(page_title)         /* h1 */ \
    X(page_org)           /* p, quiet */ \
    X(section_title)      /* h2, 20 px */ \
    X(glance)             /* dl: glance_row ... */ \
    X(glance_row)         /* div: glance_term, glance_value in two columns when wide */ \
    X(glance_term)        /* dt, quiet */ \
    X(glance_value)       /* dd */ \
    X(marks_columns)      /* ul in two columns when wide: mark_... */ \
    X(prose)              /* p, measure of 75 characters at most */ \
    X(bullets)            /* ul: bullet ... */ \
    X(bullet)             /* li */ \
    X(section_source)     /* p, small, quiet */ \
    X(source_list)        /* ul: source_item ... */ \
    X(source_item)        /* li: source_link or source_name, source_about */ \
    X(source_link)        /* a */ \
    X(source_name)        /* span */ \
    X(source_about)       /* p, small, quiet */ \
    X(contact)            /* aside, tinted box: contact_title, (call | button_link, phone_note) ... */ \
    X(contact_title)      /* h2, 20 px */ \
    X(phone_note)         /* p, small, quiet: whose number, from where */ \
    X(footer)             /* footer, above it a rule: nav (where there is no header), footer_text, footer_screen ... */ \
    X(footer_text)        /* p, small, quiet */ \
    X(footer_screen)      /* p, small, quiet: about the screen and its browser, so not on paper */

namespace finder::view {

enum class Role : std::uint8_t {
#define FINDER_ROLE(name) name,
    FINDER_ROLES(FINDER_ROLE)
#undef FINDER_ROLE
};

inline constexpr std::string_view role_names[] = {
#define FINDER_ROLE(name) #name,
    FINDER_ROLES(FINDER_ROLE)
#undef FINDER_ROLE
};
inline constexpr std::size_t role_count = sizeof role_names / sizeof role_names[0];

constexpr std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)]; }

}  // namespace finder::view
