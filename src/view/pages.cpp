#include "view/pages.hpp"

#include <algorithm>

namespace finder::view {

std::size_t page_within(std::size_t page, const Results& results) {
    const std::size_t hits = results.hits.size();
    return hits == 0 ? 0 : std::min(page, (hits - 1) / page_size);
}

Part shown_part(const State& state, const Results& results) {
    const std::size_t hits = results.hits.size();
    if (state.whole) return {0, std::min(hits, whole_size), hits};
    const std::size_t first = page_within(state.page, results) * page_size;
    return {first, std::min(hits, first + page_size), hits};
}

}  // namespace finder::view
