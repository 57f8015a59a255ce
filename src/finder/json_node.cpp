// Questions to one value of a JSON tree, each checked.
#include "finder/dataset_rules.hpp"
#include "finder/json_reader.hpp"
#include "finder/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace finder {

using nlohmann::json;

namespace {

const json& as_json(const void* value) { return *static_cast<const json*>(value); }

std::string describe(const json& value) {
    switch (value.type()) {
        case json::value_t::object: return "an object";
        case json::value_t::array: return "a list of " + std::to_string(value.size());
        case json::value_t::string: return in_quotes(value.get_ref<const std::string&>());
        case json::value_t::null: return "null";
        case json::value_t::boolean: return value.get<bool>() ? "true" : "false";
        default: return printable(value.dump());
    }
}

bool is_control(char32_t c) { return c < ' ' || (c >= 0x7F && c < 0xA0); }
bool turns_text_around(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }
bool does_not_show(char32_t c) { return (c >= 0x200B && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF; }

// What is wrong with a text, or nothing. The document has seen to it that it is UTF-8.
std::string_view fault_of(std::string_view text) {
    bool blank = true;
    while (!text.empty()) {
        const char32_t c = take_code_point(text).value;
        if (is_control(c)) return "a control character";
        if (turns_text_around(c)) return "a character that turns text around";
        blank = blank && c == ' ';
    }
    return blank ? "no letter" : "";
}

}  // namespace

std::string printable(std::string_view text, std::size_t most) {
    std::string shown;
    for (std::size_t n = 0; !text.empty(); ++n) {
        if (n == most) return shown + "…";
        const char32_t c = take_code_point(text).value;
        append_utf8(shown, is_control(c) || turns_text_around(c) || does_not_show(c) ? replacement_character : c);
    }
    return shown;
}

std::string in_quotes(std::string_view text) { return "\"" + printable(text) + "\""; }

std::string pointer_step(std::string_view name) {
    std::string escaped;
    for (const char c : name.substr(0, 1000)) {
        if (c == '~') escaped += "~0";
        else if (c == '/') escaped += "~1";
        else escaped += c;
    }
    return printable(escaped, 80);
}

std::string join(const std::vector<std::string_view>& words) {
    std::string joined;
    for (const std::string_view word : words) (joined += joined.empty() ? "" : ", ") += word;
    return joined;
}

void JsonNode::report(std::string found, std::string expected) const { document_->report(pointer_, std::move(found), std::move(expected)); }

void JsonNode::report_at(std::string_view name, std::string found, std::string expected) const {
    document_->report(pointer_ + "/" + pointer_step(name), std::move(found), std::move(expected));
}

bool JsonNode::has_said_enough() const { return document_->is_full(); }

bool JsonNode::is_null() const { return value_ && as_json(value_).is_null(); }

bool JsonNode::is_object() const {
    if (!value_) return false;
    if (as_json(value_).is_object()) return true;
    report(describe(as_json(value_)), "an object");
    return false;
}

bool JsonNode::is_empty_list() const { return value_ && as_json(value_).is_array() && as_json(value_).empty(); }

bool JsonNode::gives(std::string_view name) const {
    if (!value_ || !as_json(value_).is_object()) return false;
    const auto at = as_json(value_).find(std::string(name));
    return at != as_json(value_).end() && !at->is_null();
}

void JsonNode::only_members(std::initializer_list<std::string_view> names) const {
    if (!value_ || !as_json(value_).is_object()) return;
    for (const auto& [name, value] : as_json(value_).items()) {
        if (name.rfind("x-", 0) == 0 || std::find(names.begin(), names.end(), name) != names.end()) continue;
        report_at(name, in_quotes(name) + ", which means nothing here", "one of " + join(names));
    }
}

JsonNode JsonNode::member(std::string_view name, Need need) const {
    const JsonNode hole{document_, nullptr, pointer_ + "/" + pointer_step(name)};
    if (!value_ || !is_object()) return hole;
    const auto at = as_json(value_).find(std::string(name));
    if (at != as_json(value_).end()) return {document_, &*at, hole.pointer_};
    if (need == Need::required) hole.report("nothing", "a value");
    return hole;
}

JsonNode JsonNode::object(std::string_view name, Need need) const {
    const JsonNode node = member(name, need);
    const bool absent = need == Need::optional && node.is_null();
    return !absent && node.is_object() ? node : JsonNode(document_, nullptr, node.pointer_);
}

void JsonNode::items(const Visit& visit) const {
    if (!value_) return;
    if (!as_json(value_).is_array()) return report(describe(as_json(value_)), "a list");
    std::size_t i = 0;
    for (const json& item : as_json(value_)) visit({document_, &item, pointer_ + "/" + std::to_string(i++)});
}

void JsonNode::each(std::string_view name, Need need, const Visit& visit) const { member(name, need).items(visit); }

void JsonNode::each_object(std::string_view name, Need need, const Visit& visit) const {
    each(name, need, [&](const JsonNode& item) {
        if (item.is_object()) visit(item);
    });
}

void JsonNode::each_member(std::string_view name, Need need, const VisitMember& visit) const {
    const JsonNode node = member(name, need);
    if (!node.is_object()) return;
    for (const auto& [key, value] : as_json(node.value_).items()) visit(key, {document_, &value, node.pointer_ + "/" + pointer_step(key)});
}

std::string JsonNode::as_text(std::size_t most) const {
    if (!value_) return {};
    const json& value = as_json(value_);
    if (!value.is_string()) {
        report(describe(value), "a text");
        return {};
    }
    const std::string& text = value.get_ref<const std::string&>();
    const std::string_view fault = fault_of(text);
    if (text.size() > most) report(std::to_string(text.size()) + " bytes of text", "at most " + std::to_string(most));
    else if (!fault.empty()) report(std::string(fault) + " in " + describe(value), "plain text");
    else return text;
    return {};
}

std::string JsonNode::text(std::string_view name, std::size_t most) const { return member(name, Need::required).as_text(most); }

std::string JsonNode::optional_text(std::string_view name, std::size_t most) const {
    const JsonNode node = member(name, Need::optional);
    return node.is_null() ? std::string() : node.as_text(most);
}

std::string JsonNode::word(std::string_view name, std::string_view allowed, std::string_view example) const {
    const JsonNode node = member(name, Need::required);
    const std::string text = node.as_text(120);
    if (text.empty() || is_slug(text, allowed)) return text;
    node.report(in_quotes(text), "small letters and digits, joined by one of \"" + std::string(allowed) + "\", such as " + std::string(example));
    return {};
}

std::string JsonNode::slug(std::string_view name) const { return word(name, "-", "san-mateo"); }
std::string JsonNode::code(std::string_view name) const { return word(name, "-_", "coping_skills"); }

void JsonNode::expect_text(std::string_view name, std::string_view expected) const {
    const JsonNode node = member(name, Need::required);
    const std::string text = node.as_text();
    if (!text.empty() && text != expected) node.report(in_quotes(text), "\"" + std::string(expected) + "\"");
}

bool JsonNode::flag(std::string_view name) const {
    const JsonNode node = member(name, Need::optional);
    if (!node.exists()) return false;
    if (as_json(node.value_).is_boolean()) return as_json(node.value_).get<bool>();
    node.report(describe(as_json(node.value_)), "true or false");
    return false;
}

std::optional<double> JsonNode::number(std::string_view name, double least, double most) const {
    const JsonNode node = member(name, Need::optional);
    if (!node.exists() || node.is_null()) return std::nullopt;
    const json& value = as_json(node.value_);
    const double number = value.is_number() ? value.get<double>() : std::nan("");
    if (number >= least && number <= most) return number;
    const auto bound = [](double b) { return std::to_string(static_cast<long long>(b)); };
    node.report(describe(value), "a number from " + bound(least) + " to " + bound(most));
    return std::nullopt;
}

std::optional<int> JsonNode::integer(std::string_view name, int least, int most) const {
    const std::optional<double> value = number(name, least, most);
    if (!value || *value == std::floor(*value)) return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    report_at(name, "a fraction", "a whole number");
    return std::nullopt;
}

std::string JsonNode::date(std::string_view name, Need need, bool whole_day) const {
    const JsonNode node = member(name, need);
    if (!node.exists() || (node.is_null() && need == Need::optional)) return {};
    const std::string text = node.as_text();
    if (text.empty() || is_date(text, whole_day)) return text;
    node.report(in_quotes(text), whole_day ? "a date such as 2026-11-24" : "a date such as 2026, 2026-11 or 2026-11-24");
    return {};
}

}  // namespace finder
