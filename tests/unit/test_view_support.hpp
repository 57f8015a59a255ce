// What the tests of src/view share: the shipped data as the page has it, many states of it, and ways to look at a View.
#pragma once
#include "finder/search.hpp"
#include "view/view.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace finder::view::test {

inline std::string source_text_of(const std::string& path) {
    std::ifstream file(std::string(FINDER_SOURCE_DIR) + "/" + path, std::ios::binary);
    REQUIRE_MESSAGE(file, path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

template <class Loaded>
Loaded without_errors(std::variant<Loaded, std::vector<DataError>> loaded) {
    if (const auto* errors = std::get_if<std::vector<DataError>>(&loaded)) FAIL(to_text(errors->front()));
    return std::get<Loaded>(std::move(loaded));
}

// Programs, what finds them, and the words to show them in.
struct Site {
    Dataset dataset;
    Words words;
    Index index = build_index(dataset);

    View view(const State& state) const { return make_view(state, search(index, state.query), dataset, words); }
    FacetValueId value(std::string_view facet, std::string_view code) const {
        const auto f = find_facet(dataset.facets, facet);
        REQUIRE(f);
        const auto v = dataset.facets[*f].find(code);
        REQUIRE(v);
        return {*f, *v};
    }
    const Program& program(std::string_view id) const {
        for (const Program& p : dataset.programs)
            if (p.id == id) return p;
        FAIL(id);
        return dataset.programs[0];
    }
};

inline Words shipped_words() { return without_errors(load_words(source_text_of("data/words/en.json"), "en.json")); }

inline Dataset shipped_programs() {
    const Vocabulary vocabulary = without_errors(load_vocabulary(source_text_of("data/vocabulary.json"), "vocabulary.json"));
    return without_errors(load_dataset(source_text_of("data/programs.json"), "programs.json", vocabulary));
}

inline const Site& shipped() {
    static const Site once{shipped_programs(), shipped_words()};
    return once;
}

inline State after(State state, const std::vector<Action>& actions) {
    for (const Action& action : actions) state = reduce(std::move(state), action);
    return state;
}
inline State after(const std::vector<Action>& actions) { return after(State(), actions); }

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return engine_() % n; }
    bool chance(std::size_t percent) { return below(100) < percent; }

    // What people type, paste, or send to try us.
    std::string text() {
        static const char* const pool[] = {"yoga", "Medi-Cal", "san", "trauma", "", " ", "é", "Тест", "日本語", "🙂", "a&b=c", "100%", "%41", "#x", "\"q\"", "<b>", "+1", "x,y", "/", "e\u0301"};
        std::string text;
        for (std::size_t n = below(5); n > 0; --n) (text += below(2) ? " " : "") += pool[below(std::size(pool))];
        return text;
    }

    State state(const Dataset& dataset) {
        State s;
        if (chance(40)) s.query.text = text();
        s.query.include_not_stated = chance(40);
        s.query.selected.resize(below(dataset.facets.size() + 1));
        for (std::size_t f = 0; f < s.query.selected.size(); ++f)
            for (std::uint16_t v = 0; v < dataset.facets[f].values.size(); ++v)
                if (chance(4)) s.query.selected[f].push_back(v);
        s.narrow = chance(50);
        s.filters_open = chance(20);
        s.page = chance(50) ? 0 : below(5);
        s.whole = chance(10);
        for (std::vector<bool>* flags : {&s.unfolded, &s.explained})
            for (std::size_t n = below(dataset.facets.size() + 1); n > 0; --n) flags->push_back(chance(50));
        if (chance(30)) s = reduce(std::move(s), OpenProgram{dataset.programs[below(dataset.programs.size())].id});
        else if (chance(10)) s.screen = Screen::about;
        return s;
    }

private:
    std::mt19937 engine_;
};

struct NamedState { std::string name; State state; };

// Every kind of screen that is not one program's page, wide and narrow.
inline std::vector<NamedState> screens(const Site& site) {
    const Action trauma = ToggleValue{site.value("groups", "trauma")}, medi_cal = ToggleValue{site.value("payment", "medi-cal")},
                 yoga = ToggleValue{site.value("complementary_therapies", "yoga")};
    const auto errors = [](std::size_t n) { return RefuseData{std::vector<DataError>(n, {"programs.json", "/programs/3", "\"12\"", "a number"})}; };
    std::vector<NamedState> all = {
        {"fresh", {}}, {"chosen", after({trauma, medi_cal})}, {"typed", after({SetText{"san mateo"}})}, {"nothing found", after({SetText{"zzzz"}, trauma})},
        {"nothing states it", after({yoga, trauma, medi_cal, SetText{"alameda"}})}, {"not stated", after({trauma, yoga, ToggleNotStated{}})},
        {"sheet", after({OpenFilters{}, trauma})}, {"about", after({trauma, OpenAbout{}})}, {"refused", after({errors(3)})}, {"refused much", after({errors(15)})}};
    for (std::size_t r = 0; r < 6; ++r) all.push_back({"reason " + std::to_string(r), after({SetReason{static_cast<PageViewReason>(r)}})});
    State open;
    open.unfolded = open.explained = std::vector<bool>(site.dataset.facets.size(), true);
    all.push_back({"everything unfolded", open});
    all.push_back({"how it looks", after({ToggleDisplay{}, ChooseTheme{ThemeChoice::dark}, ChooseTextSize{150}})});
    all.push_back({"how it looks, on another page", after({OpenAbout{}, ToggleDisplay{}})});
    all.push_back({"second page", after({GoToPage{1}})});
    all.push_back({"last page", after({GoToPage{99}})});
    all.push_back({"second page of what may fit", after({trauma, yoga, ToggleNotStated{}, GoToPage{1}})});
    all.push_back({"whole", after({GoToPage{1}, SetWhole{true}})});
    all.push_back({"whole instead of the sheet", after({OpenFilters{}, SetWhole{true}})});
    all.push_back({"paper", after({trauma, medi_cal, ToggleNotStated{}, SetText{"san"}, GoToPage{1}, SetPaper{true}})});
    all.push_back({"nothing found, on paper", after({SetText{"zzzz"}, trauma, SetPaper{true}})});
    all.push_back({"paper instead of the sheet", after({trauma, OpenFilters{}, SetPaper{true}})});
    all.push_back({"about, on paper", after({OpenAbout{}, SetPaper{true}})});
    for (std::size_t i = all.size(); i-- > 0;) all.push_back({all[i].name + ", narrow", after(all[i].state, {SetNarrow{true}})});
    Random random(5);
    for (int n = 0; n < 40; ++n) all.push_back({"random " + std::to_string(n), random.state(site.dataset)});
    return all;
}

inline std::vector<NamedState> program_pages(const Site& site) {
    std::vector<NamedState> all;
    for (const Program& p : site.dataset.programs)
        for (const bool narrow : {false, true}) all.push_back({p.id + (narrow ? ", narrow" : ""), after({SetNarrow{narrow}, OpenProgram{p.id}})});
    return all;
}

inline std::vector<NamedState> all_states(const Site& site) {
    std::vector<NamedState> all = screens(site), pages = program_pages(site);
    all.insert(all.end(), pages.begin(), pages.end());
    return all;
}

// --- Looking at a View

using Places = std::vector<std::size_t>;   // in View::nodes

// All nodes of a role, in reading order; below `top` only.
inline Places all_of(const View& view, Role role, std::size_t top = 0) {
    Places found;
    for (std::size_t i = top + 1; i < view.nodes[top].end; ++i)
        if (view.nodes[i].role == role) found.push_back(i);
    return found;
}

inline Places children_of(const View& view, std::size_t top) {
    Places found;
    for (std::size_t i = top + 1; i < view.nodes[top].end; i = view.nodes[i].end) found.push_back(i);
    return found;
}

inline std::vector<std::string> texts_of(const View& view, Role role, std::size_t top = 0) {
    std::vector<std::string> texts;
    for (const std::size_t i : all_of(view, role, top)) texts.push_back(view.nodes[i].text);
    return texts;
}

inline const Node& only(const View& view, Role role, std::size_t top = 0) {
    const Places found = all_of(view, role, top);
    REQUIRE_MESSAGE(found.size() == 1, name_of(role));
    return view.nodes[found[0]];
}

// Everything that a person can perceive, one text each.
inline std::vector<std::string> all_texts(const View& view) {
    std::vector<std::string> texts = {view.title, view.announcement};
    for (const Node& n : view.nodes)
        for (const std::string* text : {&n.text, &n.said_before, &n.said_after, &n.name, &n.hint, &n.value})
            if (!text->empty()) texts.push_back(*text);
    return texts;
}

template <class Wanted>
const Wanted* action_of(const Node& node) { return node.action ? std::get_if<Wanted>(&*node.action) : nullptr; }

inline bool contains(const std::vector<std::string>& texts, std::string_view part) {
    for (const std::string& text : texts)
        if (text.find(part) != text.npos) return true;
    return false;
}

}  // namespace finder::view::test
