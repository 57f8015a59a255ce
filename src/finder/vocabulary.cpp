#include "finder/vocabulary.hpp"

#include "finder/json_reader.hpp"

#include <limits>
#include <set>

namespace finder {

namespace {

constexpr std::size_t most_codes = std::numeric_limits<std::uint16_t>::max();

// The codes of one list, each once and no more than FacetValueId can name.
class Codes {
public:
    void add(const std::string& code, const JsonNode& item) {
        if (!code.empty() && !codes_.insert(code).second) item.report_at("code", in_quotes(code) + " again", "a code of its own");
        if (codes_.size() == most_codes) item.report("more than " + std::to_string(most_codes - 1) + " codes", "fewer");
    }

private:
    std::set<std::string> codes_;
};

FacetValue read_value(const JsonNode& node) {
    FacetValue value;
    node.only_members({"code", "label", "plain", "search"});
    value.code = node.code("code");
    value.label = node.text("label");
    value.plain = node.optional_text("plain");
    node.each("search", Need::optional, [&](const JsonNode& word) { value.search_words.push_back(word.as_text()); });
    return value;
}

std::vector<FacetValue> read_values(const JsonNode& node, std::string_view member) {
    std::vector<FacetValue> values;
    Codes codes;
    node.each_object(member, Need::required, [&](const JsonNode& item) {
        values.push_back(read_value(item));
        codes.add(values.back().code, item);
    });
    return values;
}

std::vector<Facet> read_facets(const JsonNode& root) {
    std::vector<Facet> facets;
    Codes codes;
    root.each_object("facets", Need::required, [&](const JsonNode& node) {
        node.only_members({"code", "label", "values"});
        facets.push_back({node.code("code"), node.text("label"), read_values(node, "values")});
        const std::string& code = facets.back().code;
        codes.add(code, node);
        if (code == county_facet || code == city_facet) node.report_at("code", in_quotes(code), "another one: this facet is made from addresses");
    });
    return facets;
}

}  // namespace

std::optional<std::uint16_t> Facet::find(std::string_view value_code) const {
    for (std::size_t v = 0; v < values.size(); ++v)
        if (values[v].code == value_code) return static_cast<std::uint16_t>(v);
    return std::nullopt;
}

std::optional<std::uint16_t> find_facet(const std::vector<Facet>& facets, std::string_view code) {
    for (std::size_t f = 0; f < facets.size(); ++f)
        if (facets[f].code == code) return static_cast<std::uint16_t>(f);
    return std::nullopt;
}

std::variant<Vocabulary, std::vector<DataError>> load_vocabulary(std::string_view json, std::string_view file) {
    JsonDocument document(json, file);
    Vocabulary vocabulary;
    if (const JsonNode root = document.root(); root.is_object()) {
        root.only_members({"format", "facets", "counties"});
        root.expect_text("format", "program-finder-vocabulary/1");
        vocabulary.facets = read_facets(root);
        vocabulary.counties = read_values(root, "counties");
    }
    if (document.has_errors()) return document.take_errors();
    return vocabulary;
}

}  // namespace finder
