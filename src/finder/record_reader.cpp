#include "finder/record_reader.hpp"

#include "finder/dataset_rules.hpp"

#include <algorithm>

namespace finder {

namespace {

std::optional<SourceId> read_source_at(const JsonNode& node, const Known& known) {
    const std::string id = node.as_text();
    const auto at = known.sources.find(id);
    if (at != known.sources.end()) return at->second;
    if (!id.empty()) node.report(in_quotes(id), "one of the names in /sources");
    return std::nullopt;
}

}  // namespace

SourceId read_source(const JsonNode& node, const Known& known) { return read_source_at(node.member("source", Need::required), known).value_or(0); }

std::optional<SourceId> read_optional_source(const JsonNode& node, std::string_view member, const Known& known) {
    const JsonNode source = node.member(member, Need::optional);
    return source.is_null() ? std::nullopt : read_source_at(source, known);
}

std::string read_county(const JsonNode& node, std::string_view member, const Known& known) {
    const std::string code = node.optional_text(member);
    const auto codes = codes_of(known.vocabulary.counties);
    if (code.empty() || std::find(codes.begin(), codes.end(), code) != codes.end()) return code;
    node.report_at(member, in_quotes(code), suggestion("a county of the vocabulary", node, code, codes));
    return {};
}

std::string read_url(const JsonNode& node, std::string_view member, Need need) {
    const std::string url = need == Need::required ? node.text(member, 500) : node.optional_text(member, 500);
    if (url.empty() || is_web_address(url)) return url;
    node.report_at(member, in_quotes(url), "a web address that begins with https:// or http://");
    return {};
}

std::string suggestion(std::string expected, const JsonNode& at, std::string_view wrong, const std::vector<std::string_view>& codes) {
    const std::string meant = at.has_said_enough() ? std::string() : nearest_code(wrong, codes);
    return meant.empty() ? expected : expected + ", perhaps \"" + meant + "\"";
}

std::optional<std::size_t> read_place(const JsonNode& node, std::string_view member, const std::vector<std::string_view>& names, Need need) {
    const std::string text = need == Need::required ? node.text(member) : node.optional_text(member);
    const auto at = std::find(names.begin(), names.end(), text);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    if (!text.empty()) node.report_at(member, in_quotes(text), "one of " + join(names));
    return std::nullopt;
}

}  // namespace finder
