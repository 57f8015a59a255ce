#include "finder/search.hpp"

#include "finder/text.hpp"

#include "test_finder_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace finder;
using namespace finder_test;

namespace {

// --- The same search, in the plainest way: every question asked of every program.

bool is_place_code(const std::string& code) { return code == "county" || code == "city"; }

bool offers(const Program& program, FacetValueId what) {
    const Fact* fact = program.find(what);
    return fact && fact->stated == Stated::offered;
}

bool refuses(const Dataset& dataset, const Program& program, FacetValueId what) {
    const Fact* fact = program.find(what);
    if (fact) return fact->stated == Stated::not_offered;
    if (!is_place_code(dataset.facets[what.facet].code)) return false;
    // Somebody who is in one place is not in another.
    return std::any_of(program.facts.begin(), program.facts.end(), [&](const Fact& f) { return f.what.facet == what.facet && f.stated == Stated::offered; });
}

bool passes_facet(const Dataset& dataset, const Program& program, const Query& query, std::size_t f, bool may) {
    if (f >= query.selected.size() || query.selected[f].empty()) return true;
    return std::any_of(query.selected[f].begin(), query.selected[f].end(), [&](std::uint16_t v) {
        const FacetValueId what{static_cast<std::uint16_t>(f), v};
        return may ? !refuses(dataset, program, what) : offers(program, what);
    });
}

bool passes_facets(const Dataset& dataset, const Program& program, const Query& query, bool may, std::size_t but = ~std::size_t{0}) {
    for (std::size_t f = 0; f < dataset.facets.size(); ++f)
        if (f != but && !passes_facet(dataset, program, query, f, may)) return false;
    return true;
}

std::vector<std::pair<std::string, unsigned>> words_of(const Dataset& dataset, const Program& program) {
    std::vector<std::pair<std::string, unsigned>> words;
    const auto add = [&](unsigned field, const std::string& text) {
        for (const std::string& word : index_words(text)) words.push_back({word, field});
    };
    add(0, program.name);
    add(1, program.organization);
    if (program.address) add(2, program.address->city), add(2, program.address->postal_code);
    for (const Fact& fact : program.facts) {
        if (fact.stated != Stated::offered) continue;
        const Facet& facet = dataset.facets[fact.what.facet];
        const unsigned field = is_place_code(facet.code) ? 2 : 3;
        add(field, facet.values[fact.what.value].label);
        for (const std::string& word : facet.values[fact.what.value].search_words) add(field, word);
    }
    return words;
}

std::vector<std::string> asked_words(const std::string& text) {
    static const std::set<std::string> ignored = {"the", "in", "for", "and", "of", "a", "an", "near", "with", "my", "me", "to", "i", "on", "at", "or"};
    std::vector<std::string> all = query_words(text), telling;
    for (const std::string& word : all)
        if (ignored.count(word) == 0) telling.push_back(word);
    if (telling.empty()) telling = all;
    const std::set<std::string> once(telling.begin(), telling.end());
    return {once.begin(), once.end()};
}

// The sum of the fields in which the words were found, or nothing when one was not.
std::optional<unsigned> rank(const Dataset& dataset, const Program& program, const std::string& text) {
    const auto words = words_of(dataset, program);
    unsigned sum = 0;
    for (const std::string& asked : asked_words(text)) {
        unsigned best = 9;
        for (const auto& [word, field] : words)
            if (word.compare(0, asked.size(), asked) == 0) best = std::min(best, field);
        if (best == 9) return std::nullopt;
        sum += best;
    }
    return sum;
}

std::size_t naive_total(const Dataset& dataset, const Query& query) {
    std::size_t total = 0;
    for (const Program& program : dataset.programs) total += rank(dataset, program, query.text) && passes_facets(dataset, program, query, false);
    return total;
}

std::vector<Relaxation> naive_relaxations(const Dataset& dataset, const Query& query) {
    std::vector<Relaxation> ways;
    Query other = query;
    other.text.clear();
    if (const std::size_t total = naive_total(dataset, other); total > 0) ways.push_back({true, {}, total});
    for (std::size_t f = 0; f < query.selected.size(); ++f)
        for (const std::uint16_t value : query.selected[f]) {
            other = query;
            std::erase(other.selected[f], value);
            if (const std::size_t total = naive_total(dataset, other); total > 0) ways.push_back({false, {static_cast<std::uint16_t>(f), value}, total});
        }
    std::stable_sort(ways.begin(), ways.end(), [](const Relaxation& a, const Relaxation& b) { return a.total > b.total; });
    return ways;
}

std::size_t not_stated(const Dataset& dataset, const Program& program, const Query& query) {
    std::size_t lists = 0;
    for (std::uint16_t f = 0; f < std::min(dataset.facets.size(), query.selected.size()); ++f) {
        const auto& chosen = query.selected[f];
        lists += !chosen.empty() && std::none_of(chosen.begin(), chosen.end(), [&](std::uint16_t v) { return offers(program, {f, v}); });
    }
    return lists;
}

Results naive_search(const Dataset& dataset, const Query& query) {
    Results results;
    std::vector<std::tuple<Fit, std::size_t, unsigned, std::uint32_t>> found;   // with the number of lists of which nothing chosen is stated
    for (const Facet& facet : dataset.facets) results.counts.emplace_back(facet.values.size());
    for (std::uint32_t p = 0; p < dataset.programs.size(); ++p) {
        const Program& program = dataset.programs[p];
        const auto r = rank(dataset, program, query.text);
        if (!r) continue;
        const bool confirmed = passes_facets(dataset, program, query, false), may = !confirmed && passes_facets(dataset, program, query, true);
        results.confirmed += confirmed;
        results.may_fit += may;
        if (confirmed) found.push_back({Fit::confirmed, 0, *r, p});
        if (may && query.include_not_stated) found.push_back({Fit::may_fit, not_stated(dataset, program, query), *r, p});
        for (std::uint16_t f = 0; f < dataset.facets.size(); ++f)
            for (std::uint16_t v = 0; v < dataset.facets[f].values.size(); ++v)
                results.counts[f][v] += offers(program, {f, v}) && passes_facets(dataset, program, query, false, f);
    }
    std::sort(found.begin(), found.end());
    for (const auto& [fit, open, r, p] : found) results.hits.push_back({p, fit});
    if (results.confirmed == 0) results.relaxations = naive_relaxations(dataset, query);
    return results;
}

// Everything in the results as one text, so that a difference can be read.
std::string told(const Results& results) {
    std::string text = "hits";
    for (const Hit& hit : results.hits) text += " " + std::to_string(hit.program) + (hit.fit == Fit::may_fit ? "?" : "");
    text += "\nconfirmed " + std::to_string(results.confirmed) + " may fit " + std::to_string(results.may_fit) + "\ncounts";
    for (const auto& facet : results.counts) {
        text += " |";
        for (const std::size_t count : facet) text += " " + std::to_string(count);
    }
    text += "\nrelaxations";
    for (const Relaxation& way : results.relaxations)
        text += " " + (way.drops_text ? "text" : std::to_string(way.drops.facet) + "." + std::to_string(way.drops.value)) + "=" + std::to_string(way.total);
    return text;
}

// --- Random datasets and queries

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return engine_() % n; }
    bool chance(std::size_t percent) { return below(100) < percent; }
    std::string words(std::size_t most) {
        static const char* const pool[] = {"north", "Bay", "Medi-Cal", "house", "hope", "The", "of", "Teen’s", "yoga", "Yogaville", "San", "Sana", "94070", "art", "ár", "IOP", "a", "step-down", "Mateo", "x"};
        std::string text;
        for (std::size_t n = below(most + 1); n > 0; --n) (text += text.empty() ? "" : " ") += pool[below(std::size(pool))];
        return text;
    }

private:
    std::mt19937 engine_;
};

std::vector<Facet> random_facets(Random& random) {
    std::vector<Facet> facets;
    const std::size_t own = random.below(5);
    for (std::size_t f = 0; f < own + 2; ++f) {
        Facet facet{f < own ? "f" + std::to_string(f) : f == own ? "county" : "city", "Facet", {}};
        for (std::size_t v = random.below(6); v > 0; --v) {
            facet.values.push_back({"v" + std::to_string(v), "v " + random.words(2), "", {}});
            if (random.chance(40)) facet.values.back().search_words.push_back(random.words(2));
        }
        facets.push_back(std::move(facet));
    }
    return facets;
}

Program random_program(Random& random, const std::vector<Facet>& facets) {
    Program program;
    program.name = "n " + random.words(3);
    program.organization = "o " + random.words(2);
    if (random.chance(60)) program.address.emplace().city = random.words(2);
    for (std::size_t f = 0; f < facets.size(); ++f) {
        const bool place = f + 2 >= facets.size();
        const std::size_t here = random.below(8);
        for (std::size_t v = 0; v < facets[f].values.size(); ++v) {
            const FacetValueId what{static_cast<std::uint16_t>(f), static_cast<std::uint16_t>(v)};
            if (place && v == here) program.facts.push_back({what, Stated::offered, 0, ""});
            if (!place && random.chance(60)) program.facts.push_back({what, static_cast<Stated>(random.below(3)), 0, ""});
        }
    }
    return program;
}

Dataset random_dataset(Random& random) {
    Dataset dataset;
    dataset.facets = random_facets(random);
    for (std::size_t n = random.chance(10) ? random.below(3) : random.below(150); n > 0; --n) dataset.programs.push_back(random_program(random, dataset.facets));
    return dataset;
}

Query random_query(Random& random, const Dataset& dataset) {
    Query query;
    if (random.chance(60)) query.text = random.words(3);
    if (random.chance(15)) query.text += random.chance(50) ? " zzz" : " ma";
    query.include_not_stated = random.chance(50);
    query.selected.resize(random.below(dataset.facets.size() + 1));
    for (std::size_t f = 0; f < query.selected.size(); ++f)
        for (std::uint16_t v = 0; v < dataset.facets[f].values.size(); ++v)
            if (random.chance(20)) query.selected[f].push_back(v);
    return query;
}

// --- The small dataset, by hand

struct Small {
    Dataset dataset = std::get<Dataset>(load(small_dataset()));
    Index index = build_index(dataset);

    std::vector<std::string> ids(const Query& query) const {
        std::vector<std::string> found;
        for (const Hit& hit : search(index, query).hits) found.push_back(dataset.programs[hit.program].id + (hit.fit == Fit::may_fit ? "?" : ""));
        return found;
    }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("search finds, orders, counts and relaxes as a scan of every program does") {
    Random random(3);
    std::size_t cases = 0, empty = 0, relaxed = 0, maybe = 0;
    for (int d = 0; d < 300; ++d) {
        const Dataset dataset = random_dataset(random);
        const Index index = build_index(dataset);
        for (std::uint16_t f = 0; f < dataset.facets.size(); ++f)
            for (std::uint16_t v = 0; v < dataset.facets[f].values.size(); ++v) {
                const auto total = std::count_if(dataset.programs.begin(), dataset.programs.end(), [&](const Program& p) { return offers(p, {f, v}); });
                REQUIRE(search(index, {}).totals[f][v] == static_cast<std::size_t>(total));
            }
        for (int q = 0; q < 12; ++q, ++cases) {
            const Query query = random_query(random, dataset);
            const Results results = search(index, query);
            CAPTURE(d);
            CAPTURE(q);
            CAPTURE(query.text);
            REQUIRE(told(results) == told(naive_search(dataset, query)));
            empty += results.hits.empty();
            relaxed += !results.relaxations.empty();
            maybe += results.may_fit > 0;
        }
    }
    // The cases are worth something only when they reach every branch.
    CHECK(cases >= 2000);
    CHECK(empty > 200);
    CHECK(relaxed > 200);
    CHECK(maybe > 500);
}

TEST_CASE("a count says how many programs there would be if one also ticked the value") {
    Random random(4);
    for (int round = 0; round < 300; ++round) {
        const Dataset dataset = random_dataset(random);
        const Index index = build_index(dataset);
        Query query = random_query(random, dataset);
        query.selected.resize(dataset.facets.size());
        const Results results = search(index, query);
        for (std::size_t f = 0; f < dataset.facets.size(); ++f)
            for (std::uint16_t v = 0; v < dataset.facets[f].values.size(); ++v) {
                Query only = query;
                only.selected[f] = {v};
                REQUIRE(search(index, only).confirmed == results.counts[f][v]);
            }
    }
}

TEST_CASE("a query without words and choices finds every program in the order of names") {
    const Small small;
    CHECK(small.ids({}) == Ids{"alder", "zinnia-house"});
    CHECK(small.ids({" ... ", {}, false}) == Ids{"alder", "zinnia-house"});
    CHECK(search(small.index, {}).relaxations.empty());
}

TEST_CASE("words are found in names, organizations, places and offered facts, by their beginnings") {
    const Small small;
    for (const char* text : {"zinnia", "ZIN", "zinnia inc", "carlos", "94070", "peninsula", "san mateo county", "ptsd", "trauma", "intensive outpat", "Zinnia trauma 94070", "zinnia in the san carlos"})
        CHECK(small.ids({text, {}, false}) == Ids{"zinnia-house"});
    for (const char* text : {"álder", "alder", "alameda", "acupuncture", "across"}) CHECK(small.ids({text, {}, false}) == (std::string(text) == "across" ? Ids{} : Ids{"alder"}));
    for (const char* text : {"yoga", "painting", "innia", "zinnia acupuncture", "coping", "marin"}) CHECK(small.ids({text, {}, false}).empty());
}

TEST_CASE("words that say nothing count only when there are no others") {
    const Small small;
    CHECK(small.ids({"in the", {}, false}) == Ids{});           // "in" begins "Inc" and "Intensive", "the" nothing
    CHECK(small.ids({"in", {}, false}) == Ids{"zinnia-house"});
    for (const char* word : {"the", "in", "for", "and", "of", "a", "an", "near", "with", "my", "me", "to", "i", "on", "at", "or"})
        CHECK(small.ids({std::string(word) + " zinnia", {}, false}) == Ids{"zinnia-house"});
}

TEST_CASE("programs that do not state a choice are counted, listed on demand after the others, and left out when they say no") {
    const Small small;
    const Query art{"", {{}, {}, {1}}, false};   // zinnia: ask; alder: nothing
    CHECK(small.ids(art).empty());
    CHECK(search(small.index, art).may_fit == 2);
    Query also = art;
    also.include_not_stated = true;
    CHECK(small.ids(also) == Ids{"alder?", "zinnia-house?"});
    CHECK(small.ids({"", {{}, {}, {0}}, true}) == Ids{"alder?"});   // zinnia has no yoga
    CHECK(small.ids({"", {{}, {}, {2}}, true}) == Ids{"alder", "zinnia-house?"});
}

TEST_CASE("a program with a known county is not one that may be in another") {
    const Small small;
    CHECK(small.ids({"", {{}, {}, {}, {1}}, true}) == Ids{"alder"});
    CHECK(search(small.index, {"", {{}, {}, {}, {0}}, false}).may_fit == 0);
    // Alder has no address: it may be in San Carlos.
    CHECK(small.ids({"", {{}, {}, {}, {}, {0}}, true}) == Ids{"zinnia-house", "alder?"});
}

TEST_CASE("when nothing is found, single choices to drop are named, most programs first") {
    const Small small;
    const Results results = search(small.index, {"zinnia", {{0}, {}, {2}}, false});
    CHECK(results.hits.empty());
    REQUIRE(results.relaxations.size() == 1);
    CHECK(results.relaxations[0].drops == FacetValueId{2, 2});
    CHECK(results.relaxations[0].total == 1);
    const Results text = search(small.index, {"nowhere", {{0}}, false});
    REQUIRE(text.relaxations.size() == 1);
    CHECK(text.relaxations[0].drops_text);
}

TEST_CASE("a name counts more than an organization, a place and a fact") {
    json document = small_dataset();
    const auto add = [&](const char* id, const char* name, const char* organization, const char* city, const char* code) {
        json program = document["programs"][0];
        program["id"] = id;
        program["name"] = name;
        program["organization"] = organization;
        program["address"]["city"] = city;
        program["facts"] = json::parse(R"([{"source": "site", "offered": {"complementary": [")" + std::string(code) + "\"]}}]");
        document["programs"].push_back(program);
    };
    add("by-fact", "A", "A", "A", "yoga");
    add("by-place", "B", "B", "Yoga City", "art");
    add("by-organization", "C", "Yoga Inc", "C", "art");
    add("by-name", "D Yoga", "D", "D", "art");
    const Dataset dataset = std::get<Dataset>(load(document));
    Ids found;
    for (const Hit& hit : search(build_index(dataset), {"yoga", {}, false}).hits) found.push_back(dataset.programs[hit.program].id);
    CHECK(found == Ids{"by-name", "by-organization", "by-place", "by-fact"});
}

TEST_CASE("an index of no programs answers every query") {
    Dataset nothing;
    nothing.facets = small_vocabulary().facets;
    const Results results = search(build_index(nothing), {"yoga", {{0}}, true});
    CHECK(results.hits.empty());
    CHECK(results.relaxations.empty());
    CHECK(results.counts.size() == 3);
}

TEST_CASE("sets of programs behave as sets at every size around a word") {
    for (const std::size_t size : {0, 1, 63, 64, 65, 127, 128, 200}) {
        const ProgramSet full(size, true);
        CHECK(full.count() == size);
        ProgramSet odd(size);
        for (std::size_t p = 1; p < size; p += 2) odd.insert(p);
        CHECK(odd.count() == size / 2);
        CHECK(count_common(full, odd) == odd.count());
        ProgramSet even = full;
        even.remove(odd);
        CHECK(count_common(even, odd) == 0);
        std::vector<std::size_t> visited;
        even.for_each([&](std::size_t p) { visited.push_back(p); });
        CHECK(visited.size() == even.count());
        CHECK(std::is_sorted(visited.begin(), visited.end()));
        even |= odd;
        CHECK(even.count() == size);
        even &= odd;
        CHECK(even.count() == odd.count());
    }
}
