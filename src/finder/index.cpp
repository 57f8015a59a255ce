#include "finder/search.hpp"
#include "finder/text.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace finder {

namespace {

using Postings = std::vector<Posting>;

// Programs come in increasing order.
void post(Postings& postings, std::uint32_t program, Field field) {
    if (postings.empty() || postings.back().program != program) postings.push_back({program, field});
    else postings.back().field = std::min(postings.back().field, field);
}

class TermBuilder {
public:
    // Where programs with a word of `text` are noted; they stay in their places.
    std::vector<Postings*> postings_of(std::string_view text) {
        std::vector<Postings*> all;
        for (std::string& word : index_words(text)) all.push_back(&terms_[std::move(word)]);
        return all;
    }

    void add(std::uint32_t program, Field field, std::string_view text) {
        for (Postings* postings : postings_of(text)) post(*postings, program, field);
    }

    // A word of a value that no program offers finds nothing.
    std::vector<Term> take() {
        std::vector<Term> terms;
        for (auto& [word, postings] : terms_)
            if (!postings.empty()) terms.push_back({word, std::move(postings)});
        return terms;
    }

private:
    std::map<std::string, Postings> terms_;
};

// By facet and value: thousands of programs offer the same, whose words are taken apart once.
using ValuePostings = std::vector<std::vector<std::vector<Postings*>>>;

ValuePostings value_postings(TermBuilder& terms, const Dataset& dataset) {
    ValuePostings all;
    for (const Facet& facet : dataset.facets) {
        auto& of_facet = all.emplace_back();
        for (const FacetValue& value : facet.values) {
            std::vector<Postings*> of_value = terms.postings_of(value.label);
            for (const std::string& word : value.search_words)
                for (Postings* postings : terms.postings_of(word)) of_value.push_back(postings);
            of_facet.push_back(std::move(of_value));
        }
    }
    return all;
}

void add_words(TermBuilder& terms, const ValuePostings& values, const Dataset& dataset, std::uint32_t p) {
    const Program& program = dataset.programs[p];
    terms.add(p, Field::name, program.name);
    terms.add(p, Field::organization, program.organization);
    if (program.address) terms.add(p, Field::place, program.address->city + " " + program.address->postal_code);
    for (const Fact& fact : program.facts) {
        if (fact.stated != Stated::offered) continue;
        const Field field = is_place(dataset.facets[fact.what.facet]) ? Field::place : Field::facet;
        for (Postings* postings : values[fact.what.facet][fact.what.value]) post(*postings, p, field);
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
    const ValuePostings values = value_postings(terms, dataset);
    for (std::uint32_t p = 0; p < index.programs; ++p) {
        add_facts(index, dataset.programs[p], p);
        add_words(terms, values, dataset, p);
    }
    index.terms = terms.take();
    for (const FacetSets& sets : index.facets) {
        index.totals.emplace_back();
        for (const ProgramSet& offered : sets.offered) index.totals.back().push_back(offered.count());
    }
    for (std::size_t f = 0; f < index.facets.size(); ++f)
        if (is_place(dataset.facets[f])) refuse_other_places(index.facets[f], index.programs);
    return index;
}

}  // namespace finder
