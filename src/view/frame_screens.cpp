// What stands on every screen: help now, the header, the footer, and messages.
#include "view/fact_words.hpp"
#include "view/scene.hpp"
#include "view/share_link.hpp"

#include <algorithm>

namespace finder::view {

namespace {

// The page's way out: harmless, fast, and about nothing.
constexpr const char* leave_href = "https://www.weather.gov/";

std::optional<FacetValueId> county_of(const Scene& scene, const HelpLine& line) {
    const auto facet = find_facet(scene.dataset.facets, county_facet);
    const auto value = facet ? scene.dataset.facets[*facet].find(line.county) : std::nullopt;
    return value ? std::optional<FacetValueId>({*facet, *value}) : std::nullopt;
}

// A county's own line is for people who look in that county, and for the dataset's home. (988 stands there anyway.)
bool is_shown(const Scene& scene, const HelpLine& line) {
    if (line.county.empty() || line.call.empty()) return false;
    const auto county = county_of(scene, line);
    return (county && scene.chosen(*county)) || line.county == scene.dataset.home_county;
}

void add_leave(const Scene& scene) {
    Node& leave = scene.builder.leaf(Role::leave, scene.words("leave"));
    leave.said_after = scene.words("leave.said");
    leave.href = leave_href;
    leave.action = Leave{};
}

// In the header of the list, and on the other screens, which have none, in the footer.
void add_nav(const Scene& scene) {
    Builder& b = scene.builder;
    const Words& words = scene.words;
    const auto nav = b.open(Role::nav);
    nav->name = words("nav.name");
    if (scene.state.screen != Screen::about) {
        Node& about = b.leaf(Role::nav_link, words("about.link"));
        about.href = "#" + encode_link(reduce(scene.state, OpenAbout{}), scene.dataset.facets);
        about.action = OpenAbout{};
    }
    const auto tools = b.open(Role::tools);
    Node& display = b.leaf(Role::tool, words("display"), "display");
    display.expanded = scene.state.display_open;
    display.action = ToggleDisplay{};
    if (scene.state.reason != PageViewReason::none) return;   // nothing to choose between
    Node& simple = b.leaf(Role::tool, words("simple_view"));
    simple.pressed = scene.state.display.simple;
    simple.action = ToggleSimpleView{};
}

void add_choice(const Scene& scene, std::string_view group, std::string_view id, std::string name, bool chosen, const Action& action) {
    Builder& b = scene.builder;
    const auto choice = b.open(Role::choice, id);
    Node& radio = b.leaf(Role::radio, "");
    radio.checked = chosen;
    radio.group = group;
    radio.action = action;
    b.leaf(Role::choice_name, std::move(name), "name");
}

void add_text_sizes(const Scene& scene) {
    const auto choices = scene.builder.open(Role::choices, "text-size");
    scene.builder.leaf(Role::choices_legend, scene.words("display.text_size"));
    const auto row = scene.builder.open(Role::choice_row);
    for (const std::uint16_t percent : text_sizes) {
        const std::string number = std::to_string(percent);
        add_choice(scene, "text-size", number, scene.words("display.percent", {{"n", number}}), scene.state.display.text_size == percent, ChooseTextSize{percent});
    }
}

void add_themes(const Scene& scene) {
    const auto choices = scene.builder.open(Role::choices, "theme");
    scene.builder.leaf(Role::choices_legend, scene.words("display.theme"));
    const auto row = scene.builder.open(Role::choice_row);
    static constexpr std::string_view names[] = {"display.theme.system", "display.theme.light", "display.theme.dark", "display.theme.contrast"};
    for (const ThemeChoice theme : theme_choices) {
        const auto at = static_cast<std::size_t>(theme);
        add_choice(scene, "theme", theme_choice_names[at], scene.words(names[at]), scene.state.display.theme == theme, ChooseTheme{theme});
    }
}

void add_slash(const Scene& scene) {
    const auto choices = scene.builder.open(Role::choices, "slash");
    scene.builder.leaf(Role::choices_legend, scene.words("display.slash"));
    const auto row = scene.builder.open(Role::choice_row);
    add_choice(scene, "slash", "search", scene.words("display.slash.search"), scene.state.display.slash, ChooseSlash{true});
    add_choice(scene, "slash", "off", scene.words("display.slash.off"), !scene.state.display.slash, ChooseSlash{false});
}

// Beside the button that opens it: in the header of the list, in the footer of other screens.
void add_display(const Scene& scene) {
    if (!scene.state.display_open) return;
    const auto display = scene.builder.open(Role::display);
    add_text_sizes(scene);
    add_themes(scene);
    add_slash(scene);
}

}  // namespace

void add_crisis(const Scene& scene) {
    Builder& b = scene.builder;
    const Words& words = scene.words;
    const auto bar = b.open(Role::crisis);
    bar->name = words("crisis.name");
    b.leaf(Role::crisis_text, words(scene.state.narrow && !scene.state.paper ? "crisis.question.short" : "crisis.question"));
    // 988 does not depend on any dataset.
    b.leaf(Role::crisis_link, words("crisis.call", {{"number", "988"}}), "call").href = "tel:988";
    b.leaf(Role::crisis_link, words("crisis.text", {{"number", "988"}}), "text").href = "sms:988";
    if (scene.state.narrow) add_leave(scene);   // the first row of a phone's two
    for (const HelpLine& line : scene.dataset.help_lines) {
        if (!is_shown(scene, line)) continue;
        const auto county = county_of(scene, line);
        const std::string& who = county ? scene.label(*county) : line.name;
        b.leaf(Role::crisis_link, words("crisis.county", {{"county", who}, {"number", plain_number(line.call)}}), line.call).href = "tel:" + line.call;
    }
    if (scene.state.paper) b.leaf(Role::crisis_text, words("crisis.emergency", {{"number", "911"}}), "emergency");   // the screen says it in the footer: a sheet may be the last of several
    if (!scene.state.narrow) add_leave(scene);
}

void add_header(const Scene& scene) {
    Builder& b = scene.builder;
    const Words& words = scene.words;
    const auto header = b.open(Role::header);
    Node& skip = b.leaf(Role::skip, words("skip"));
    skip.href = "#" + encode_link(reduce(scene.state, BackToList{}), scene.dataset.facets);   // this very page: the script moves the focus
    {
        const auto row = b.open(Role::title_row);
        b.leaf(Role::title, words("title"));
        add_nav(scene);
    }
    add_display(scene);
    const auto search = b.open(Role::search);
    const auto field = b.open(Role::field);
    b.leaf(Role::field_name, words("search.name"));
    Node& input = b.leaf(Role::text_input, "");
    input.value = scene.state.query.text;
    input.hint = words(scene.state.narrow ? "search.hint.short" : "search.hint");
    input.action = SetText{};
}

void add_back(const Scene& scene) {
    Node& back = scene.builder.leaf(Role::back, scene.words.count("back", scene.results.hits.size()));
    back.href = "#" + encode_link(reduce(scene.state, BackToList{}), scene.dataset.facets);
    back.action = BackToList{};
}

void add_problems(const Scene& scene) {
    Builder& b = scene.builder;
    const Words& words = scene.words;
    static constexpr std::string_view reasons[] = {"", "reason.no_webgl", "reason.context_lost", "reason.no_glyphs", "reason.trap", "reason.no_wasm", "reason.slow_webgl"};
    const std::string_view reason = reasons[static_cast<std::size_t>(scene.state.reason)];
    if (!reason.empty()) b.leaf(Role::notice, words(reason), "reason");
    if (scene.state.missing_program) b.leaf(Role::notice, words("link.missing_program"), "missing");
    const auto& errors = scene.state.data_errors;
    if (errors.empty()) return;
    const auto problem = b.open(Role::problem);
    b.leaf(Role::problem_text, words("data.refused"));
    const auto list = b.open(Role::problem_list);
    constexpr std::size_t most = 10;
    for (std::size_t i = 0; i < std::min(errors.size(), most); ++i) b.leaf(Role::problem_item, to_text(errors[i]));
    if (errors.size() > most) b.leaf(Role::problem_item, words.count("data.more_errors", errors.size() - most));
}

void add_footer(const Scene& scene) {
    Builder& b = scene.builder;
    const auto footer = b.open(Role::footer);
    if (scene.state.screen != Screen::list) {
        add_nav(scene);
        add_display(scene);
    }
    b.leaf(Role::footer_screen, scene.words("footer.promise"), "promise");
    b.leaf(Role::footer_text, scene.words("footer.data", {{"title", scene.dataset.title}, {"date", date_text(scene.dataset.compiled_on, scene.words)}}));
    b.leaf(Role::footer_text, scene.words("footer.limits"));
    for (const HelpLine& line : scene.dataset.help_lines)
        if (is_shown(scene, line)) b.leaf(Role::footer_text, scene.words("footer.county_line", {{"name", line.name}, {"number", plain_number(line.call)}, {"source", source_text(scene.dataset.sources[line.source], scene.words)}}), line.call);
    b.leaf(Role::footer_screen, scene.words("footer.leave"), "leave");
}

}  // namespace finder::view
