// A language that nobody speaks, in which every text is at least 40 % longer than in English and full of accents: what is
// cut in it would be cut in a real one.
#pragma once
#include "test_app_support.hpp"
#include "test_view_support.hpp"

namespace finder_app_test {

inline json shipped_json(const std::string& path) { return json::parse(finder::view::test::source_text_of(path), nullptr, false); }

inline std::size_t letters_in(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The vowels are said twice, or more often where that is not enough; what is in {braces} is filled in later and stays.
inline std::string longer(const std::string& english) {
    static const std::map<char, std::string> accented = {{'a', "á"}, {'e', "ê"}, {'i', "ï"}, {'o', "ö"}, {'u', "ü"}, {'y', "ÿ"}, {'A', "Á"}, {'E', "Ê"}, {'I', "Ï"}, {'O', "Ö"}, {'U', "Ü"}};
    const std::size_t wanted = (letters_in(english) * 14 + 9) / 10;
    std::string text;
    for (int more = 1; letters_in(text) < wanted; ++more) {
        text.clear();
        bool in_braces = false;
        for (const char c : english) {
            in_braces = c == '{' || (in_braces && c != '}');
            const auto vowel = accented.find(c);
            if (in_braces || vowel == accented.end()) text += c;
            else for (int time = 0; time <= more; ++time) text += vowel->second;
        }
        if (more == 9) text += std::string(wanted, '~');   // a text without a vowel
    }
    return text;
}

inline std::string pseudo_words() {
    json words = shipped_json("data/words/en.json");
    words["language"] = "en-XA";   // as Android and CLDR name it
    for (json& text : words["words"]) {
        if (text.is_string()) text = longer(text.get<std::string>());
        else for (json& form : text) form = longer(form.get<std::string>());
    }
    return words.dump();
}

inline void lengthen(json& value) {
    for (const char* name : {"label", "plain"})
        if (value.contains(name)) value[name] = longer(value[name].get<std::string>());
}

inline std::string pseudo_vocabulary() {
    json vocabulary = shipped_json("data/vocabulary.json");
    for (json& county : vocabulary["counties"]) lengthen(county);
    for (json& facet : vocabulary["facets"]) {
        lengthen(facet);
        for (json& value : facet["values"]) lengthen(value);
    }
    return vocabulary.dump();
}

inline std::string speak(const Engine& engine, const std::string& words, const std::string& vocabulary) {
    return finder_load_language(engine.self, words.data(), words.size(), vocabulary.data(), vocabulary.size());
}

}  // namespace finder_app_test
