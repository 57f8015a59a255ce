// The filters: what can be chosen, and how many programs each choice would leave.
#include "view/scene.hpp"

#include <algorithm>

namespace finder::view {

namespace {

constexpr std::size_t folded_values = 6;

bool flag(const std::vector<bool>& flags, std::size_t at) { return at < flags.size() && flags[at]; }

// The values that most programs offer, every chosen one, and the one that was just unticked, in their own order.
std::vector<std::uint16_t> folded(const Scene& scene, std::uint16_t facet, const std::vector<std::size_t>& totals) {
    std::vector<std::uint16_t> order(totals.size());
    for (std::size_t v = 0; v < order.size(); ++v) order[v] = static_cast<std::uint16_t>(v);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return totals[a] > totals[b]; });
    std::vector<std::uint16_t> shown;
    for (std::size_t i = 0; i < order.size(); ++i)
        if (i < folded_values || scene.chosen({facet, order[i]}) || scene.state.toggled == FacetValueId{facet, order[i]}) shown.push_back(order[i]);
    std::sort(shown.begin(), shown.end());
    return shown;
}

std::vector<std::uint16_t> all_values(std::size_t count) {
    std::vector<std::uint16_t> all(count);
    for (std::size_t v = 0; v < count; ++v) all[v] = static_cast<std::uint16_t>(v);
    return all;
}

void add_option(const Scene& scene, std::string_view id, const std::string& name, bool checked, std::size_t count, const Action& action) {
    Builder& b = scene.builder;
    const auto option = b.open(Role::option, id);
    Node& box = b.leaf(Role::checkbox, "");
    box.checked = checked;
    box.action = action;
    b.leaf(count == 0 && !checked ? Role::option_none : Role::option_name, name, "name").said_after = ",";
    Node& number = b.leaf(Role::option_count, std::to_string(count));
    number.said_after = scene.words.count("option.programs", count);
}

void add_facet_tools(const Scene& scene, std::uint16_t f, std::size_t hidden) {
    Builder& b = scene.builder;
    const Facet& facet = scene.dataset.facets[f];
    const bool unfolded = flag(scene.state.unfolded, f), explained = flag(scene.state.explained, f);
    const bool plain = std::any_of(facet.values.begin(), facet.values.end(), [](const FacetValue& v) { return !v.plain.empty(); });
    if (hidden == 0 && !unfolded && !plain) return;
    const auto tools = b.open(Role::facet_tools);
    const std::string context = ": " + facet.label;
    if (hidden > 0 || unfolded) {
        Node& more = b.leaf(Role::text_button, unfolded ? scene.words("facet.fewer") : scene.words.count("facet.more", hidden), "more");
        more.said_after = context;
        more.expanded = unfolded;
        more.action = ToggleUnfolded{f};
    }
    if (plain) {
        Node& explain = b.leaf(Role::text_button, scene.words(explained ? "facet.hide_words" : "facet.explain"), "explain");
        explain.said_after = context;
        explain.expanded = explained;
        explain.action = ToggleExplained{f};
    }
}

void add_facet(const Scene& scene, std::uint16_t f, const std::vector<std::size_t>& totals) {
    Builder& b = scene.builder;
    const Facet& facet = scene.dataset.facets[f];
    // One value more than the fold is shown: a button in its place would save nothing.
    const bool fold = facet.values.size() > folded_values + 1 && !flag(scene.state.unfolded, f);
    const auto shown = fold ? folded(scene, f, totals) : all_values(facet.values.size());
    const auto group = b.open(Role::facet, facet.code);
    b.leaf(Role::facet_legend, facet.label);
    for (const std::uint16_t v : shown) {
        const FacetValue& value = facet.values[v];
        add_option(scene, value.code, value.label, scene.chosen({f, v}), scene.results.counts[f][v], ToggleValue{{f, v}});
        if (flag(scene.state.explained, f) && !value.plain.empty()) b.leaf(Role::option_plain, value.plain, value.code);
    }
    const bool can_fold = facet.values.size() > folded_values + 1;
    add_facet_tools(scene, f, can_fold ? facet.values.size() - shown.size() : 0);
}

void add_not_stated(const Scene& scene) {
    Builder& b = scene.builder;
    const auto group = b.open(Role::facet, "not-stated");
    b.leaf(Role::facet_legend, scene.words("not_stated.legend"));
    add_option(scene, "switch", scene.words("not_stated.switch"), scene.state.query.include_not_stated, scene.results.may_fit, ToggleNotStated{});
    b.leaf(Role::option_plain, scene.words("not_stated.plain"));
}

void add_filters_title(const Scene& scene) {
    Builder& b = scene.builder;
    if (!scene.state.narrow) {
        b.leaf(Role::filters_title, scene.words("filters"));
        return;
    }
    const auto bar = b.open(Role::filters_bar);
    b.leaf(Role::sheet_title, scene.words("filters"));
    Node& close = b.leaf(Role::text_button, scene.words("filters.close"), "close");
    close.said_after = scene.words("filters.close.said");
    close.action = CloseFilters{};
}

}  // namespace

void add_filters(const Scene& scene) {
    Builder& b = scene.builder;
    const auto& totals = scene.results.totals;   // decide which values a folded facet shows
    const auto filters = b.open(Role::filters);
    filters->name = scene.words("filters");
    add_filters_title(scene);
    b.leaf(Role::filters_note, scene.words("filters.note"));
    for (std::size_t f = 0; f < scene.dataset.facets.size(); ++f) {
        // A list in which no program states anything has nothing to choose from.
        const bool any = std::any_of(totals[f].begin(), totals[f].end(), [](std::size_t n) { return n > 0; });
        if (any) add_facet(scene, static_cast<std::uint16_t>(f), totals[f]);
    }
    add_not_stated(scene);
    if (scene.state.narrow || scene.anything_chosen()) b.leaf(Role::sheet_done, scene.words.count("filters.done", scene.results.hits.size())).action = CloseFilters{};
}

}  // namespace finder::view
