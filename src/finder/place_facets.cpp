#include "finder/place_facets.hpp"

#include "finder/dataset_rules.hpp"
#include "finder/text.hpp"

#include <algorithm>
#include <set>

namespace finder {

namespace {

Facet county_facet_of(const std::vector<ProgramRecord>& records, const Vocabulary& vocabulary) {
    std::set<std::string_view> used;
    for (const ProgramRecord& record : records) used.insert(record.county);
    Facet facet{std::string(county_facet), "County", {}};
    for (const FacetValue& county : vocabulary.counties)
        if (used.count(county.code) != 0) facet.values.push_back(county);
    return facet;
}

// Two spellings with one code ("San Mateo", "SAN MATEO") are one city, by the label that sorts last: capitals
// sort before small letters, and a name in capitals alone is the worse one.
Facet city_facet_of(const std::vector<ProgramRecord>& records) {
    std::map<std::string, std::string> labels;   // by code
    for (const ProgramRecord& record : records) {
        if (!record.program.address) continue;
        const std::string& city = record.program.address->city;
        std::string& label = labels[slug_of(city)];
        label = std::max(label, city);
    }
    Facet facet{std::string(city_facet), "City", {}};
    for (const auto& [code, label] : labels) facet.values.push_back({code, label, "", {}});
    std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
        return std::pair(fold(a.label), a.code) < std::pair(fold(b.label), b.code);
    });
    return facet;
}

std::map<std::string_view, std::uint16_t> places_by_code(const Facet& facet) {
    std::map<std::string_view, std::uint16_t> places;
    for (std::size_t v = 0; v < facet.values.size(); ++v) places.emplace(facet.values[v].code, static_cast<std::uint16_t>(v));
    return places;
}

}  // namespace

PlaceFacets add_places(std::vector<ProgramRecord>& records, const Vocabulary& vocabulary) {
    PlaceFacets facets{county_facet_of(records, vocabulary), city_facet_of(records)};
    const auto counties = places_by_code(facets.county), cities = places_by_code(facets.city);
    const auto facet = static_cast<std::uint16_t>(vocabulary.facets.size());
    for (ProgramRecord& record : records) {
        const auto add = [&](std::uint16_t f, std::uint16_t value) { record.program.facts.push_back({{f, value}, Stated::offered, record.place_source, ""}); };
        if (const auto at = counties.find(record.county); at != counties.end()) add(facet, at->second);
        if (record.program.address) add(static_cast<std::uint16_t>(facet + 1), cities.find(slug_of(record.program.address->city))->second);
    }
    return facets;
}

}  // namespace finder
