// The filters: options with their ticks and counts, folded lists, and what each option means.
#include "test_view_lists.hpp"

#include <algorithm>

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;

namespace {

// A list in which no program states anything is not asked about.
bool is_asked(std::uint16_t facet) {
    const auto states = [&](const Fact& fact) { return fact.what.facet == facet && fact.stated == Stated::offered; };
    const auto& programs = shipped().dataset.programs;
    return std::any_of(programs.begin(), programs.end(), [&](const Program& p) { return std::any_of(p.facts.begin(), p.facts.end(), states); });
}

bool is_chosen(const State& state, FacetValueId id) {
    const auto& selected = state.query.selected;
    return id.facet < selected.size() && std::find(selected[id.facet].begin(), selected[id.facet].end(), id.value) != selected[id.facet].end();
}

// What is wrong with the option at `i`: its words, its tick or its count, or nothing.
std::string wrong_option(const Case& c, std::size_t i) {
    const Node &box = c.view.nodes[i + 1], &name = c.view.nodes[i + 2], &count = c.view.nodes[i + 3];
    if (c.view.nodes[i].end != i + 4 || box.role != Role::checkbox || count.role != Role::option_count) return "shape";
    const ToggleValue* toggle = action_of<ToggleValue>(box);
    if (!toggle && !action_of<ToggleNotStated>(box)) return "action";
    const std::size_t n = toggle ? c.results.counts[toggle->what.facet][toggle->what.value] : c.results.may_fit;
    if (box.checked != (toggle ? is_chosen(c.state, toggle->what) : c.state.query.include_not_stated)) return "tick";
    if (name.text != (toggle ? label(toggle->what) : "Also show programs that do not state it")) return "name";
    if ((name.role == Role::option_none) != (n == 0 && !*box.checked)) return "greyed";
    // Heard as one: "Trauma, 4 programs".
    return name.said_after + " " + count.text + count.said_after == ", " + std::to_string(n) + (n == 1 ? " program" : " programs") ? "" : "count";
}

}  // namespace

TEST_CASE("every option tells whether it is chosen, and how many programs it would leave") {
    std::size_t options = 0;
    for (const Case& c : lists()) {
        CAPTURE(c.name);
        for (const std::size_t i : all_of(c.view, Role::option)) {
            REQUIRE(wrong_option(c, i) == "");
            ++options;
        }
        CHECK(all_of(c.view, Role::filters).empty() == (c.state.narrow && !is_sheet(c.state)));
    }
    CHECK(options > 1000);
}

TEST_CASE("a folded list of options shows every chosen one, and all of them when unfolded") {
    const Dataset& dataset = shipped().dataset;
    for (std::uint16_t f = 0; f < dataset.facets.size(); ++f) {
        if (!is_asked(f)) continue;
        const auto shown = [&](const State& state) {
            std::vector<FacetValueId> values;
            const View view = shipped().view(state);
            for (const std::size_t i : all_of(view, Role::checkbox))
                if (const ToggleValue* toggle = action_of<ToggleValue>(view.nodes[i]); toggle && toggle->what.facet == f) values.push_back(toggle->what);
            return values;
        };
        CAPTURE(dataset.facets[f].code);
        CHECK(shown(after({ToggleUnfolded{f}})).size() == dataset.facets[f].values.size());
        for (std::uint16_t v = 0; v < dataset.facets[f].values.size(); ++v) {
            const auto values = shown(after({ToggleValue{{f, v}}}));
            CHECK(std::find(values.begin(), values.end(), FacetValueId{f, v}) != values.end());
            CHECK(std::is_sorted(values.begin(), values.end(), [](auto a, auto b) { return a.value < b.value; }));
        }
    }
}

TEST_CASE("an option that is unticked stays where it is, and so does focus, though its list is folded") {
    const auto is_shown = [](const State& state, FacetValueId id) {
        const View view = shipped().view(state);
        const Places boxes = all_of(view, Role::checkbox);
        return std::any_of(boxes.begin(), boxes.end(), [&](std::size_t i) { const ToggleValue* toggle = action_of<ToggleValue>(view.nodes[i]); return toggle && toggle->what == id; });
    };
    const ToggleValue massage{shipped().value("complementary_therapies", "massage")}, trauma{shipped().value("groups", "trauma")};
    CHECK_FALSE(is_shown({}, massage.what));   // folded away
    const State unticked = after({massage, massage});
    CHECK(is_shown(unticked, massage.what));
    CHECK_FALSE(is_shown(reduce(unticked, trauma), massage.what));   // focus is elsewhere now
}

TEST_CASE("each value is explained when asked for") {
    for (std::uint16_t f = 0; f < shipped().dataset.facets.size(); ++f) {
        if (!is_asked(f)) continue;
        const std::vector<std::string> texts = texts_of(shipped().view(after({ToggleUnfolded{f}, ToggleExplained{f}})), Role::option_plain);
        for (const FacetValue& value : shipped().dataset.facets[f].values)
            if (!value.plain.empty()) CHECK(contains(texts, value.plain));
    }
}
