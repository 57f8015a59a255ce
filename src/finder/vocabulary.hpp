// The closed vocabulary: what a program may state, with the words people use for it.
// Source: data/vocabulary.json (documented in data/README.md).
#pragma once
#include "finder/data_error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace finder {

struct FacetValue {
    std::string code;    // stable; appears in share links
    std::string label;   // what a person reads
    std::string plain;   // one plain sentence: what is this?
    std::vector<std::string> search_words;
};

// One thing people filter by: groups, payment, languages ...
struct Facet {
    std::string code;
    std::string label;
    std::vector<FacetValue> values;

    std::optional<std::uint16_t> find(std::string_view value_code) const;
};

struct Vocabulary {
    std::vector<Facet> facets;   // in the order in which people are asked
    std::vector<FacetValue> counties;
};

// Codes of the two facets that a dataset adds to the vocabulary's: they come from where the programs are.
inline constexpr std::string_view county_facet = "county", city_facet = "city";

// Places in a list of facets and in one facet's values.
struct FacetValueId {
    std::uint16_t facet = 0;
    std::uint16_t value = 0;
    friend bool operator==(const FacetValueId&, const FacetValueId&) = default;
};

// Whether the facet tells where a program is.
inline bool is_place(const Facet& facet) { return facet.code == county_facet || facet.code == city_facet; }

std::optional<std::uint16_t> find_facet(const std::vector<Facet>& facets, std::string_view code);

// `file` only names the source in error messages.
std::variant<Vocabulary, std::vector<DataError>> load_vocabulary(std::string_view json, std::string_view file);

}  // namespace finder
