// The words of the interface: none is missing, none is left over, and every gap in them is filled.
#include "view/fact_words.hpp"

#include "test_finder_support.hpp"
#include "test_view_support.hpp"

#include <algorithm>
#include <filesystem>

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;
using finder_test::json;

namespace {

json shipped_json() { return json::parse(source_text_of("data/words/en.json")); }

std::set<std::string> shipped_keys() {
    std::set<std::string> keys;
    for (const std::string_view key : shipped().words.keys()) keys.emplace(key);
    return keys;
}

std::string without_comments(const std::string& code) {
    std::istringstream lines(code);
    std::string text;
    for (std::string line; std::getline(lines, line);) text += line.substr(0, line.rfind("//", 0) == 0 ? 0 : line.find(" //")) + "\n";
    return text;
}

std::string sources_in(const std::string& folder, const std::string& ending) {
    std::string text;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(FINDER_SOURCE_DIR) + "/" + folder))
        if (entry.path().extension() == ending) text += source_text_of(folder + "/" + entry.path().filename().string());
    return without_comments(text);
}

std::string cpp_sources() { return sources_in("src/view", ".cpp") + sources_in("src/app", ".cpp"); }

std::set<std::string> all_between(std::string_view text, std::string_view before, std::string_view after) {
    std::set<std::string> found;
    for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at)) {
        at += before.size();
        if (const std::size_t end = text.find(after, at); end != text.npos) found.emplace(text.substr(at, end - at));
    }
    return found;
}

bool is_in(char c, std::string_view characters) { return characters.find(c) != characters.npos; }

bool may_be_key(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_in(c, "abcdefghijklmnopqrstuvwxyz_0123456789."); });
}

// "day.mo", "method.provider_site", but no file.
bool looks_like_key(std::string_view text) {
    const std::size_t dot = text.find('.');
    const bool file = text.ends_with(".json") || text.ends_with(".h") || text.ends_with(".hpp");
    return may_be_key(text) && dot != text.npos && dot > 0 && text.back() != '.' && !is_in(text.front(), "0123456789") && !file;
}

// Strings that stand in the call itself and not among its values in braces: keys. A key that is made of parts ends in '+'.
void add_keys_of_call(std::string_view code, std::set<std::string>& keys) {
    int depth = 1, braces = 0;
    for (std::size_t i = 0; i < code.size() && depth > 0; ++i) {
        const char c = code[i];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        braces += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (c != '"') continue;
        const std::size_t end = code.find('"', i + 1);
        const std::size_t next = code.find_first_not_of(" \n", end + 1);
        const std::string_view text = code.substr(i + 1, end - i - 1);
        if (braces == 0 && may_be_key(text)) keys.insert(std::string(text) + (code[next] == '+' ? "+" : ""));
        i = end;
    }
}

std::set<std::string> keys_asked_for(const std::string& code) {
    std::set<std::string> keys = all_between(code, "\"", "\"");   // names in tables, and whatever stands between two strings
    std::erase_if(keys, [](const std::string& key) { return !looks_like_key(key); });
    for (const std::string call : {"words(", "words.count(", "words_(", "row("})
        for (std::size_t at = code.find(call); at != code.npos; at = code.find(call, at + 1))
            if (is_in(code[at - 1], " .(!{")) add_keys_of_call(std::string_view(code).substr(at + call.size()), keys);
    return keys;
}

// Keys with their parts put in: "month.+" is twelve keys, "section.+" one for each list that the page shows.
std::set<std::string> whole_keys(const std::set<std::string>& asked, const std::string& code) {
    std::set<std::string> keys;
    for (const std::string& key : asked) {
        if (key == "month.+")
            for (int month = 1; month <= 12; ++month) keys.insert((month < 10 ? "month.0" : "month.") + std::to_string(month));
        else if (key == "section.+")
            for (const std::string& facet : all_between(code, "add_facet_section(scene, program, \"", "\"")) keys.insert("section." + facet);
        else keys.insert(key);
    }
    return keys;
}

// The shipped words so that one sees which were used, and whether each gap was filled: "«call»Call ⟨650-579-0350⟩".
Words marked_words() {
    json document = shipped_json();
    for (auto& [key, text] : document["words"].items()) {
        const auto mark = [&](const json& plain) {
            std::string marked = "«" + key + "»";
            for (const char c : plain.get<std::string>()) marked += c == '{' ? "⟨{" : c == '}' ? "}⟩" : std::string(1, c);
            return marked;
        };
        if (text.is_string()) text = mark(text);
        else text = {{"one", mark(text["one"])}, {"other", mark(text["other"])}};
    }
    return without_errors(load_words(document.dump(), "marked"));
}

// A program that states what the shipped ones may not: ranges with one end, sessions, and each kind of number.
Site small_site() {
    json document = finder_test::small_dataset();
    json& program = document["programs"][0];
    program["ages"].erase("max");
    program["weeks"].erase("min");
    program["sessions"][0]["opens"] = "09:30";
    program.erase("schedule");
    for (const char* use : {"main", "crisis"}) program["phones"].push_back({{"number", "+16505550124"}, {"use", use}, {"source", "site"}});
    return {without_errors(finder_test::load(document)), marked_words()};
}

struct Heard { std::set<std::string> keys; std::vector<std::string> faults; };

void hear(const std::vector<std::string>& texts, Heard& heard) {
    for (const std::string& text : texts) {
        heard.keys.merge(all_between(text, "«", "»"));
        const std::set<std::string> values = all_between(text, "⟨", "⟩");
        const bool unknown = looks_like_key(text) || std::any_of(values.begin(), values.end(), looks_like_key);
        const bool gap = text.find_first_of("{}") != text.npos || text.find("⟨⟩") != text.npos;
        if ((unknown || gap) && heard.faults.size() < 10) heard.faults.push_back(text);
    }
}

Heard hear_everything() {
    Heard heard;
    const Site site{shipped().dataset, marked_words()}, small = small_site();
    for (const auto& [name, state] : all_states(site)) hear(all_texts(site.view(state)), heard);
    for (const NamedState& page : program_pages(small)) hear(all_texts(small.view(page.state)), heard);
    hear(all_texts(small.view({})), heard);
    return heard;
}

Words words_of(const std::string& words) { return without_errors(load_words(R"({"language": "en", "words": )" + words + "}", "en.json")); }

std::multiset<std::string> places_of_errors(const std::string& text) {
    const auto loaded = load_words(text, "en.json");
    const auto* errors = std::get_if<std::vector<DataError>>(&loaded);
    return errors ? finder_test::pointers(*errors) : std::multiset<std::string>{"no error"};
}

}  // namespace

TEST_CASE("every key that the code and the page ask for is in the words") {
    const std::string code = cpp_sources();
    std::set<std::string> asked = whole_keys(keys_asked_for(code), code);
    asked.merge(all_between(source_text_of("web/index.html"), "{{words:", "}}"));
    asked.merge(all_between(sources_in("web", ".js") + sources_in("web", ".mjs"), "words('", "')"));
    CHECK(asked.size() > 120);
    const std::set<std::string> known = shipped_keys();
    for (const std::string& key : asked) CHECK_MESSAGE(known.count(key) == 1, key);
}

TEST_CASE("no word in the file is left over") {
    const std::string code = cpp_sources();
    std::set<std::string> used = whole_keys(keys_asked_for(code), code);
    used.merge(all_between(source_text_of("web/index.html"), "{{words:", "}}"));
    used.merge(all_between(sources_in("web", ".js") + sources_in("web", ".mjs"), "words('", "')"));
    for (const std::string& key : shipped_keys()) CHECK_MESSAGE(used.count(key) == 1, key);
}

TEST_CASE("every gap in a text is filled, on every screen") {
    const Heard heard = hear_everything();
    for (const std::string& fault : heard.faults) CHECK_MESSAGE(false, fault);
    // A text with a gap that was never heard was not tested. Some belong to src/app.
    const std::string code = sources_in("src/view", ".cpp");
    const std::set<std::string> asked = whole_keys(keys_asked_for(code), code);
    const json document = shipped_json();
    for (const auto& [key, text] : document["words"].items())
        if (text.dump().find('{', 1) != std::string::npos && asked.count(key) == 1) CHECK_MESSAGE(heard.keys.count(key) == 1, key);
}

TEST_CASE("no screen leaves a brace") {
    for (const auto& [name, state] : all_states(shipped()))
        for (const std::string& text : all_texts(shipped().view(state))) REQUIRE_MESSAGE(text.find_first_of("{}") == text.npos, text);
}

TEST_CASE("the plural fits the number") {
    const Words& words = shipped().words;
    CHECK(words.count("results", 0) == "0 programs");
    CHECK(words.count("results", 1) == "1 program");
    CHECK(words.count("results", 2) == "2 programs");
    const json document = shipped_json();
    for (const auto& [key, text] : document["words"].items()) {
        if (!text.is_object()) continue;
        const std::string name = key;
        if (text["other"].get<std::string>().find("{n}") == std::string::npos && name != "option.programs") continue;   // its number is within another gap
        if (text["one"] == text["other"]) continue;   // "1 more may fit", "2 more may fit"
        CHECK(words.count(name, 0, {{"what", "x"}}) != words.count(name, 1, {{"what", "x"}}));
        CHECK(words.count(name, 1).find("{") == std::string::npos);
        CHECK(words.count(name, 21).find(name == "option.programs" ? " programs" : "21") != std::string::npos);
    }
}

TEST_CASE("gaps are filled where they stand, however often, and a value is not read as a text") {
    const Words words = words_of(R"json({"a": "{x} and {y}, {x}", "b": "{", "c": "x{", "d": "{x", "e": "}{}", "f": "", "p": {"one": "one of {what}", "other": "{n} of {what} ({n})"}})json");
    CHECK(words("a", {{"x", "{y}"}, {"y", "{x}"}}) == "{y} and {x}, {y}");
    CHECK(words("a") == " and , ");
    CHECK(words("b") == "");
    CHECK(words("c") == "x");
    CHECK(words("d", {{"x", "1"}}).size() <= 1);
    CHECK(words("e") == "}");
    CHECK(words("f") == "");
    CHECK(words.count("p", 1, {{"what", "{n}"}}) == "one of {n}");
    CHECK(words.count("p", 12, {{"what", "{n}"}}) == "12 of {n} (12)");
    CHECK(words.count("a", 3, {{"x", "1"}, {"y", "2"}}) == "1 and 2, 1");
    CHECK(words("nobody") == "nobody");
    CHECK(words.count("nobody", 2) == "nobody");
    CHECK(words.language() == "en");
}

TEST_CASE("all that is wrong with a file of words is found at once, each with its place") {
    using Places = std::multiset<std::string>;
    CHECK(places_of_errors(R"({"language": "en", "words": {"a": 1, "b": "fine", "c/d~e": null, "f": {"one": "x"}, "g": {"one": "x", "other": 2}, "h": ["x"]}})") ==
          Places{"/words/a", "/words/c~1d~0e", "/words/f", "/words/g", "/words/h"});
    CHECK(places_of_errors(R"({"language": 3, "words": {"a": 1}})") == Places{"/language", "/words/a"});
    CHECK(places_of_errors(R"({"words": []})") == Places{"/language", "/words"});
    CHECK(places_of_errors("{}") == Places{"/language", "/words"});
}

TEST_CASE("words that are no JSON are refused") {
    for (const char* text : {"", "{", "[]", "null", "\"x\"", "{\"language\": \"en\", \"words\": {\"a\": \"\xFF\"}}", "{\"language\": \"en\" \"words\": {}}"}) {
        CAPTURE(text);
        CHECK(places_of_errors(text) == std::multiset<std::string>{""});
    }
    CHECK(places_of_errors(std::string(100000, '[')) == std::multiset<std::string>{""});
    const std::string good = source_text_of("data/words/en.json");
    for (std::size_t size = 0; size + 2 < good.size(); size += 101) REQUIRE(places_of_errors(good.substr(0, size)) == std::multiset<std::string>{""});
}
