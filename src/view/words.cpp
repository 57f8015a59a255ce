#include "view/words.hpp"

#include "finder/json_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace finder::view {

namespace {

std::string fill_in(std::string_view text, Words::Values values) {
    std::string filled;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        filled += text.substr(0, open);
        if (open == text.npos) break;
        const std::size_t close = std::min(text.find('}', open), text.size() - 1);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        for (const auto& [key, value] : values)
            if (key == name) filled += value;
        text.remove_prefix(close + 1);
    }
    return filled;
}

DataError wrong(std::string_view file, std::string pointer, std::string found, std::string expected) {
    return {std::string(file), std::move(pointer), std::move(found), std::move(expected)};
}

}  // namespace

const Words::Entry* Words::find(std::string_view key) const {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), key, [](const Entry& e, std::string_view k) { return e.key < k; });
    return at != entries_.end() && at->key == key ? &*at : nullptr;
}

std::string Words::operator()(std::string_view key, Values values) const {
    const Entry* entry = find(key);
    return entry ? fill_in(entry->other, values) : std::string(key);
}

std::string Words::count(std::string_view key, std::size_t n, Values values) const {
    const Entry* entry = find(key);
    if (!entry) return std::string(key);
    // The number goes in first, so that {n} may stand anywhere among the other values.
    const std::string number = std::to_string(n);
    std::string text = n == 1 && !entry->one.empty() ? entry->one : entry->other;
    for (std::size_t at = text.find("{n}"); at != text.npos; at = text.find("{n}", at + number.size())) text.replace(at, 3, number);
    return fill_in(text, values);
}

std::vector<std::string_view> Words::keys() const {
    std::vector<std::string_view> keys;
    for (const Entry& entry : entries_) keys.push_back(entry.key);
    return keys;
}

std::variant<Words, std::vector<DataError>> load_words(std::string_view json, std::string_view file) {
    const auto root = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (!root.is_object()) return std::vector{wrong(file, "", "something else", "an object with \"language\" and \"words\"")};
    std::vector<DataError> errors;
    const auto language = root.value("language", nlohmann::json()), texts = root.value("words", nlohmann::json());
    if (!language.is_string()) errors.push_back(wrong(file, "/language", "something else", "a code such as \"en\""));
    if (!texts.is_object()) errors.push_back(wrong(file, "/words", "something else", "an object of texts by key"));
    Words words;
    if (language.is_string()) words.language_ = language.get<std::string>();
    for (const auto& [key, value] : texts.items()) {
        const bool plural = value.is_object() && value.contains("one") && value["one"].is_string() && value.contains("other") && value["other"].is_string();
        if (value.is_string()) words.entries_.push_back({key, "", value.get<std::string>()});
        else if (plural) words.entries_.push_back({key, value["one"].get<std::string>(), value["other"].get<std::string>()});
        else if (texts.is_object()) errors.push_back(wrong(file, "/words/" + pointer_step(key), "something else", "a text, or {\"one\": text, \"other\": text}"));
    }
    if (!errors.empty()) return errors;
    std::sort(words.entries_.begin(), words.entries_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return words;
}

}  // namespace finder::view
