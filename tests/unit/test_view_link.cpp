// Share links: what is written is read back, and whatever else comes does no harm.
#include "view/share_link.hpp"

#include "finder/utf8.hpp"

#include "test_view_support.hpp"

#include <algorithm>

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;

namespace {

const Dataset& dataset() { return shipped().dataset; }
std::string link_of(const State& state) { return encode_link(state, dataset().facets); }
DecodedLink read(std::string_view fragment) { return decode_link(fragment, dataset()); }

using Unknown = std::vector<std::string>;

// Codes of what is chosen, as "groups/trauma".
std::vector<std::string> chosen(const State& state) {
    std::vector<std::string> codes;
    for (std::size_t f = 0; f < state.query.selected.size(); ++f)
        for (const std::uint16_t v : state.query.selected[f]) codes.push_back(dataset().facets[f].code + "/" + dataset().facets[f].values[v].code);
    return codes;
}

bool is_clean(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = take_code_point(text);
        if (!c.valid || c.value < ' ' || (c.value >= 0x7F && c.value < 0xA0)) return false;
    }
    return true;
}

// The first thing in a decoded state that the rest of the program could stumble over, or nothing.
std::string unsound(const State& s) {
    if (!is_clean(s.query.text)) return "text";
    if (s.query.text.size() > 200) return "length of text";
    if (s.query.selected.size() > dataset().facets.size()) return "number of facets";
    for (std::size_t f = 0; f < s.query.selected.size(); ++f) {
        const auto& values = s.query.selected[f];
        if (std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) != values.end()) return "order of values";
        if (!values.empty() && values.back() >= dataset().facets[f].values.size()) return "value";
    }
    const bool known = std::any_of(dataset().programs.begin(), dataset().programs.end(), [&](const Program& p) { return p.id == s.program_id; });
    if (known != (s.screen == Screen::program) || (!known && !s.program_id.empty())) return "program";
    return "";
}

std::string random_fragment(Random& random) {
    static const char* const parts[] = {"groups=trauma", "payment=medi-cal,nonsense", "program=edgewood-iop-san-carlos", "page=about", "q=", "groups=", "payment=", "trauma", "medi-cal", "program=", "edgewood-iop-san-carlos", "show=filters", "page-number=2", "not-stated=1", "&", "&", "&", "=", ",", "%", "%4", "%zz", "%C3", "%A9", "%00", "%E2%80%AE", "+", "#", "\xFF", "\xC3", "é"};
    std::string fragment;
    for (std::size_t n = random.below(14); n > 0; --n) {
        if (random.chance(80)) fragment += parts[random.below(std::size(parts))];
        else fragment += static_cast<char>(random.below(256));
    }
    return fragment;
}

}  // namespace

TEST_CASE("a fresh start has no link, and no link is a fresh start") {
    CHECK(link_of({}).empty());
    for (const char* nothing : {"", "#", "&", "&&&", "=", "#&=&"}) {
        const DecodedLink link = read(nothing);
        CHECK(link_of(link.state).empty());
        CHECK(link.unknown.empty());
    }
    // What belongs to one screen or one visit is in no link.
    State s = after({SetNarrow{true}, SetDisplay{{true, ThemeChoice::dark, 150}}, ToggleUnfolded{1}, ToggleExplained{1}, SetPaper{true}, RefuseData{{{"f", "", "a", "b"}}}});
    CHECK(link_of(s).empty());
}

TEST_CASE("a link restores words, choices, the switch, the open page and the filter sheet") {
    Random random(7);
    for (int round = 0; round < 600; ++round) {
        const State s = random.state(dataset());
        const std::string fragment = link_of(s);
        CAPTURE(fragment);
        const DecodedLink link = read(random.chance(50) ? fragment : "#" + fragment);
        REQUIRE(link.unknown.empty());
        REQUIRE(link.state.query.text == s.query.text);
        REQUIRE(chosen(link.state) == chosen(s));
        REQUIRE(link.state.query.include_not_stated == s.query.include_not_stated);
        REQUIRE(link.state.screen == s.screen);
        REQUIRE(link.state.program_id == s.program_id);
        REQUIRE(link.state.filters_open == s.filters_open);
        REQUIRE(link.state.page == s.page);
        REQUIRE(link_of(link.state) == fragment);
        REQUIRE(std::all_of(fragment.begin(), fragment.end(), [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '#'; }));
    }
}

TEST_CASE("a link written by hand works") {
    const DecodedLink link = read("#groups=trauma&payment=medi-cal");
    CHECK(link.unknown.empty());
    CHECK(chosen(link.state) == std::vector<std::string>{"payment/medi-cal", "groups/trauma"});
    CHECK(read("q=medi-cal+yoga").state.query.text == "medi-cal yoga");
    CHECK(read("q=caf%C3%A9%20%26%20caf%c3%a9").state.query.text == "café & café");
    CHECK(read("q=café").state.query.text == "café");
    CHECK(read("program=edgewood-iop-san-carlos").state.screen == Screen::program);
    CHECK(read("page=about").state.screen == Screen::about);
    CHECK(read("not-stated=1").state.query.include_not_stated);
    CHECK(read("page-number=2").state.page == 1);
    CHECK(read("page-number=1").state.page == 0);
    CHECK(read("page-number=99999999999999999999999").state.page < 1'000'000);
}

TEST_CASE("keys and codes that mean nothing are named and kept out") {
    const DecodedLink link = read("groups=trauma,nonsense,,anger-management&colour=red&program=nobody&page=shop&not-stated=2&show=all&GROUPS=anxiety");
    CHECK(link.unknown == Unknown{"groups=nonsense", "groups=", "colour", "program=nobody", "page", "not-stated", "show", "GROUPS"});
    for (const char* wrong : {"0", "-1", "two", "", "1.5", "2x", "%32"}) {
        const DecodedLink none = read(std::string("page-number=") + wrong);
        CHECK(none.unknown == Unknown{"page-number"});
        CHECK(none.state.page == 0);
    }
    CHECK(chosen(link.state) == std::vector<std::string>{"groups/trauma", "groups/anger-management"});
    CHECK(link.state.screen == Screen::list);
    CHECK(link.state.program_id.empty());
    CHECK_FALSE(link.state.query.include_not_stated);
    CHECK_FALSE(link.state.filters_open);
}

TEST_CASE("a key that stands twice adds its values, and of two texts or pages the last counts") {
    CHECK(chosen(read("groups=trauma&groups=anxiety,trauma&groups=trauma").state) == std::vector<std::string>{"groups/anxiety", "groups/trauma"});
    CHECK(read("q=a&q=b").state.query.text == "b");
    CHECK(unsound(read("program=edgewood-iop-san-carlos&page=about").state) == "");
    CHECK(unsound(read("page=about&program=edgewood-iop-san-carlos").state) == "");
}

TEST_CASE("broken escapes stay as they were typed") {
    CHECK(read("q=100%").state.query.text == "100%");
    CHECK(read("q=%4").state.query.text == "%4");
    CHECK(read("q=%zz%41").state.query.text == "%zzA");
    CHECK(read("q=%%41").state.query.text == "%A");
    CHECK(read("q=a=b").state.query.text == "a=b");
}

TEST_CASE("broken UTF-8 and control characters do not reach the page") {
    for (const std::string broken : {"%FF", "%C3", "%80", "%E2%82", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "%F0%9F%98", "%00", "%0A", "%7F", "%C2%85"}) {
        CAPTURE(broken);
        for (const std::string& text : {broken, broken + "yoga", "yoga" + broken, "yo" + broken + "ga"}) {
            const DecodedLink link = read("q=" + text);
            CHECK(unsound(link.state) == "");
            CHECK(link.state.query.text == std::string(text == broken ? "" : "yoga"));
        }
    }
}

TEST_CASE("a long text is cut at a whole character, in the link and when it is read") {
    for (const char* letter : {"a", "é", "日", "🙂"}) {
        for (std::size_t shift = 0; shift < 4; ++shift) {
            std::string text(shift, 'x');
            while (text.size() < 5000) text += letter;
            State typed;
            typed.query.text = text;
            typed.query.include_not_stated = true;   // comes after the text in the link, and is not lost
            for (const State& s : {read("q=" + text + "&not-stated=1").state, read(link_of(typed)).state}) {
                CHECK(unsound(s) == "");
                CHECK(text.compare(0, s.query.text.size(), s.query.text) == 0);
                CHECK(s.query.text.size() + std::string(letter).size() > 200);
                CHECK(s.query.include_not_stated);
            }
        }
    }
}

TEST_CASE("no link is fatal, whatever is in it") {
    Random random(11);
    std::size_t chose = 0, opened = 0, unknown = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::string fragment = random_fragment(random);
        const DecodedLink link = read(fragment);
        CAPTURE(fragment);
        REQUIRE(unsound(link.state) == "");
        REQUIRE(read(link_of(link.state)).unknown.empty());
        if (round % 20 == 0) REQUIRE(shipped().view(link.state).heading != 0);
        chose += !chosen(link.state).empty();
        opened += link.state.screen != Screen::list;
        unknown += !link.unknown.empty();
    }
    CHECK(chose > 50);
    CHECK(opened > 50);
    CHECK(unknown > 500);
}

TEST_CASE("a link of a megabyte costs no more than one that we would write") {
    Random random(12);
    std::string noise;
    for (int i = 0; i < 1 << 20; ++i) noise += static_cast<char>(random.below(256));
    for (const std::string& hostile : {noise, std::string(1 << 20, '&'), std::string(1 << 20, ','), "groups=" + std::string(1 << 20, ','), "q=" + std::string(1 << 20, '%'), "program=" + std::string(1 << 20, 'a')}) {
        const DecodedLink link = read(hostile);
        CHECK(unsound(link.state) == "");
        CHECK(link.unknown.size() <= 8192);
    }
}
