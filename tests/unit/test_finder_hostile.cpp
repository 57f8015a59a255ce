// Data from somebody who means harm, or whose editor broke: never a crash, never half a dataset.
#include "test_finder_support.hpp"

#include "finder/search.hpp"
#include "finder/utf8.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace finder;
using namespace finder_test;

namespace finder_test {

std::string broken_rule(const Dataset& d) {
    const auto source_exists = [&](SourceId source) { return source < d.sources.size(); };
    if (d.facets.size() < 2 || d.facets[d.facets.size() - 2].code != "county" || d.facets.back().code != "city") return "county and city come last";
    for (const HelpLine& line : d.help_lines)
        if (!source_exists(line.source) || (line.call.empty() && line.text.empty())) return "help line";
    for (std::size_t p = 0; p < d.programs.size(); ++p) {
        const Program& program = d.programs[p];
        if (program.id.empty() || program.name.empty() || program.organization.empty() || program.facts.empty()) return "required members";
        if (program.phones.empty() && !program.website) return "a way to reach it";
        for (const Phone& phone : program.phones)
            if (!source_exists(phone.source) || phone.number.size() != 12) return "phone";
        if (program.address && (!source_exists(program.address->source) || program.address->latitude.has_value() != program.address->longitude.has_value())) return "address";
        for (const auto& range : {program.ages, program.hours_per_week, program.weeks})
            if (range && ((!range->min && !range->max) || (range->min && range->max && *range->min > *range->max) || !source_exists(range->source))) return "range";
        for (const Session& session : program.sessions)
            if (session.days.empty() || session.opens < 0 || session.opens >= session.closes || session.closes >= 24 * 60) return "session";
        for (std::size_t f = 0; f < program.facts.size(); ++f) {
            const Fact& fact = program.facts[f];
            if (!source_exists(fact.source) || fact.what.facet >= d.facets.size() || fact.what.value >= d.facets[fact.what.facet].values.size()) return "fact";
            if (program.find(fact.what) != &fact) return "facts are sorted, one of each";
        }
    }
    return "";
}

}  // namespace finder_test

namespace {

bool is_utf8(std::string_view text) {
    while (!text.empty())
        if (!take_code_point(text).valid) return false;
    return true;
}

// Either errors that can be shown or a dataset in which every rule holds and that can be searched.
std::string wrong_with(const std::variant<Dataset, Errors>& loaded) {
    if (const Errors* errors = std::get_if<Errors>(&loaded)) {
        if (errors->empty()) return "no error and no dataset";
        for (const DataError& e : *errors)
            if (e.found.empty() || e.expected.empty() || e.found.size() > 500 || !is_utf8(to_text(e)) || (!e.pointer.empty() && e.pointer[0] != '/')) return "an error that cannot be shown";
        return "";
    }
    const Dataset& dataset = std::get<Dataset>(loaded);
    const std::string broken = broken_rule(dataset);
    if (!broken.empty()) return broken;
    return search(build_index(dataset), {"a", {}, true}).counts.size() == dataset.facets.size() ? "" : "search";
}

// The one error of a text that is not JSON.
DataError only_error(const std::string& text) {
    const Errors errors = errors_of(load_text(text));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].pointer == "");
    return errors[0];
}

std::vector<json::json_pointer> all_nodes(const json& document) {
    std::vector<json::json_pointer> nodes;
    std::vector<json::json_pointer> open = {json::json_pointer()};
    while (!open.empty()) {
        const json::json_pointer at = open.back();
        open.pop_back();
        nodes.push_back(at);
        const json& value = document[at];
        if (value.is_object()) for (const auto& [name, child] : value.items()) open.push_back(at / name);
        if (value.is_array()) for (std::size_t i = 0; i < value.size(); ++i) open.push_back(at / i);
    }
    return nodes;
}

}  // namespace

TEST_CASE("a hundred thousand brackets are refused without recursion") {
    for (const std::string bracket : {"[", "{\"a\":", "[[], {\"b\": ["}) {
        std::string deep;
        for (int i = 0; i < 100000; ++i) deep += bracket;
        CHECK(only_error(deep).found == "lists or objects more than 64 deep");
    }
    CHECK(only_error(std::string(100000, '[') + std::string(100000, ']')).found == "lists or objects more than 64 deep");
    CHECK(errors_of(load_text(std::string(64, '[') + std::string(64, ']'))).size() == 1);
}

TEST_CASE("brackets inside strings are not depth") {
    json document = small_dataset();
    document["title"] = std::string(200, '[');
    CHECK(errors_of(load(document)).empty());
}

TEST_CASE("text that is not JSON is refused with the line and column") {
    CHECK(only_error("").found == "nothing");
    CHECK(only_error(" \n\t").found == "nothing");
    CHECK(only_error("\xEF\xBB\xBF").found == "nothing");
    CHECK(only_error("{\n  \"title\": oops\n}").found == "\"oops\" in line 2, column 12");
    CHECK(only_error("{\n  \"title\": \"x\",\n}").found == "\"}\" in line 3, column 1");
    CHECK(only_error("{} {}").found == "\"{}\" in line 1, column 4");
    CHECK(only_error("{\"a\": 1").found.rfind("the end of the text", 0) == 0);
    CHECK(only_error("{} // comment").expected == "well-formed JSON");
    for (const char* text : {"nul", "{", "[1,]", "{\"a\"}", "'a'", "NaN", "{\"a\": NaN}", "{\"a\": Infinity}", "{\"a\": 1e999}", "{\"a\": -1e999}", "01", "+1", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\t\""})
        CHECK(wrong_with(load_text(text)) == "");
}

TEST_CASE("broken UTF-8 and NUL bytes are refused, in texts and outside") {
    const std::string good = dataset_text;
    for (const std::string bad : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
        std::string text = good;
        text.insert(text.find("Zinnia House\""), bad);
        CHECK(only_error(text).found.rfind("broken UTF-8 in line ", 0) == 0);
    }
    std::string text = good;
    text.insert(text.find("Zinnia House\""), 1, '\0');
    CHECK(only_error(text).found.rfind("a NUL byte in line 8, column ", 0) == 0);
    CHECK(only_error(std::string(1, '\0') + good).found == "a NUL byte in line 1, column 1");
    CHECK(only_error(good + std::string(1, '\0') + "{}").found == "a NUL byte in line 27, column 2");
    CHECK(only_error("\xFF\xFE{\0}\0").expected == "text in UTF-8");   // UTF-16
}

TEST_CASE("lone surrogates, written as escapes, are refused") {
    std::string text = dataset_text;
    text.insert(text.find("Zinnia House\""), "\\ud800");
    CHECK(only_error(text).expected == "well-formed JSON");
}

TEST_CASE("a byte order mark does no harm") { CHECK(errors_of(load_text("\xEF\xBB\xBF" + std::string(dataset_text))).empty()); }

TEST_CASE("a file that is too large is refused before it is read") {
    CHECK(only_error(std::string(max_dataset_bytes + 1, ' ')).expected == "at most " + std::to_string(max_dataset_bytes));
}

TEST_CASE("a member that stands twice is an error with its pointer") {
    std::string text = dataset_text;
    text.replace(text.find("\"opens\""), 7, "\"days\": [], \"opens\"");
    text.replace(text.find("\"title\": \"Bay"), 7, "\"format\"");
    CHECK(pointers(errors_of(load_text(text))) == std::multiset<std::string>{"/format", "/format", "/programs/0/sessions/0/days", "/programs/0/sessions/0/days", "/title"});
}

TEST_CASE("a root of another type is refused") {
    for (const char* root : {"null", "true", "0", "\"x\"", "[]"}) {
        const Errors errors = errors_of(load_text(root));
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].expected == "an object");
    }
    CHECK(pointers(errors_of(load_text("{}"))) == std::multiset<std::string>{"/format", "/title", "/compiled_on", "/sources", "/programs"});
}

TEST_CASE("any value of another type anywhere gives errors or a dataset that keeps every rule") {
    const json document = small_dataset();
    const json others[] = {nullptr, true, 0, -1, 7.5, 1e308, 18446744073709551615ull, "", "x", "-", "\u202E", std::string(5000, 'x'), json::array(), {1, "a", nullptr}, json::array({json::array()}), json::object(), {{"source", "site"}}};
    for (const json::json_pointer& at : all_nodes(document))
        for (const json& other : others) {
            json changed = document;
            changed[at] = other;
            const std::string wrong = wrong_with(load(changed));
            CAPTURE(at.to_string());
            CAPTURE(other.dump().substr(0, 40));
            REQUIRE(wrong == "");
        }
}

TEST_CASE("any member or item taken out gives errors or a dataset that keeps every rule") {
    const json document = small_dataset();
    for (const json::json_pointer& at : all_nodes(document)) {
        if (at.empty()) continue;
        json changed = document;
        json& parent = changed[at.parent_pointer()];
        if (parent.is_object()) parent.erase(at.back());
        else parent.erase(static_cast<std::size_t>(std::stoul(at.back())));
        CAPTURE(at.to_string());
        REQUIRE(wrong_with(load(changed)) == "");
    }
}

TEST_CASE("any value of another type in the vocabulary gives errors or a vocabulary") {
    const json document = json::parse(vocabulary_text);
    const json others[] = {nullptr, true, -1, 7.5, "", "x", "A b", json::array(), {1, "a"}, json::object(), {{"code", "x"}}};
    for (const json::json_pointer& at : all_nodes(document))
        for (const json& other : others) {
            json changed = document;
            changed[at] = other;
            const auto loaded = load_vocabulary(changed.dump(), "vocabulary.json");
            if (const Errors* errors = std::get_if<Errors>(&loaded)) REQUIRE_FALSE(errors->empty());
            else REQUIRE(wrong_with(load_dataset(dataset_text, "programs.json", std::get<Vocabulary>(loaded))) == "");
        }
}

TEST_CASE("a file that ends early is refused at every byte") {
    const std::string text = dataset_text;
    for (std::size_t size = 0; size < text.size(); ++size) REQUIRE_FALSE(errors_of(load_text(text.substr(0, size))).empty());
}

TEST_CASE("random changes of bytes give errors or a dataset that keeps every rule") {
    std::mt19937 random(2);
    const std::string good = dataset_text, bytes = "{}[]\",:0-9eE.\\untrfalse \n\x80\xFF\xC3\xE2";
    for (int round = 0; round < 5000; ++round) {
        std::string text = good;
        for (auto n = 1 + random() % 3; n > 0; --n) {
            const std::size_t at = random() % text.size();
            const char byte = bytes[random() % bytes.size()];
            if (random() % 3 == 0) text.erase(at, random() % 4);
            else if (random() % 2 == 0) text[at] = byte;
            else text.insert(at, 1, byte);
        }
        CAPTURE(text);
        REQUIRE(wrong_with(load_text(text)) == "");
    }
}

TEST_CASE("large files of nonsense give a bounded number of errors, and the rest are counted") {
    std::string members = "{", items = "{\"programs\":[", codes = items + "{\"facts\":[{\"offered\":{\"groups\":[\"\"";
    for (int i = 0; i < 100000; ++i) {
        members += "\"m" + std::to_string(i) + "\":0,";
        items += "{\"id\":\"p" + std::to_string(i) + "\",\"address\":{\"city\":\"c" + std::to_string(i) + "\",\"county\":\"x\"}},";
        codes += ",\"t" + std::to_string(i) + "\"";
    }
    for (const std::string& text : {members + "\"m\":0}", items + "0]}", codes + "]}}]}]}"}) {
        const Errors errors = errors_of(load_text(text));
        REQUIRE(errors.size() == max_errors + 1);
        CHECK(errors.back().pointer == "");
        const std::string counted = to_text(errors.back());
        CAPTURE(counted);
        CHECK(counted.find_first_of("123456789") != counted.npos);
    }
}
