// What the tests of the architecture share: reading the sources themselves.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace finder_architecture_test {

inline std::filesystem::path source_dir() { return FINDER_SOURCE_DIR; }

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::string web_file(const char* name) { return read_file(source_dir() / "web" / name); }

inline std::vector<std::smatch> matches(const std::string& text, const std::string& pattern) {
    static std::map<std::string, std::regex> known;   // a match points into its text, not into the pattern
    const std::regex& regex = known.try_emplace(pattern, pattern).first->second;
    return {std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator()};
}

}  // namespace finder_architecture_test
