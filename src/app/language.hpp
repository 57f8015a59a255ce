// The interface in a language: its words, and the vocabulary with labels in it.
#pragma once
#include "finder/vocabulary.hpp"
#include "view/words.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace finder::app {

struct Language {
    view::Words words;
    Vocabulary vocabulary;
};

// `words` as data/words/en.json, `vocabulary` as data/vocabulary.json. Every error of both, among them each word and
// each code that the language spoken `now` has and this one has not, or the other way round.
std::variant<Language, std::vector<DataError>> load_language(std::string_view words, std::string_view vocabulary, const Language& now);

}  // namespace finder::app
