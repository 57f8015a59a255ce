// What one person has chosen so far. Everything shareable is in here and fits in a URL fragment.
#pragma once
#include "finder/search.hpp"
#include "view/theme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finder::view {

enum class Screen : std::uint8_t { list, program, about };

// What keeps the painted view from being shown, whether the person wants it or not.
enum class PageViewReason : std::uint8_t { none, no_webgl, context_lost, no_glyphs, trap, no_wasm, slow_webgl };

struct State {
    Query query;
    Screen screen = Screen::list;
    std::string program_id;             // of Screen::program
    bool filters_open = false;          // narrow only: the filter sheet covers the list
    std::size_t page = 0;               // of the list; the last one that there is when there are fewer
    bool whole = false;                 // the list without pages: on paper, and on the page that the build writes; not part of a link
    bool paper = false;                 // being printed: the whole list, and in words what the screen has controls for
    std::vector<bool> unfolded;         // by facet: all its values are shown
    std::optional<FacetValueId> toggled;   // last: stays in sight, though its list is folded
    std::vector<bool> explained;        // by facet: each value's plain sentence is shown
    bool narrow = false;                // one column; the layout's width class, not part of a link
    Display display;                    // how the person wants the page to look
    bool display_open = false;          // what can be chosen of it is shown
    Preferences device;
    PageViewReason reason = PageViewReason::none;
    bool missing_program = false;       // the link named a program that is not in the list
    std::vector<DataError> data_errors; // of a dataset handed in at run time and refused
};

}  // namespace finder::view
