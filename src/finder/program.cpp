#include "finder/program.hpp"

#include <algorithm>
#include <utility>

namespace finder {

const Fact* Program::find(FacetValueId what) const {
    const auto before = [](const Fact& fact, FacetValueId wanted) { return std::pair(fact.what.facet, fact.what.value) < std::pair(wanted.facet, wanted.value); };
    const auto at = std::lower_bound(facts.begin(), facts.end(), what, before);
    return at != facts.end() && at->what == what ? &*at : nullptr;
}

}  // namespace finder
