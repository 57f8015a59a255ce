#include "finder/search.hpp"

#include "finder/text.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace finder {

namespace {

// They say nothing about a program, so "yoga in San Mateo" means what "yoga San Mateo" means.
bool says_nothing(const std::string& word) {
    static constexpr std::string_view words[] = {"a", "an", "and", "at", "for", "i", "in", "me", "my", "near", "of", "on", "or", "the", "to", "with"};
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Each word once: saying it twice asks for nothing more and should not change the order.
std::vector<std::string> words_to_find(const std::string& text) {
    std::vector<std::string> words = query_words(text);
    if (!std::all_of(words.begin(), words.end(), says_nothing)) std::erase_if(words, says_nothing);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

struct TextMatch {
    ProgramSet programs;
    std::vector<std::uint32_t> rank;   // by program: the sum of the fields its words were found in, smaller is better; empty without words
};

// Keeps the programs with a word that begins with `prefix`, and adds the best field of each to its rank.
void match_word(const Index& index, const std::string& prefix, TextMatch& match) {
    ProgramSet found(index.programs);
    std::vector<std::uint32_t> field(index.programs);
    auto term = std::lower_bound(index.terms.begin(), index.terms.end(), prefix, [](const Term& t, const std::string& w) { return t.word < w; });
    for (; term != index.terms.end() && term->word.compare(0, prefix.size(), prefix) == 0; ++term) {
        for (const Posting& posting : term->postings) {
            const auto value = static_cast<std::uint32_t>(posting.field);
            field[posting.program] = found.contains(posting.program) ? std::min(field[posting.program], value) : value;
            found.insert(posting.program);
        }
    }
    match.programs &= found;
    match.programs.for_each([&](std::size_t p) { match.rank[p] += field[p]; });
}

TextMatch match_text(const Index& index, const std::string& text) {
    const std::vector<std::string> words = words_to_find(text);
    TextMatch match{ProgramSet(index.programs, true), {}};
    if (!words.empty()) match.rank.resize(index.programs);
    for (const std::string& word : words)
        if (match.programs.count() > 0) match_word(index, word, match);
    return match;
}

// What passes one facet: for certain, and together with those that do not state it.
struct Pass {
    ProgramSet offered, may;
};

std::vector<std::uint16_t> selection(const Query& query, std::size_t facet) {
    return facet < query.selected.size() ? query.selected[facet] : std::vector<std::uint16_t>();
}

Pass pass_facet(const Index& index, std::size_t facet, const std::vector<std::uint16_t>& values) {
    if (values.empty()) return {ProgramSet(index.programs, true), ProgramSet(index.programs, true)};
    Pass pass{ProgramSet(index.programs), ProgramSet(index.programs)};
    for (const std::uint16_t value : values) {
        assert(value < index.facets[facet].offered.size());
        ProgramSet not_refused(index.programs, true);
        not_refused.remove(index.facets[facet].not_offered[value]);
        pass.offered |= index.facets[facet].offered[value];
        pass.may |= not_refused;
    }
    return pass;
}

// What passes the text and the facets for certain: one set a facet of what passes it, and one of what passes
// the text and all OTHER facets. Made of products of prefixes and suffixes, so that the cost grows with the
// number of facets and not with its square.
struct Passes {
    std::vector<ProgramSet> of, others;
};

Passes pass_all(const Index& index, const Query& query, const ProgramSet& text) {
    Passes passes;
    for (std::size_t f = 0; f < index.facets.size(); ++f) passes.of.push_back(pass_facet(index, f, selection(query, f)).offered);
    ProgramSet before = text, after(index.programs, true);
    for (const ProgramSet& of : passes.of) {
        passes.others.push_back(before);
        before &= of;
    }
    for (std::size_t f = passes.of.size(); f-- > 0;) {
        passes.others[f] &= after;
        after &= passes.of[f];
    }
    return passes;
}

Pass pass_query(const Index& index, const Query& query, const ProgramSet& text) {
    Pass all{text, text};
    for (std::size_t f = 0; f < index.facets.size(); ++f) {
        const Pass pass = pass_facet(index, f, selection(query, f));
        all.offered &= pass.offered;
        all.may &= pass.may;
    }
    return all;
}

std::vector<std::vector<std::size_t>> count_values(const Index& index, const Passes& passes) {
    std::vector<std::vector<std::size_t>> counts;
    for (std::size_t f = 0; f < index.facets.size(); ++f) {
        std::vector<std::size_t>& of_facet = counts.emplace_back();
        for (const ProgramSet& offered : index.facets[f].offered) of_facet.push_back(count_common(offered, passes.others[f]));
    }
    return counts;
}

// By program: in how many lists it states nothing of what was chosen.
std::vector<std::uint32_t> count_not_stated(const Index& index, const Query& query, const Passes& passes) {
    std::vector<std::uint32_t> counts(index.programs);
    for (std::size_t f = 0; f < passes.of.size(); ++f)
        if (!selection(query, f).empty())
            for (std::uint32_t p = 0; p < index.programs; ++p) counts[p] += !passes.of[f].contains(p);
    return counts;
}

void add_hits(const ProgramSet& programs, Fit fit, std::vector<Hit>& hits) {
    programs.for_each([&](std::size_t p) { hits.push_back({static_cast<std::uint32_t>(p), fit}); });
}

// Stable: equal ranks keep the order they have, first that of names.
void sort_hits(std::vector<Hit>& hits, std::size_t first, const std::vector<std::uint32_t>& rank) {
    if (rank.empty()) return;
    std::stable_sort(hits.begin() + static_cast<std::ptrdiff_t>(first), hits.end(), [&](const Hit& a, const Hit& b) { return rank[a.program] < rank[b.program]; });
}

std::vector<Relaxation> relax(const Index& index, const Query& query, const Passes& passes) {
    std::vector<Relaxation> ways;
    const auto consider = [&](bool drops_text, FacetValueId drops, std::size_t total) {
        if (total > 0) ways.push_back({drops_text, drops, total});
    };
    ProgramSet any_text(index.programs, true);
    for (const ProgramSet& of : passes.of) any_text &= of;
    consider(true, {}, any_text.count());   // 0 when there is no text, since then nothing is dropped
    for (std::size_t f = 0; f < index.facets.size(); ++f) {
        const std::vector<std::uint16_t> chosen = selection(query, f);
        for (const std::uint16_t value : chosen) {
            std::vector<std::uint16_t> rest = chosen;
            std::erase(rest, value);
            const Pass pass = pass_facet(index, f, rest);
            consider(false, {static_cast<std::uint16_t>(f), value}, count_common(passes.others[f], pass.offered));
        }
    }
    std::stable_sort(ways.begin(), ways.end(), [](const Relaxation& a, const Relaxation& b) { return a.total > b.total; });
    return ways;
}

}  // namespace

// The order people can read: what is confirmed before what may fit, and of that what leaves fewest choices open;
// then where the words were found (a name before an organization, a place, a fact; with several words the sum
// counts, and of several places of one word the best); then by name.
Results search(const Index& index, const Query& query) {
    const TextMatch text = match_text(index, query.text);
    const Pass all = pass_query(index, query, text.programs);
    const Passes passes = pass_all(index, query, text.programs);
    ProgramSet may_fit = all.may;
    may_fit.remove(all.offered);
    Results results;
    results.counts = count_values(index, passes);
    results.totals = index.totals;
    results.confirmed = all.offered.count();
    results.may_fit = may_fit.count();
    add_hits(all.offered, Fit::confirmed, results.hits);
    sort_hits(results.hits, 0, text.rank);
    if (query.include_not_stated) {
        add_hits(may_fit, Fit::may_fit, results.hits);
        sort_hits(results.hits, results.confirmed, text.rank);
        sort_hits(results.hits, results.confirmed, count_not_stated(index, query, passes));
    }
    if (results.confirmed == 0) results.relaxations = relax(index, query, passes);
    return results;
}

}  // namespace finder
