#include "view/fact_words.hpp"
#include "view/scene.hpp"

#include <algorithm>

namespace finder::view {

bool operator==(const Node& a, const Node& b) {
    return a.key == b.key && a.role == b.role && a.text == b.text && a.said_before == b.said_before && a.said_after == b.said_after &&
           a.name == b.name && a.href == b.href && a.value == b.value && a.hint == b.hint && a.group == b.group && a.checked == b.checked &&
           a.expanded == b.expanded && a.pressed == b.pressed && a.set_place == b.set_place && a.set_size == b.set_size && a.action.has_value() == b.action.has_value();
}

bool Scene::chosen(FacetValueId id) const {
    const auto& selected = state.query.selected;
    return id.facet < selected.size() && std::find(selected[id.facet].begin(), selected[id.facet].end(), id.value) != selected[id.facet].end();
}

std::vector<FacetValueId> Scene::all_chosen() const {
    std::vector<FacetValueId> all;
    for (std::size_t f = 0; f < state.query.selected.size(); ++f)
        for (const std::uint16_t v : state.query.selected[f]) all.push_back({static_cast<std::uint16_t>(f), v});
    return all;
}

bool Scene::anything_chosen() const { return !state.query.text.empty() || !all_chosen().empty(); }

namespace {

const Program* opened(const State& state, const Dataset& dataset) {
    if (state.screen != Screen::program) return nullptr;
    const auto at = std::find_if(dataset.programs.begin(), dataset.programs.end(), [&](const Program& p) { return p.id == state.program_id; });
    return at == dataset.programs.end() ? nullptr : &*at;
}

// A program that is not there leaves the list.
bool shows_list(const Scene& scene) { return scene.state.screen != Screen::about && !scene.opened; }

// It covers the list, but not on paper.
bool shows_sheet(const Scene& scene) { return scene.state.narrow && scene.state.filters_open && !scene.state.whole; }

void add_list_screen(const Scene& scene) {
    const auto body = scene.builder.open(Role::body);
    if (!scene.state.narrow) add_filters(scene);
    const auto main = scene.builder.open(Role::main);
    add_problems(scene);
    add_results(scene);
}

// A dialog as large as the screen: help now stays, and nothing else is there to be lost in.
void add_sheet(const Scene& scene) {
    const auto sheet = scene.builder.open(Role::sheet);
    sheet->name = scene.words("filters");
    add_crisis(scene);
    const auto body = scene.builder.open(Role::body);
    add_filters(scene);
}

void add_screen(const Scene& scene) {
    if (shows_sheet(scene)) return add_sheet(scene);
    add_crisis(scene);
    if (shows_list(scene)) {
        add_header(scene);
        add_list_screen(scene);
    } else {
        const auto main = scene.builder.open(Role::main, "page");
        add_problems(scene);
        if (scene.opened) add_program(scene, *scene.opened);
        else add_about(scene);
    }
    add_footer(scene);
}

std::string announcement(const Scene& scene) {
    const std::string fit = scene.words.count("results", scene.results.confirmed);
    if (!scene.state.query.include_not_stated || scene.results.may_fit == 0) return fit;
    return scene.words.count("also.said", scene.results.may_fit, {{"fit", fit}});
}

Role heading_role(const Scene& scene) {
    if (!shows_list(scene)) return Role::page_title;
    return shows_sheet(scene) ? Role::sheet_title : Role::count;
}

}  // namespace

View make_view(const State& state, const Results& results, const Dataset& dataset, const Words& words) {
    Builder builder;
    const Scene scene{state, results, dataset, words, builder, opened(state, dataset)};
    add_screen(scene);
    View view;
    view.nodes = builder.take();
    const std::string page = scene.opened ? scene.opened->name : shows_list(scene) ? "" : words("about.title");
    view.title = page.empty() ? words("title") : words("title.page", {{"name", page}});
    // In the filter sheet, too, where the number is only on the button at its end.
    if (shows_list(scene)) view.announcement = announcement(scene);
    if (shows_list(scene)) view.range = range_words(scene);
    view.theme = theme_of(state.display.theme, state.device);
    for (const Node& node : view.nodes) {
        if (node.role == heading_role(scene)) view.heading = node.key;
        if (node.role == Role::filters_button) view.opener = node.key;
    }
    return view;
}

}  // namespace finder::view
