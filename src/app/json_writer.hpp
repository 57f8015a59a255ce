// Writes the JSON that goes to JavaScript. Only what an update needs.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace finder::app {

class JsonWriter {
public:
    JsonWriter& open(char bracket);    // '{' or '['
    JsonWriter& close(char bracket);   // '}' or ']'
    JsonWriter& key(std::string_view name);
    JsonWriter& string(std::string_view utf8);
    JsonWriter& number(double value);   // up to three decimals: a thousandth of a css px is never seen
    JsonWriter& integer(std::uint32_t value);
    JsonWriter& raw(std::string_view json);   // a value that is JSON already

    // A member of an object; left out when it is empty.
    void text_member(std::string_view name, std::string_view utf8) {
        if (!utf8.empty()) key(name).string(utf8);
    }

    void clear() { text_.clear(); separate_ = false; }
    const std::string& text() const { return text_; }

private:
    void separate();

    std::string text_;
    bool separate_ = false;   // a comma is due before the next value
};

}  // namespace finder::app
