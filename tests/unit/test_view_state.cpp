// reduce(): what each thing that a person does makes of the state.
#include "test_view_support.hpp"

#include "view/share_link.hpp"

#include <algorithm>

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;

namespace {

using Chosen = std::vector<std::vector<std::uint16_t>>;

// Facets without a choice at the end are as good as none.
Chosen chosen(const State& s) {
    Chosen all = s.query.selected;
    while (!all.empty() && all.back().empty()) all.pop_back();
    return all;
}

std::vector<bool> flags(std::vector<bool> all) {
    while (!all.empty() && !all.back()) all.pop_back();
    return all;
}

// Everything in the state as one text, so that a difference can be read.
std::string told(const State& s) {
    std::string text = "text \"" + s.query.text + "\" chosen";
    for (const auto& values : chosen(s)) {
        text += " |";
        for (const std::uint16_t v : values) text += " " + std::to_string(v);
    }
    text += " not stated " + std::to_string(s.query.include_not_stated) + " screen " + std::to_string(static_cast<int>(s.screen)) + " " + s.program_id;
    text += " simple " + std::to_string(s.display.simple) + " slash " + std::to_string(s.display.slash) + " sheet " + std::to_string(s.filters_open);
    text += " page " + std::to_string(s.page) + " whole " + std::to_string(s.whole) + " paper " + std::to_string(s.paper) + " narrow " + std::to_string(s.narrow);
    text += " reason " + std::to_string(static_cast<int>(s.reason)) + " errors " + std::to_string(s.data_errors.size());
    for (const auto& all : {flags(s.unfolded), flags(s.explained)}) {
        text += " /";
        for (const bool flag : all) text += flag ? "1" : "0";
    }
    return text;
}

// A state in which nothing is as at the start.
State busy() {
    State s = after({ToggleValue{{2, 1}}, ToggleValue{{0, 3}}, SetText{"yoga"}, ToggleNotStated{}, OpenFilters{}, ToggleUnfolded{1}, ToggleExplained{2}, SetNarrow{true},
                     SetReason{PageViewReason::no_webgl}, RefuseData{{{"f", "/a", "b", "c"}}}, GoToPage{3}});
    s.screen = Screen::program;
    s.program_id = "alder";
    return s;
}

}  // namespace

TEST_CASE("doing what can be undone twice leaves everything as it was, at the top of the list") {
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        State s = random.state(shipped().dataset);
        s.page = 0;
        s.display.simple = random.chance(50);
        s.display.slash = random.chance(50);
        s.reason = random.chance(50) ? PageViewReason::none : PageViewReason::no_webgl;
        const auto facet = static_cast<std::uint16_t>(random.below(shipped().dataset.facets.size()));
        const auto value = static_cast<std::uint16_t>(random.below(shipped().dataset.facets[facet].values.size()));
        for (const Action& action : std::vector<Action>{ToggleValue{{facet, value}}, ToggleNotStated{}, ToggleUnfolded{facet}, ToggleExplained{facet}, ToggleSimpleView{}}) {
            CHECK(told(reduce(s, action)) != told(s));
            CHECK(told(after(s, {action, action})) == told(s));
        }
    }
}

TEST_CASE("values are kept once and in their own order, whatever the order in which they are ticked") {
    const State s = after({ToggleValue{{1, 5}}, ToggleValue{{1, 0}}, ToggleValue{{1, 3}}, ToggleValue{{3, 2}}});
    CHECK(chosen(s) == Chosen{{}, {0, 3, 5}, {}, {2}});
    CHECK(chosen(reduce(s, ToggleValue{{1, 3}})) == Chosen{{}, {0, 5}, {}, {2}});
}

TEST_CASE("a changed query starts at the top of its list") {
    State s = after({ToggleValue{{1, 5}}, SetText{"a"}, GoToPage{2}});
    CHECK(s.page == 2);
    for (const Action& action : std::vector<Action>{ToggleValue{{1, 5}}, ToggleValue{{0, 0}}, ClearAll{}, SetText{"ab"}, Relax{true, {}}, Relax{false, {1, 5}}, Navigate{{}}})
        CHECK(reduce(s, action).page == 0);
    // What does not state it comes after all that was shown, which stays.
    CHECK(reduce(s, ToggleNotStated{}).page == 2);
    CHECK(reduce(s, ToggleNotStated{5}).page == 5);
}

TEST_CASE("looking at something else keeps the query and the place in the list") {
    const State s = after({ToggleValue{{1, 5}}, SetText{"a"}, ToggleNotStated{}, GoToPage{2}});
    CHECK(told(after(s, {OpenProgram{"alder"}, BackToList{}})) == told(s));
    CHECK(told(after(s, {OpenAbout{}, BackToList{}})) == told(s));
    CHECK(told(after(s, {OpenFilters{}, CloseFilters{}})) == told(s));
    CHECK(told(after(s, {SetPaper{true}, SetPaper{false}})) == told(s));   // printed
    // The browser's Back and Forward come with the same page, too.
    CHECK(told(after(s, {OpenProgram{"alder"}, Navigate{s}})) == told(s));
}

TEST_CASE("clear all clears words, choices and the switch for what is not stated, and nothing else") {
    const State before = busy(), s = reduce(before, ClearAll{});
    CHECK(s.query.text.empty());
    CHECK(chosen(s).empty());
    CHECK_FALSE(s.query.include_not_stated);
    State expected = before;
    expected.query = {};
    expected.page = 0;
    CHECK(told(s) == told(expected));
}

TEST_CASE("a choice to drop is dropped alone") {
    const State s = busy();
    CHECK(reduce(s, Relax{true, {}}).query.text.empty());
    CHECK(chosen(reduce(s, Relax{true, {}})) == chosen(s));
    CHECK(reduce(s, Relax{false, {2, 1}}).query.text == "yoga");
    CHECK(chosen(reduce(s, Relax{false, {2, 1}})) == Chosen{{3}});
}

TEST_CASE("opening a page closes the filter sheet") {
    const State program = after({OpenFilters{}, OpenProgram{"alder"}});
    CHECK(program.screen == Screen::program);
    CHECK(program.program_id == "alder");
    CHECK_FALSE(program.filters_open);
    const State about = after({OpenFilters{}, OpenAbout{}});
    CHECK(about.screen == Screen::about);
    CHECK_FALSE(about.filters_open);
    CHECK(reduce(program, BackToList{}).screen == Screen::list);
    CHECK(reduce(program, BackToList{}).program_id.empty());
}

TEST_CASE("the simple view is chosen and left by the same button") {
    CHECK(after({ToggleSimpleView{}}).display.simple);
    CHECK(after({ToggleSimpleView{}, ToggleSimpleView{}}).reason == PageViewReason::none);
}

TEST_CASE("leaving forgets all that could tell what a person looked for") {
    const State s = reduce(busy(), Leave{});
    State expected;
    expected.narrow = true;
    expected.reason = PageViewReason::no_webgl;
    CHECK(told(s) == told(expected));
    CHECK(encode_link(s, shipped().dataset.facets).empty());
}

TEST_CASE("a link replaces what links hold and keeps the rest") {
    const State before = busy(), linked = after({ToggleValue{{1, 1}}, SetText{"san"}, OpenAbout{}});
    const State s = reduce(before, Navigate{linked});
    State expected = linked;
    expected.narrow = before.narrow;
    expected.reason = before.reason;
    expected.data_errors = before.data_errors;
    expected.unfolded = before.unfolded;
    expected.explained = before.explained;
    CHECK(told(s) == told(expected));
    CHECK(told(reduce(before, Navigate{{}})).find("text \"\" chosen not stated 0 screen 0  simple 0 slash 1 sheet 0 page 0") == 0);
}

TEST_CASE("layout, reasons and refused data change nothing that a person chose") {
    const State before = busy();
    for (const Action& action : std::vector<Action>{SetNarrow{false}, SetReason{PageViewReason::trap}, RefuseData{}}) {
        State s = reduce(before, action);
        CHECK(told(s) != told(before));
        s.narrow = before.narrow;
        s.filters_open = before.filters_open;   // a wide page has no sheet
        s.reason = before.reason;
        s.data_errors = before.data_errors;
        CHECK(told(s) == told(before));
    }
}

TEST_CASE("a link to a program that is gone says so, until something else is looked for") {
    const State gone = reduce({}, Navigate{decode_link("program=closed-long-ago&payment=medi-cal", shipped().dataset).state});
    CHECK(gone.missing_program);
    CHECK(gone.screen == Screen::list);
    const auto says_so = [](const State& state) { return contains(texts_of(shipped().view(state), Role::notice), "not in this list any more"); };
    CHECK(says_so(gone));
    for (const Action& action : std::vector<Action>{SetText{"yoga"}, OpenAbout{}, OpenProgram{"edgewood-iop-san-carlos"}, Navigate{}}) CHECK_FALSE(says_so(reduce(gone, action)));
}

TEST_CASE("blanks alone ask for nothing") {
    CHECK(reduce({}, SetText{"   "}).query.text.empty());
    CHECK(reduce({}, SetText{" yoga "}).query.text == " yoga ");
}
