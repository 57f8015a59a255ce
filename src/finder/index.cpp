#include "finder/search.hpp"
#include "finder/text.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace finder {

namespace {

class TermBuilder {
public:
    // Programs come in increasing order.
    void add(std::uint32_t program, Field field, std::string_view text) {
        for (std::string& word : index_words(text)) {
            auto& postings = terms_[std::move(word)];
            if (postings.empty() || postings.back().program != program) postings.push_back({program, field});
            else postings.back().field = std::min(postings.back().field, field);
        }
    }

    std::vector<Term> take() {
        std::vector<Term> terms;
        for (auto& [word, postings] : terms_) terms.push_back({word, std::move(postings)});
        return terms;
    }

private:
    std::map<std::string, std::vector<Posting>> terms_;
};

void add_words(TermBuilder& terms, const Dataset& dataset, std::uint32_t p) {
    const Program& program = dataset.programs[p];
    terms.add(p, Field::name, program.name);
    terms.add(p, Field::organization, program.organization);
    if (program.address) terms.add(p, Field::place, program.address->city + " " + program.address->postal_code);
    for (const Fact& fact : program.facts) {
        if (fact.stated != Stated::offered) continue;
        const Facet& facet = dataset.facets[fact.what.facet];
        const FacetValue& value = facet.values[fact.what.value];
        const Field field = is_place(facet) ? Field::place : Field::facet;
        terms.add(p, field, value.label);
        for (const std::string& word : value.search_words) terms.add(p, field, word);
    }
}

void add_facts(Index& index, const Program& program, std::uint32_t p) {
    for (const Fact& fact : program.facts) {
        FacetSets& sets = index.facets[fact.what.facet];
        if (fact.stated == Stated::offered) sets.offered[fact.what.value].insert(p);
        if (fact.stated == Stated::not_offered) sets.not_offered[fact.what.value].insert(p);
    }
}

// A program that is in one county is known not to be in another: otherwise every program with an address
// "may" be in every county. Only one without an address leaves the question open.
void refuse_other_places(FacetSets& sets, std::size_t programs) {
    ProgramSet somewhere(programs);
    for (const ProgramSet& there : sets.offered) somewhere |= there;
    for (std::size_t v = 0; v < sets.offered.size(); ++v) {
        sets.not_offered[v] |= somewhere;
        sets.not_offered[v].remove(sets.offered[v]);
    }
}

}  // namespace

Index build_index(const Dataset& dataset) {
    Index index;
    index.programs = dataset.programs.size();
    for (const Facet& facet : dataset.facets) {
        const std::vector<ProgramSet> none(facet.values.size(), ProgramSet(index.programs));
        index.facets.push_back({none, none});
    }
    TermBuilder terms;
    for (std::uint32_t p = 0; p < index.programs; ++p) {
        add_facts(index, dataset.programs[p], p);
        add_words(terms, dataset, p);
    }
    index.terms = terms.take();
    for (std::size_t f = 0; f < index.facets.size(); ++f)
        if (is_place(dataset.facets[f])) refuse_other_places(index.facets[f], index.programs);
    return index;
}

}  // namespace finder
