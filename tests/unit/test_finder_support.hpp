// What the tests of src/finder share: a small data set that uses every member of the format, and ways to load and check it.
#pragma once
#include "finder/dataset.hpp"

// The library is compiled with this; the same templates must not be compiled in two ways.
#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <variant>
#include <vector>

namespace finder_test {

using nlohmann::json;
using Errors = std::vector<finder::DataError>;

inline const char* const vocabulary_text = R"json({
  "format": "program-finder-vocabulary/1",
  "facets": [
    {"code": "groups", "label": "Groups", "values": [
      {"code": "trauma", "label": "Trauma", "plain": "After something terrible.", "search": ["ptsd"]},
      {"code": "anxiety", "label": "Anxiety", "search": ["worry", "panic attacks"]},
      {"code": "coping-skills", "label": "Coping skills"}]},
    {"code": "level_of_care", "label": "Level of care", "values": [
      {"code": "iop", "label": "Intensive outpatient", "plain": "You live at home."}]},
    {"code": "complementary", "label": "Complementary therapies", "values": [
      {"code": "yoga", "label": "Yoga"},
      {"code": "art", "label": "Art therapy", "search": ["painting"]},
      {"code": "acupuncture", "label": "Acupuncture"}]}],
  "counties": [
    {"code": "san-mateo", "label": "San Mateo County", "search": ["peninsula"]},
    {"code": "alameda", "label": "Alameda County", "plain": "Across the Bay."},
    {"code": "marin", "label": "Marin County"}]
})json";

inline const char* const dataset_text = R"json({
  "format": "program-finder-data/1", "title": "Bay Area", "compiled_on": "2026-11-24", "home_county": "san-mateo", "x-note": {"any": ["thing"]},
  "help_lines": [{"name": "988", "call": "988", "text": "741741", "county": "san-mateo", "hours": "24 hours", "note": "Checked.", "source": "directory"}],
  "sources": {
    "directory": {"title": "Directory", "publisher": "SAMHSA", "method": "directory", "date": "2024", "about": "A survey.", "url": "https://samhsa.gov/x?a=1", "read_on": "2026-11-23"},
    "site": {"title": "Page", "publisher": "Its website", "method": "provider_site", "date": null, "read_on": "2026-11-23"}},
  "programs": [
    {"id": "zinnia-house", "name": "Zinnia House", "organization": "Zinnia Inc",
      "address": {"street": "1 Main Street", "city": "San Carlos", "state": "CA", "postal_code": "94070", "county": "san-mateo", "source": "directory",
                  "confirm": true, "latitude": 37.5, "longitude": -122.25, "coordinates_source": "site"},
      "phones": [{"number": "+16505550123", "extension": "12", "use": "intake", "label": "Admissions", "source": "site"}],
      "website": {"url": "https://zinnia.example.org/iop", "source": "site"},
      "ages": {"min": 12, "max": 17, "source": "site"},
      "schedule": {"text": "Afternoons.", "source": "site"},
      "sessions": [{"days": ["mo", "we"], "opens": "14:00", "closes": "17:00", "source": "site"}],
      "hours_per_week": {"min": 9, "max": 15, "derived": "3 hours a day", "source": "site"},
      "weeks": {"min": 2, "max": 8, "source": "site"},
      "for_whom": [{"text": "Teens.", "source": "site"}],
      "facts": [
        {"source": "directory", "offered": {"groups": ["trauma", "anxiety"], "level_of_care": ["iop"]}, "not_offered": {"complementary": ["yoga"]}},
        {"source": "site", "ask": {"complementary": ["art"]}, "ask_because": "Its page says \"creative\"."}],
      "notices": [{"kind": "confirm", "text": "Call to confirm.", "source": "site"}, {"text": "No source."}],
      "status": "temporarily_closed"},
    {"id": "alder", "name": "álder Clinic", "organization": "Alder", "address": null, "county": "alameda",
      "phones": [{"number": "+14155550100", "use": "main", "source": "directory"}],
      "facts": [{"source": "site", "offered": {"complementary": ["acupuncture"]}}], "status": "active"}]
})json";

inline finder::Vocabulary small_vocabulary() { return std::get<finder::Vocabulary>(finder::load_vocabulary(vocabulary_text, "vocabulary.json")); }
inline json small_dataset() { return json::parse(dataset_text); }

inline auto load_text(const std::string& text) { return finder::load_dataset(text, "programs.json", small_vocabulary()); }
inline auto load(const json& document) { return load_text(document.dump()); }

inline Errors errors_of(const std::variant<finder::Dataset, Errors>& loaded) {
    const Errors* errors = std::get_if<Errors>(&loaded);
    return errors ? *errors : Errors();
}

// "pointer: found | expected", sorted.
inline std::multiset<std::string> said(const Errors& errors) {
    std::multiset<std::string> lines;
    for (const auto& error : errors) lines.insert(error.pointer + ": " + error.found + " | " + error.expected);
    return lines;
}

inline std::multiset<std::string> pointers(const Errors& errors) {
    std::multiset<std::string> all;
    for (const auto& error : errors) all.insert(error.pointer);
    return all;
}

// The first rule of a loaded dataset that is broken, or nothing.
std::string broken_rule(const finder::Dataset& dataset);

}  // namespace finder_test
