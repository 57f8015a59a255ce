#include "view/action.hpp"

#include <algorithm>

namespace finder::view {

namespace {

void toggle(std::vector<std::uint16_t>& chosen, std::uint16_t value) {
    const auto at = std::find(chosen.begin(), chosen.end(), value);
    if (at != chosen.end()) chosen.erase(at);
    else chosen.insert(std::upper_bound(chosen.begin(), chosen.end(), value), value);
}

void toggle_flag(std::vector<bool>& flags, std::uint16_t at) {
    if (flags.size() <= at) flags.resize(at + 1u);
    flags[at] = !flags[at];
}

// One overload an action. A changed query starts again at the top of its list.
struct Reducer {
    State& s;

    void new_query() const { s.page = 0; s.missing_program = false; }

    void operator()(const ToggleValue& a) const {
        if (s.query.selected.size() <= a.what.facet) s.query.selected.resize(a.what.facet + 1u);
        toggle(s.query.selected[a.what.facet], a.what.value);
        s.toggled = a.what;
        new_query();
    }
    void operator()(const ClearAll&) const { s.query = {}; new_query(); }
    void operator()(const SetText& a) const {
        s.query.text = a.text.find_first_not_of(' ') == a.text.npos ? "" : a.text;
        new_query();
    }
    void operator()(const ToggleNotStated& a) const {   // they come after all that is shown, which stays
        s.query.include_not_stated = !s.query.include_not_stated;
        s.page = a.page.value_or(s.page);
    }
    void operator()(const Relax& a) const {
        if (a.drops_text) (*this)(SetText{});
        else (*this)(ToggleValue{a.drops});
    }
    void operator()(const OpenProgram& a) const { s.screen = Screen::program; s.program_id = a.id; s.filters_open = s.missing_program = false; }
    void operator()(const OpenAbout&) const { s.screen = Screen::about; s.filters_open = s.missing_program = false; }
    void operator()(const BackToList&) const { s.screen = Screen::list; s.program_id.clear(); }
    void operator()(const OpenFilters&) const { s.filters_open = true; }
    void operator()(const CloseFilters&) const { s.filters_open = false; }
    void operator()(const ToggleUnfolded& a) const { toggle_flag(s.unfolded, a.facet); }
    void operator()(const ToggleExplained& a) const { toggle_flag(s.explained, a.facet); }
    void operator()(const GoToPage& a) const { (*this)(BackToList{}); s.page = a.page; }
    void operator()(const SetWhole& a) const { s.whole = a.whole; }
    void operator()(const SetPaper& a) const { s.paper = s.whole = a.paper; }
    void operator()(const ToggleSimpleView&) const { s.display.simple = !s.display.simple; }
    void operator()(const ToggleDisplay&) const { s.display_open = !s.display_open; }
    void operator()(const ChooseTheme& a) const { s.display.theme = a.theme; }
    void operator()(const ChooseTextSize& a) const { s.display.text_size = a.percent; }
    void operator()(const ChooseSlash& a) const { s.display.slash = a.to_search; }
    void operator()(const SetDisplay& a) const { s.display = a.display; }
    void operator()(const SetPreferences& a) const { s.device = a.device; }
    void operator()(const SetNarrow& a) const { s.narrow = a.narrow; s.filters_open &= a.narrow; }   // only a narrow page has a sheet
    void operator()(const SetReason& a) const { s.reason = a.reason; }
    void operator()(const RefuseData& a) const { s.data_errors = a.errors; }
    void operator()(const Navigate& a) const {
        s.query = a.linked.query;
        s.page = a.linked.page;
        s.screen = a.linked.screen;
        s.program_id = a.linked.program_id;
        s.filters_open = a.linked.filters_open && s.narrow;
        s.missing_program = a.linked.missing_program;
    }
    void operator()(const Leave&) const {
        State fresh;
        fresh.narrow = s.narrow;
        fresh.display = s.display;
        fresh.device = s.device;
        fresh.reason = s.reason;
        s = fresh;
    }
};

}  // namespace

State reduce(State state, const Action& action) {
    std::visit(Reducer{state}, action);
    return state;
}

}  // namespace finder::view
