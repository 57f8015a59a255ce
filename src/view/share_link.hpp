// The shareable part of State as a URL fragment: "#q=yoga&groups=trauma,anxiety&page-number=2&program=edgewood-iop".
// No server sees a fragment.
#pragma once
#include "view/state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace finder::view {

struct DecodedLink {
    State state;
    std::vector<std::string> unknown;   // keys and codes that mean nothing here; kept out of the state
};

// Without the leading '#'. Empty for a fresh start.
std::string encode_link(const State& state, const std::vector<Facet>& facets);

// Accepts anything: a link may come from anywhere.
DecodedLink decode_link(std::string_view fragment, const Dataset& dataset);

}  // namespace finder::view
