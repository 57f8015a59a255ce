// What the tests of the list and of its filters share: every screen that shows one of them.
#pragma once
#include "test_view_support.hpp"

#include <string>
#include <vector>

namespace finder::view::test {

struct Case {
    std::string name;
    State state;
    Results results;
    View view;
};

// Screens that show the list or the filters.
inline std::vector<Case> lists() {
    std::vector<Case> all;
    for (const auto& [name, state] : screens(shipped()))
        if (state.screen == Screen::list) all.push_back({name, state, search(shipped().index, state.query), shipped().view(state)});
    return all;
}

inline bool is_sheet(const State& state) { return state.narrow && state.filters_open && !state.whole; }

inline const std::string& label(FacetValueId id) { return shipped().dataset.facets[id.facet].values[id.value].label; }

}  // namespace finder::view::test
