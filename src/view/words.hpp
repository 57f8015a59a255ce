// Every word of the interface, by key, in one language. Source: data/words/<language>.json.
#pragma once
#include "finder/data_error.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace finder::view {

class Words {
public:
    using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    // The text of `key` with each {placeholder} filled in. An unknown key gives the key itself:
    // the tests make sure that no key is unknown.
    std::string operator()(std::string_view key, Values values = {}) const;

    // The plural form of `key` for `n`; {n} is filled in with the number.
    std::string count(std::string_view key, std::size_t n, Values values = {}) const;

    const std::string& language() const { return language_; }
    std::vector<std::string_view> keys() const;

private:
    friend std::variant<Words, std::vector<DataError>> load_words(std::string_view json, std::string_view file);

    struct Entry { std::string key, one, other; };   // texts without plural have `other` only
    const Entry* find(std::string_view key) const;

    std::string language_;
    std::vector<Entry> entries_;   // sorted by key
};

std::variant<Words, std::vector<DataError>> load_words(std::string_view json, std::string_view file);

}  // namespace finder::view
