// Programs read from JSON (format "program-finder-data/1", see data/README.md) and checked.
#pragma once
#include "finder/program.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace finder {

// A line for a person in danger.
struct HelpLine {
    std::string name;
    std::string call;     // E.164 or a short code such as "988"; may be empty
    std::string text;     // number for text messages; may be empty
    std::string county;   // code; empty means everywhere
    std::string hours;
    SourceId source = 0;
};

struct Dataset {
    std::string title;
    std::string compiled_on;    // ISO date
    std::string home_county;    // code
    std::vector<HelpLine> help_lines;
    std::vector<Source> sources;
    std::vector<Facet> facets;  // the vocabulary's, then "county" and "city", which come from addresses
    std::vector<Program> programs;   // sorted by folded name, then id: index order is name order
};

// Bounds on untrusted data, so that a hostile file costs bounded time and memory.
inline constexpr std::size_t max_dataset_bytes = 64u << 20;
inline constexpr std::size_t max_json_depth = 64;
inline constexpr std::size_t max_errors = 200;   // reported; what lies beyond is counted in a last error

// Never throws. Either a dataset in which every rule holds, or every error found.
std::variant<Dataset, std::vector<DataError>> load_dataset(std::string_view json, std::string_view file, const Vocabulary& vocabulary);

}  // namespace finder
