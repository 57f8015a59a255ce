// make_view(): rules that every screen keeps.
#include "view/fact_words.hpp"
#include "view/share_link.hpp"

#include "finder/utf8.hpp"

#include "test_view_support.hpp"

#include <algorithm>
#include <map>

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;

namespace {

// The element that stands for a role, from the page's own table: "title: ['h1']", "chip: button", "cards: list".
std::string element_of(Role role) {
    static const std::string table = source_text_of("web/roles.js");
    const std::string entry = " " + std::string(name_of(role)) + ": ";
    const std::size_t start = table.find(entry);
    if (start == table.npos) return "";
    const std::string_view value = std::string_view(table).substr(start + entry.size());
    const std::string_view tag = value.substr(0, 2) == "['" ? value.substr(2, value.find('\'', 2) - 2) : value.substr(0, value.find_first_of(",\n "));
    return std::string(tag == "list" ? "ul" : tag);
}

const std::string& tag_of(const Node& node) {
    static const std::vector<std::string> tags = [] {
        std::vector<std::string> all;
        for (std::size_t role = 0; role < role_count; ++role) all.push_back(element_of(static_cast<Role>(role)));
        return all;
    }();
    return tags[static_cast<std::size_t>(node.role)];
}

int heading_level(const Node& node) {
    const std::string& tag = tag_of(node);
    return tag.size() == 2 && tag[0] == 'h' ? tag[1] - '0' : 0;
}

bool is_shown(std::string_view text) {
    bool blank = true;
    while (!text.empty()) {
        const CodePoint c = take_code_point(text);
        if (!c.valid || c.value < ' ') return false;
        blank = blank && c.value == ' ';
    }
    return !blank;
}

std::string at(const View& view, std::size_t i, const std::string& what) {
    return what + ": node " + std::to_string(i) + ", " + std::string(name_of(view.nodes[i].role)) + " \"" + view.nodes[i].text + "\"";
}

// --- The first rule that a view breaks, or nothing

std::string broken_tree(const View& view) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        const Node& n = view.nodes[i];
        while (!open.empty() && view.nodes[open.back()].end <= i) open.pop_back();
        if (n.parent != (open.empty() ? 0 : open.back())) return at(view, i, "parent");
        if (n.end <= i || n.end > view.nodes[n.parent].end) return at(view, i, "end");
        open.push_back(i);
    }
    return view.nodes.empty() || view.nodes[0].end != view.nodes.size() ? "root" : "";
}

std::string broken_keys(const View& view) {
    std::set<Key> keys;
    for (std::size_t i = 0; i < view.nodes.size(); ++i)
        if (view.nodes[i].key == 0 || !keys.insert(view.nodes[i].key).second) return at(view, i, "key");
    return keys.count(view.heading) == 0 ? "heading" : "";
}

// Nothing is empty but what a person fills in.
std::string broken_texts(const View& view) {
    for (std::size_t i = 1; i < view.nodes.size(); ++i) {
        const Node& n = view.nodes[i];
        const bool leaf = n.end == i + 1, may_be_empty = n.role == Role::checkbox || n.role == Role::radio || n.role == Role::text_input;
        if (leaf ? !may_be_empty && !is_shown(n.text) : !n.text.empty()) return at(view, i, "text");
        if ((tag_of(n) == "aside" || tag_of(n) == "nav") && !is_shown(n.name)) return at(view, i, "name");
    }
    return is_shown(view.title) ? "" : "title";
}

std::string broken_headings(const View& view) {
    int last = 0, first_levels = 0;
    for (std::size_t i = 1; i < view.nodes.size(); ++i) {
        const int level = heading_level(view.nodes[i]);
        if (level > last + 1) return at(view, i, "skips a level");
        first_levels += level == 1;
        last = level > 0 ? level : last;
    }
    return first_levels == 1 ? "" : std::to_string(first_levels) + " headings of level 1";
}

std::string broken_controls(const View& view) {
    for (std::size_t i = 1; i < view.nodes.size(); ++i) {
        const Node& n = view.nodes[i];
        const std::string& tag = tag_of(n);
        const bool link = tag == "a", button = tag == "button", input = tag == "input";
        if (tag.empty()) return at(view, i, "role without an element");
        if (link && n.href.empty()) return at(view, i, "link to nowhere");
        if ((button || input) && !n.action) return at(view, i, "control that does nothing");
        if ((link || button) && !is_shown(n.text)) return at(view, i, "control without words");
        if (!link && !n.href.empty()) return at(view, i, "href of no link");
        if (!link && !button && !input && n.action) return at(view, i, "action of no control");
        if ((n.checked.has_value()) != (n.role == Role::checkbox || n.role == Role::radio)) return at(view, i, "checked");
        if (n.group.empty() == (n.role == Role::radio)) return at(view, i, "group");
        if ((n.expanded || n.pressed) && !button) return at(view, i, "state of no button");
    }
    return "";
}

std::string broken_links(const View& view) {
    for (std::size_t i = 1; i < view.nodes.size(); ++i) {
        const std::string& href = view.nodes[i].href;
        const auto starts = [&](std::string_view with) { return href.compare(0, with.size(), with) == 0; };
        if (!href.empty() && !starts("https://") && !starts("http://") && !starts("tel:") && !starts("sms:") && !starts("#")) return at(view, i, href);
        if (href.find_first_of(" \"<>\n") != href.npos) return at(view, i, href);
        if (starts("#") && !decode_link(href, shipped().dataset).unknown.empty()) return at(view, i, href);
    }
    return "";
}

// Help comes before anything else, on every screen.
std::string broken_help(const View& view) {
    const std::size_t bar = view.nodes.size() > 1 && view.nodes[1].role == Role::sheet ? 2 : 1;   // first in the dialog, too
    if (view.nodes.size() <= bar || view.nodes[bar].role != Role::crisis) return "the bar is not first";
    std::vector<std::string> hrefs;
    for (const std::size_t i : all_of(view, Role::crisis_link, bar)) hrefs.push_back(view.nodes[i].href + " " + view.nodes[i].text);
    for (const char* way : {"tel:988 Call 988", "sms:988 Text 988", "tel:+16505790350 San Mateo County 650-579-0350"})
        if (std::find(hrefs.begin(), hrefs.end(), way) == hrefs.end()) return way;
    const Node& leave = only(view, Role::leave, bar);
    return action_of<Leave>(leave) ? "" : "leave";
}

std::string broken(const View& view) {
    for (const std::string& rule : {broken_tree(view), broken_keys(view), broken_texts(view), broken_headings(view), broken_controls(view), broken_links(view), broken_help(view)})
        if (!rule.empty()) return rule;
    return "";
}

// --- Keys of what a person would call the same thing

using Things = std::map<std::string, Key>;

Things things(const View& view) {
    Things all;
    for (const std::size_t facet : all_of(view, Role::facet)) {
        const std::string legend = only(view, Role::facet_legend, facet).text;
        all["facet " + legend] = view.nodes[facet].key;
        for (const std::size_t option : all_of(view, Role::option, facet))
            for (std::size_t i = option + 1; i < view.nodes[option].end; ++i) {
                const std::string part = view.nodes[i].role == Role::checkbox ? "box" : view.nodes[i].role == Role::option_count ? "count" : "";
                if (!part.empty()) all[legend + " / " + view.nodes[option + 2].text + " / " + part] = view.nodes[i].key;
            }
    }
    // In its list: one that is no more confirmed moves to the list of those that may fit, and is another element there.
    for (const std::size_t card : all_of(view, Role::card)) {
        const std::string whose = view.nodes[view.nodes[card].parent].name + " / " + action_of<OpenProgram>(only(view, Role::card_link, card))->id + " / ";
        for (std::size_t i = card; i < view.nodes[card].end; ++i)
            if (const std::string& tag = tag_of(view.nodes[i]); tag == "a" || tag == "h3" || i == card) all[whose + std::string(name_of(view.nodes[i].role)) + " " + view.nodes[i].text] = view.nodes[i].key;
    }
    for (const Role role : {Role::leave, Role::title, Role::text_input, Role::count, Role::main, Role::filters, Role::text_button, Role::chip, Role::crisis_link})
        for (const std::size_t i : all_of(view, role))
            if (all_of(view, role).size() == 1 || tag_of(view.nodes[i]) == "button" || tag_of(view.nodes[i]) == "a")
                all[std::string(name_of(role)) + " / " + (role == Role::count ? "" : view.nodes[i].text + view.nodes[i].said_after)] = view.nodes[i].key;
    return all;
}

// How many things are in both, and the first that has another key in one of them.
std::pair<std::size_t, std::string> compared(const Things& before, const Things& now) {
    std::size_t both = 0;
    for (const auto& [name, key] : now) {
        const auto then = before.find(name);
        if (then == before.end()) continue;
        ++both;
        if (then->second != key) return {both, name};
    }
    return {both, ""};
}

}  // namespace

TEST_CASE("every role has an element, and headings have the levels that the rules below take for granted") {
    for (std::size_t role = 0; role < role_count; ++role) CHECK_MESSAGE(element_of(static_cast<Role>(role)) != "", role_names[role]);
    for (const Role first : {Role::title, Role::page_title}) CHECK(element_of(first) == "h1");
    for (const Role second : {Role::count, Role::filters_title, Role::section_title, Role::also, Role::contact_title}) CHECK(element_of(second) == "h2");
    CHECK(element_of(Role::card_title) == "h3");
}

TEST_CASE("every screen is a sound document: tree, keys, texts, headings, controls, links and help") {
    for (const auto& [name, state] : all_states(shipped())) {
        CAPTURE(name);
        CHECK(broken(shipped().view(state)) == "");
    }
}

TEST_CASE("a list without programs, or with programs of which nothing is known, is a sound document, too") {
    Site empty{shipped().dataset, shipped().words}, bare = empty;
    empty.dataset.programs.clear();
    empty.index = build_index(empty.dataset);
    for (Program& program : bare.dataset.programs) program.facts.clear();
    bare.index = build_index(bare.dataset);
    State gone;
    gone.screen = Screen::program;
    gone.program_id = "no-such-program";
    for (const State& state : {State(), gone, after({SetNarrow{true}, OpenFilters{}})})
        for (const Site* site : {&empty, &bare}) CHECK(broken(site->view(state)) == "");
    for (const NamedState& page : program_pages(bare)) CHECK(broken(bare.view(page.state)) == "");
}

TEST_CASE("the same arguments give the same view") {
    for (const auto& [name, state] : screens(shipped())) {
        CAPTURE(name);
        const View one = shipped().view(state), two = shipped().view(state);
        CHECK(one.nodes == two.nodes);
        CHECK(one.title == two.title);
        CHECK(one.announcement == two.announcement);
        CHECK(one.heading == two.heading);
    }
}

TEST_CASE("a thing keeps its key when something else changes") {
    Random random(9);
    std::size_t both = 0;
    for (int round = 0; round < 60; ++round) {
        State s = random.state(shipped().dataset);
        s.screen = Screen::list;
        s.narrow = s.filters_open = random.chance(30);
        s.query.text.clear();
        const auto facet = static_cast<std::uint16_t>(random.below(shipped().dataset.facets.size()));
        const auto value = static_cast<std::uint16_t>(random.below(shipped().dataset.facets[facet].values.size()));
        const Things before = things(shipped().view(s));
        for (const Action& action : std::vector<Action>{ToggleValue{{facet, value}}, ToggleNotStated{}, SetText{"san"}, ToggleUnfolded{facet}, ToggleExplained{facet}, ClearAll{}}) {
            const auto [kept, other] = compared(before, things(shipped().view(reduce(s, action))));
            CHECK(other == "");
            both += kept;
        }
    }
    CHECK(both > 10000);
}

TEST_CASE("the parts of a page keep their keys from one program to the next") {
    const auto key = [](const Program& program, Role role) { return only(shipped().view(after({OpenProgram{program.id}})), role).key; };
    for (const Role role : {Role::page_title, Role::back, Role::contact, Role::glance, Role::source_list, Role::leave})
        for (const Program& program : shipped().dataset.programs) CHECK(key(program, role) == key(shipped().dataset.programs[0], role));
}

TEST_CASE("focus goes to what a screen is about, and the title says it") {
    const Program& program = shipped().dataset.programs[5];
    const auto heading = [](const View& view) {
        for (const Node& n : view.nodes)
            if (n.key == view.heading) return n.text;
        return std::string();
    };
    CHECK(heading(shipped().view({})) == std::to_string(shipped().dataset.programs.size()) + " programs");
    CHECK(heading(shipped().view(after({SetNarrow{true}, OpenFilters{}}))) == "Filters");
    CHECK(heading(shipped().view(after({OpenAbout{}}))) == "What is an intensive outpatient program?");
    CHECK(heading(shipped().view(after({OpenProgram{program.id}}))) == program.name);
    CHECK(shipped().view(after({OpenProgram{program.id}})).title.find(program.name) == 0);
}

TEST_CASE("how many programs fit is said whenever it changes, in the filter sheet as well") {
    for (const auto& [name, state] : screens(shipped())) {
        CAPTURE(name);
        const Results results = search(shipped().index, state.query);
        const std::string fit = shipped().words.count("results", results.confirmed), said = shipped().view(state).announcement;
        if (state.screen != Screen::list) CHECK(said.empty());
        else if (!state.query.include_not_stated || results.may_fit == 0) CHECK(said == fit);
        else CHECK(said == fit + ", and " + std::to_string(results.may_fit) + " more may fit");
    }
}

TEST_CASE("page view says why it is shown, unless it was chosen") {
    for (const auto& [reason, part] : std::vector<std::pair<PageViewReason, std::string>>{{PageViewReason::no_webgl, "cannot draw"}, {PageViewReason::context_lost, "stopped drawing"}, {PageViewReason::no_glyphs, "privacy"}, {PageViewReason::trap, "went wrong"}, {PageViewReason::no_wasm, "cannot run"}, {PageViewReason::slow_webgl, "would be slow"}}) {
        for (const Action& page : std::vector<Action>{BackToList{}, OpenAbout{}, OpenProgram{"edgewood-iop-san-carlos"}}) CHECK(contains(texts_of(shipped().view(after({SetReason{reason}, page})), Role::notice), part));
        CHECK(texts_of(shipped().view(after({SetReason{reason}})), Role::tool) == std::vector<std::string>{"Text and colors"});   // between the views there is nothing to choose
    }
    for (const bool simple : {false, true}) {
        const View view = shipped().view(simple ? after({ToggleSimpleView{}}) : State());
        CHECK(all_of(view, Role::notice).empty());
        const auto tools = all_of(view, Role::tool);
        REQUIRE(tools.size() == 2);
        CHECK(view.nodes[tools[1]].pressed == simple);
    }
}

TEST_CASE("refused data is explained, each error with its place, the first ten in full") {
    std::vector<DataError> errors;
    for (int i = 0; i < 12; ++i) errors.push_back({"programs.json", "/programs/" + std::to_string(i), "\"12\"", "a number"});
    const View view = shipped().view(after({RefuseData{errors}}));
    const std::vector<std::string> items = texts_of(view, Role::problem_item);
    REQUIRE(items.size() == 11);
    for (std::size_t i = 0; i < 10; ++i) CHECK(items[i] == to_text(errors[i]));
    CHECK(items[10] == "and 2 more errors");
    CHECK(all_of(shipped().view({}), Role::problem).empty());
}
