// The facets "county" and "city", which are made from where the programs are.
#pragma once
#include "finder/program_reader.hpp"

namespace finder {

struct PlaceFacets { Facet county, city; };

// What FacetValueId can name; a caller refuses data with more.
inline constexpr std::size_t most_cities = 65535;

// Both hold only values that occur: counties in the vocabulary's order, cities by label. Each program's facts
// get the county and city it is in, as the two facets that follow the vocabulary's.
PlaceFacets add_places(std::vector<ProgramRecord>& records, const Vocabulary& vocabulary);

}  // namespace finder
