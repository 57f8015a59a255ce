#include "app/json_writer.hpp"

#include <cmath>
#include <cstdio>

namespace finder::app {

void JsonWriter::separate() {
    if (separate_) text_ += ',';
    separate_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    separate_ = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    text_ += bracket;
    separate_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    string(name);
    text_ += ':';
    separate_ = false;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view utf8) {
    separate();
    text_ += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') { text_ += '\\'; text_ += c; }
        else if (byte >= ' ') text_ += c;
        else {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", byte);
            text_ += escape;
        }
    }
    text_ += '"';
    return *this;
}

JsonWriter& JsonWriter::number(double value) {
    separate();
    char digits[32];
    const long long thousandths = std::llround(std::isfinite(value) ? value * 1000 : 0);
    if (thousandths % 1000 == 0) std::snprintf(digits, sizeof digits, "%lld", thousandths / 1000);
    else std::snprintf(digits, sizeof digits, "%s%lld.%03lld", thousandths < 0 ? "-" : "", std::llabs(thousandths) / 1000, std::llabs(thousandths) % 1000);
    text_ += digits;
    return *this;
}

JsonWriter& JsonWriter::integer(std::uint32_t value) {
    separate();
    text_ += std::to_string(value);
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    text_ += json;
    return *this;
}

}  // namespace finder::app
