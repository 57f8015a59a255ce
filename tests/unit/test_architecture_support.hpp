// What the tests of the architecture share: reading the sources themselves.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
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

}  // namespace finder_architecture_test
