// Members that records of the data file have in common: what they refer to, and words out of a fixed list.
#pragma once
#include "finder/json_reader.hpp"
#include "finder/program.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finder {

using SourceIds = std::map<std::string, SourceId, std::less<>>;

// What a record may refer to. Refers to its parts, which must live longer.
struct Known {
    const Vocabulary& vocabulary;
    const SourceIds& sources;
};

SourceId read_source(const JsonNode& node, const Known& known);   // the member "source"; 0 when it is wrong
std::optional<SourceId> read_optional_source(const JsonNode& node, std::string_view member, const Known& known);
std::string read_county(const JsonNode& node, std::string_view member, const Known& known);   // a code, or empty
std::string read_url(const JsonNode& node, std::string_view member, Need need);

// "a code of X, perhaps Y"
std::string suggestion(std::string expected, const JsonNode& at, std::string_view wrong, const std::vector<std::string_view>& codes);

template <class Coded>
std::vector<std::string_view> codes_of(const std::vector<Coded>& all) {
    std::vector<std::string_view> codes;
    for (const Coded& one : all) codes.push_back(one.code);
    return codes;
}

// The place of the member's text in `names`; nothing when it is absent or wrong.
std::optional<std::size_t> read_place(const JsonNode& node, std::string_view member, const std::vector<std::string_view>& names, Need need);

// `names` in the order of the enumerators.
template <class Enum>
Enum read_choice(const JsonNode& node, std::string_view member, const std::vector<std::string_view>& names, Need need, Enum otherwise) {
    const auto place = read_place(node, member, names, need);
    return place ? static_cast<Enum>(*place) : otherwise;
}

}  // namespace finder
