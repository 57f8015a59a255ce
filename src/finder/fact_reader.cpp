#include "finder/fact_reader.hpp"

#include <algorithm>
#include <tuple>

namespace finder {

namespace {

std::string_view words(Stated stated) { return stated == Stated::offered ? "offered" : "not offered"; }

// The facts read so far, at most one a value.
class FactList {
public:
    // A second source that says the same adds nothing, and a clear word replaces "ask"; two clear words that
    // contradict each other must be settled by a person.
    void add(Fact fact, const JsonNode& item) {
        ++given_;
        const auto at = std::find_if(facts_.begin(), facts_.end(), [&](const Placed& p) { return p.fact.what == fact.what; });
        if (at == facts_.end()) return facts_.push_back({std::move(fact), item.pointer()});
        const Stated known = at->fact.stated;
        if (fact.stated == Stated::ask || fact.stated == known) return;
        if (known == Stated::ask) *at = {std::move(fact), item.pointer()};
        else item.report(std::string(words(fact.stated)) + " here, but " + std::string(words(known)) + " at " + at->pointer, "one of the two");
    }

    void count_wrong() { ++given_; }
    std::size_t given() const { return given_; }   // wrong ones too: they have errors of their own

    std::vector<Fact> take_sorted() {
        const auto order = [](const Placed& p) { return std::tuple(p.fact.what.facet, p.fact.what.value); };
        std::sort(facts_.begin(), facts_.end(), [&](const Placed& a, const Placed& b) { return order(a) < order(b); });
        std::vector<Fact> sorted;
        for (Placed& placed : facts_) sorted.push_back(std::move(placed.fact));
        return sorted;
    }

private:
    struct Placed { Fact fact; std::string pointer; };

    std::vector<Placed> facts_;
    std::size_t given_ = 0;
};

// What the values in one list have in common.
struct Saying {
    Stated stated;
    SourceId source;
    const std::string& because;
};

void read_value(const JsonNode& item, std::uint16_t facet, const Saying& saying, const Vocabulary& vocabulary, FactList& facts) {
    const Facet& known = vocabulary.facets[facet];
    const std::string code = item.as_text();
    if (const auto value = known.find(code)) return facts.add({{facet, *value}, saying.stated, saying.source, saying.because}, item);
    facts.count_wrong();
    if (!code.empty()) item.report(in_quotes(code), suggestion("a code of \"" + known.code + "\"", item, code, codes_of(known.values)));
}

void read_values(const JsonNode& block, std::string_view member, const Saying& saying, const Vocabulary& vocabulary, FactList& facts) {
    block.each_member(member, Need::optional, [&](const std::string& code, const JsonNode& list) {
        if (code.rfind("x-", 0) == 0) return;
        const auto facet = find_facet(vocabulary.facets, code);
        if (facet) return list.items([&](const JsonNode& item) { read_value(item, *facet, saying, vocabulary, facts); });
        facts.count_wrong();
        list.report(in_quotes(code), suggestion("a facet of the vocabulary", list, code, codes_of(vocabulary.facets)));
    });
}

}  // namespace

Facts read_facts(const JsonNode& program, const Known& known) {
    FactList facts;
    std::optional<SourceId> first;
    program.each_object("facts", Need::required, [&](const JsonNode& block) {
        block.only_members({"source", "offered", "not_offered", "ask", "ask_because"});
        const SourceId source = read_source(block, known);
        const std::string because = block.optional_text("ask_because", max_long_text), none;
        if (!first) first = source;
        read_values(block, "offered", {Stated::offered, source, none}, known.vocabulary, facts);
        read_values(block, "not_offered", {Stated::not_offered, source, none}, known.vocabulary, facts);
        read_values(block, "ask", {Stated::ask, source, because}, known.vocabulary, facts);
    });
    if (program.gives("facts") && facts.given() == 0) program.report_at("facts", "no fact", "at least one");
    return {facts.take_sorted(), first.value_or(0)};
}

}  // namespace finder
