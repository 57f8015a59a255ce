#include "finder/dataset.hpp"

#include "finder/dataset_rules.hpp"
#include "finder/place_facets.hpp"
#include "finder/program_reader.hpp"
#include "finder/text.hpp"

#include <algorithm>
#include <limits>

namespace finder {

namespace {

Source read_source_entry(const std::string& id, const JsonNode& node) {
    node.only_members({"title", "publisher", "method", "date", "about", "url", "read_on"});
    Source source;
    source.id = id;
    source.title = node.text("title");
    source.publisher = node.text("publisher");
    source.method = read_choice(node, "method", {"provider_site", "directory", "news", "third_party_list", "founding_text", "county_page", "phone_call"},
                                Need::required, Method::directory);
    source.date = node.date("date", Need::optional);
    source.about = node.optional_text("about", max_long_text);
    source.url = read_url(node, "url", Need::optional);
    source.read_on = node.date("read_on", Need::required, true);
    return source;
}

SourceIds read_sources(const JsonNode& root, std::vector<Source>& sources) {
    SourceIds ids;
    root.each_member("sources", Need::required, [&](const std::string& id, const JsonNode& node) {
        if (!is_slug(id, "-_.") || id.size() > 120) node.report(in_quotes(id) + " as a name", "small letters, digits and hyphens, such as samhsa-2024");
        // A wrong source still counts as defined, so that what refers to it is not wrong as well.
        if (sources.size() > std::numeric_limits<SourceId>::max()) return node.report("one source too many", "at most 65536");
        ids.emplace(id, static_cast<SourceId>(sources.size()));
        sources.push_back(node.is_object() ? read_source_entry(id, node) : Source{});
    });
    return ids;
}

void check_number(const JsonNode& node, std::string_view member, const std::string& number, bool (*is_short)(std::string_view)) {
    if (number.empty() || is_phone_number(number) || is_short(number)) return;
    node.report_at(member, in_quotes(number), "a number such as +16505550123, or a short one such as 988");
}

HelpLine read_help_line(const JsonNode& node, const Known& known) {
    node.only_members({"name", "call", "text", "county", "hours", "note", "source"});
    HelpLine line;
    line.name = node.text("name");
    line.call = node.optional_text("call");
    line.text = node.optional_text("text");
    line.county = read_county(node, "county", known);
    line.hours = node.optional_text("hours");
    line.source = read_source(node, known);
    static_cast<void>(node.optional_text("note", max_long_text));   // for curators
    check_number(node, "call", line.call, is_short_code);
    check_number(node, "text", line.text, is_short_text_code);
    if (!node.gives("call") && !node.gives("text")) node.report("no number", "a number to call or text");
    return line;
}

std::vector<ProgramRecord> read_programs(const JsonNode& root, const Known& known) {
    std::vector<ProgramRecord> records;
    std::map<std::string, std::string> ids;   // with the pointers to their programs
    root.each_object("programs", Need::required, [&](const JsonNode& node) {
        records.push_back(read_program(node, known));
        const std::string& id = records.back().program.id;
        if (id.empty()) return;
        const auto [at, is_new] = ids.try_emplace(id, node.pointer());
        if (!is_new) node.report_at("id", in_quotes(id) + ", which is also the id of " + at->second, "an id of its own");
    });
    return records;
}

void sort_by_name(std::vector<ProgramRecord>& records) {
    std::vector<std::pair<std::string, std::size_t>> order;
    // No name has the character 0, so that it parts the name from the id.
    for (std::size_t r = 0; r < records.size(); ++r) order.push_back({fold(records[r].program.name) + '\0' + records[r].program.id, r});
    std::sort(order.begin(), order.end());
    std::vector<ProgramRecord> sorted;
    for (const auto& entry : order) sorted.push_back(std::move(records[entry.second]));
    records = std::move(sorted);
}

Dataset read_dataset(const JsonNode& root, const Vocabulary& vocabulary) {
    Dataset dataset;
    root.only_members({"format", "title", "compiled_on", "home_county", "help_lines", "sources", "programs"});
    root.expect_text("format", "program-finder-data/1");
    dataset.title = root.text("title");
    dataset.compiled_on = root.date("compiled_on", Need::required, true);
    const SourceIds sources = read_sources(root, dataset.sources);
    const Known known{vocabulary, sources};
    dataset.home_county = read_county(root, "home_county", known);
    root.each_object("help_lines", Need::optional, [&](const JsonNode& node) { dataset.help_lines.push_back(read_help_line(node, known)); });
    std::vector<ProgramRecord> records = read_programs(root, known);
    sort_by_name(records);
    PlaceFacets places = add_places(records, vocabulary);
    if (places.city.values.size() > most_cities) root.report_at("programs", std::to_string(places.city.values.size()) + " cities", "at most " + std::to_string(most_cities));
    dataset.facets = vocabulary.facets;
    dataset.facets.push_back(std::move(places.county));
    dataset.facets.push_back(std::move(places.city));
    for (ProgramRecord& record : records) dataset.programs.push_back(std::move(record.program));
    return dataset;
}

}  // namespace

std::variant<Dataset, std::vector<DataError>> load_dataset(std::string_view json, std::string_view file, const Vocabulary& vocabulary) {
    JsonDocument document(json, file);
    Dataset dataset;
    if (const JsonNode root = document.root(); root.is_object()) dataset = read_dataset(root, vocabulary);
    if (document.has_errors()) return document.take_errors();
    return dataset;
}

}  // namespace finder
