// Which part of a long list is shown: however many programs there are, a page of it costs the same.
#pragma once
#include "view/state.hpp"

namespace finder::view {

inline constexpr std::size_t page_size = 20;      // programs
inline constexpr std::size_t whole_size = 500;    // on paper, and on the page that the build writes

// Places in Results::hits.
struct Part {
    std::size_t first = 0, end = 0;
    std::size_t of = 0;   // all hits
};

Part shown_part(const State& state, const Results& results);

// The page that is shown when `page` is asked for: the last one when there are not so many.
std::size_t page_within(std::size_t page, const Results& results);

}  // namespace finder::view
