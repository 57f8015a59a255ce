#include "app/language.hpp"

#include "finder/json_reader.hpp"

#include <algorithm>
#include <iterator>

namespace finder::app {

namespace {

constexpr std::string_view words_file = "words", vocabulary_file = "vocabulary";

class Errors {
public:
    void add(std::string_view file, std::string pointer, std::string found, std::string expected) {
        found_.push_back({std::string(file), std::move(pointer), std::move(found), std::move(expected)});
    }
    template <class Loaded>
    Loaded* take(std::variant<Loaded, std::vector<DataError>>& loaded) {
        if (auto* errors = std::get_if<std::vector<DataError>>(&loaded)) found_.insert(found_.end(), errors->begin(), errors->end());
        return std::get_if<Loaded>(&loaded);
    }
    bool empty() const { return found_.empty(); }
    std::vector<DataError> all() { return std::move(found_); }

private:
    std::vector<DataError> found_;
};

void compare_words(const view::Words& words, const view::Words& now, Errors& errors) {
    const auto here = words.keys(), there = now.keys();   // both sorted
    std::vector<std::string_view> missing, unknown;
    std::set_difference(there.begin(), there.end(), here.begin(), here.end(), std::back_inserter(missing));
    std::set_difference(here.begin(), here.end(), there.begin(), there.end(), std::back_inserter(unknown));
    for (const std::string_view key : missing) errors.add(words_file, "/words/" + pointer_step(key), "nothing", "a text");
    for (const std::string_view key : unknown) errors.add(words_file, "/words/" + pointer_step(key), "a text that nothing shows", "no such key");
}

// Codes are what links and programs name, and their order is that of the page: a translation keeps both.
template <class Coded>
void compare_codes(const std::vector<Coded>& here, const std::vector<Coded>& there, const std::string& pointer, Errors& errors) {
    for (std::size_t i = 0; i < std::max(here.size(), there.size()); ++i) {
        const std::string found = i < here.size() ? in_quotes(here[i].code) : "nothing", expected = i < there.size() ? in_quotes(there[i].code) : "nothing";
        if (found != expected) errors.add(vocabulary_file, pointer + "/" + std::to_string(i) + "/code", found, expected);
    }
}

void compare_vocabularies(const Vocabulary& here, const Vocabulary& there, Errors& errors) {
    compare_codes(here.facets, there.facets, "/facets", errors);
    compare_codes(here.counties, there.counties, "/counties", errors);
    for (std::size_t f = 0; f < std::min(here.facets.size(), there.facets.size()); ++f)
        compare_codes(here.facets[f].values, there.facets[f].values, "/facets/" + std::to_string(f) + "/values", errors);
}

}  // namespace

std::variant<Language, std::vector<DataError>> load_language(std::string_view words_json, std::string_view vocabulary_json, const Language& now) {
    Errors errors;
    auto words = view::load_words(words_json, words_file);
    auto vocabulary = load_vocabulary(vocabulary_json, vocabulary_file);
    auto* texts = errors.take(words);
    auto* known = errors.take(vocabulary);
    if (texts) compare_words(*texts, now.words, errors);
    if (known) compare_vocabularies(*known, now.vocabulary, errors);
    if (!errors.empty()) return errors.all();
    return Language{std::move(*texts), std::move(*known)};
}

}  // namespace finder::app
