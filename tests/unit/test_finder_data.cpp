// The data that is shipped.
#include "test_finder_support.hpp"

#include "finder/search.hpp"
#include "finder/text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace finder;
using namespace finder_test;

namespace {

std::string file_text(const std::string& name) {
    std::ifstream file(std::string(FINDER_SOURCE_DIR) + "/data/" + name, std::ios::binary);
    REQUIRE_MESSAGE(file, name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string all_said(const Errors& errors) {
    std::string text;
    for (const DataError& error : errors) text += to_text(error) + "\n";
    return text;
}

Vocabulary shipped_vocabulary() {
    auto loaded = load_vocabulary(file_text("vocabulary.json"), "vocabulary.json");
    if (const Errors* errors = std::get_if<Errors>(&loaded)) FAIL(all_said(*errors));
    return std::get<Vocabulary>(std::move(loaded));
}

Dataset shipped_dataset() {
    auto loaded = load_dataset(file_text("programs.json"), "programs.json", shipped_vocabulary());
    if (const Errors* errors = std::get_if<Errors>(&loaded)) FAIL(all_said(*errors));
    return std::get<Dataset>(std::move(loaded));
}

}  // namespace

TEST_CASE("the shipped data loads without an error and keeps every rule") {
    const Dataset dataset = shipped_dataset();
    CHECK(broken_rule(dataset) == "");
    CHECK(dataset.programs.size() >= 50);
    CHECK_FALSE(dataset.help_lines.empty());
}

TEST_CASE("no shipped program is one that closed") {
    for (const Program& program : shipped_dataset().programs)
        for (const char* closed : {"starvista", "redwood house"}) {
            CAPTURE(program.id);
            CHECK(fold(program.name + " " + program.organization).find(closed) == std::string::npos);
        }
}

TEST_CASE("Edgewood in San Carlos is shipped, with a notice to confirm the address") {
    std::size_t found = 0;
    for (const Program& program : shipped_dataset().programs) {
        if (program.organization.find("Edgewood") == std::string::npos) continue;
        ++found;
        REQUIRE(program.address);
        CHECK(program.address->street == "957 Industrial Road, Suite B");
        CHECK(program.address->city == "San Carlos");
        CHECK(program.address->postal_code == "94070");
        CHECK(program.address->county == "san-mateo");
        CHECK(program.address->confirm);
        REQUIRE_FALSE(program.notices.empty());
        CHECK(fold(program.notices[0].text).find("confirm") != std::string::npos);
    }
    CHECK(found >= 1);
}

TEST_CASE("each shipped program is found by its name, and each value counts what it finds") {
    const Dataset dataset = shipped_dataset();
    const Index index = build_index(dataset);
    for (std::uint32_t p = 0; p < dataset.programs.size(); ++p) {
        const auto hits = search(index, {dataset.programs[p].name, {}, false}).hits;
        CAPTURE(dataset.programs[p].name);
        CHECK(std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.program == p; }));
    }
    const Results all = search(index, {});
    for (std::size_t f = 0; f < dataset.facets.size(); ++f)
        for (std::uint16_t v = 0; v < dataset.facets[f].values.size(); ++v) {
            Query query;
            query.selected.resize(f + 1);
            query.selected[f] = {v};
            CHECK(search(index, query).confirmed == all.counts[f][v]);
        }
}

TEST_CASE("the shipped file cut at every 97th byte is refused") {
    const Vocabulary vocabulary = shipped_vocabulary();
    std::string text = file_text("programs.json");
    text.resize(text.find_last_of('}') + 1);   // without the last brace, but for white space, it is not whole
    for (std::size_t size = 0; size < text.size(); size += 97)
        REQUIRE(std::holds_alternative<Errors>(load_dataset(std::string_view(text).substr(0, size), "programs.json", vocabulary)));
}
