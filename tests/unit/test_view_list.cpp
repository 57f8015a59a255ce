// The list: cards with what each program states, its pages, and what to try when none fits.
#include "view/fact_words.hpp"
#include "view/pages.hpp"
#include "view/share_link.hpp"

#include "test_view_lists.hpp"

#include <algorithm>
#include <map>

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;

namespace {

std::vector<FacetValueId> all_chosen(const State& state) {
    std::vector<FacetValueId> all;
    for (std::uint16_t f = 0; f < state.query.selected.size(); ++f)
        for (const std::uint16_t v : state.query.selected[f]) all.push_back({f, v});
    return all;
}

bool is_place(FacetValueId id) { return shipped().dataset.facets[id.facet].code == "county" || shipped().dataset.facets[id.facet].code == "city"; }

std::vector<std::string> ids_of_cards(const View& view) {
    std::vector<std::string> ids;
    for (const std::size_t i : all_of(view, Role::card_link)) ids.push_back(action_of<OpenProgram>(view.nodes[i])->id);
    return ids;
}

// A value's mark on a card, as a person sees it.
std::string mark_wanted(const Program& program, FacetValueId id) {
    const Fact* fact = program.find(id);
    if (!fact || fact->stated == Stated::ask) return "mark_ask " + label(id) + ": not stated, ask them";
    return fact->stated == Stated::offered ? "mark_offered Offered: " + label(id) : "mark_not_offered " + label(id) + ": not offered";
}

std::vector<std::string> marks_of(const View& view, std::size_t card) {
    std::vector<std::string> marks;
    for (const Role role : {Role::mark_offered, Role::mark_not_offered, Role::mark_ask})
        for (const std::size_t i : all_of(view, role, card)) marks.push_back(std::string(name_of(role)) + " " + view.nodes[i].said_before + view.nodes[i].text + view.nodes[i].said_after);
    return marks;
}

const std::string iop_not_stated = "mark_ask Intensive outpatient (IOP): not stated, ask them";

bool offers_iop(const Program& program) {
    return std::any_of(program.facts.begin(), program.facts.end(), [](const Fact& fact) { return fact.stated == Stated::offered && label(fact.what).rfind("Intensive outpatient (IOP)", 0) == 0; });
}

// Every mark is one that the program's facts justify, and what was chosen has one.
std::string wrong_marks(const Case& c, std::size_t card, const Program& program) {
    const std::vector<std::string> marks = marks_of(c.view, card);
    std::set<std::string> justified;
    if (!offers_iop(program)) justified.insert(iop_not_stated);
    if (std::count(marks.begin(), marks.end(), iop_not_stated) != !offers_iop(program)) return "whether it is an IOP";
    for (const FacetValueId id : all_chosen(c.state)) {
        if (is_place(id)) continue;
        justified.insert(mark_wanted(program, id));
        if (std::count(marks.begin(), marks.end(), mark_wanted(program, id)) == 0) return "no " + mark_wanted(program, id);
    }
    for (const Fact& fact : program.facts)
        if (fact.stated == Stated::offered) justified.insert(mark_wanted(program, fact.what));
    for (const std::string& mark : marks)
        if (justified.count(mark) == 0) return mark;
    return std::set<std::string>(marks.begin(), marks.end()).size() == marks.size() ? "" : "a mark twice";
}

std::string wrong_call(const View& view, std::size_t card, const Program& program) {
    const Places calls = all_of(view, Role::call, card);
    if (program.phones.empty()) return calls.empty() && program.website ? "" : "call";
    if (calls.size() != 1) return "no call";
    const Node& call = view.nodes[calls[0]];
    const Phone& phone = program.phones[0];
    if (call.href != "tel:" + phone.number + (phone.extension.empty() ? "" : ";ext=" + phone.extension)) return call.href;
    if (call.said_after != ": " + program.name) return "whose number";   // heard out of its place, in a list of links
    return call.text == "Call " + phone_text(phone, shipped().words) ? "" : call.text;
}

// Sources of what a card tells about a program, but for the city.
std::set<SourceId> sources_on_card(const Program& program) {
    std::set<SourceId> used;
    if (!program.phones.empty()) used.insert(program.phones[0].source);
    if (program.website) used.insert(program.website->source);
    if (program.address) used.insert(program.address->source);
    if (program.ages) used.insert(program.ages->source);
    if (program.hours_per_week) used.insert(program.hours_per_week->source);
    if (program.schedule) used.insert(program.schedule->source);
    else for (const Session& session : program.sessions) used.insert(session.source);
    for (const Fact& fact : program.facts) used.insert(fact.source);
    return used;
}

std::string wrong_card(const Case& c, std::size_t card, const Program& program) {
    const View& view = c.view;
    if (only(view, Role::card_link, card).text != program.name) return "name";
    if (const std::string call = wrong_call(view, card, program); !call.empty()) return call;
    for (const Notice& notice : program.notices)
        if (!contains(texts_of(view, Role::card_alert, card), notice.text)) return notice.text;
    for (const SourceId source : sources_on_card(program)) {
        const std::string text = source_text(shipped().dataset.sources[source], shipped().words);
        if (only(view, Role::card_source, card).text.find(text) == std::string::npos) return "no source " + text;
    }
    return wrong_marks(c, card, program);
}

}  // namespace

TEST_CASE("the list has a card for each program that fits, in the order of the search, and says how many they are") {
    for (const Case& c : lists()) {
        CAPTURE(c.name);
        if (is_sheet(c.state)) {
            // The button tells how many cards there will be.
            CHECK(only(c.view, Role::sheet_done).text == shipped().words.count("filters.done", c.results.hits.size()));
            continue;
        }
        std::vector<std::string> expected;
        const std::size_t hits = c.results.hits.size(), last_page = hits == 0 ? 0 : (hits - 1) / 20;
        const std::size_t first = c.state.whole ? 0 : std::min(c.state.page, last_page) * 20, end = c.state.whole ? hits : std::min(hits, first + 20);
        for (std::size_t h = first; h < end; ++h) expected.push_back(shipped().dataset.programs[c.results.hits[h].program].id);
        CHECK(ids_of_cards(c.view) == expected);
        CHECK(only(c.view, Role::count).text == shipped().words.count("results", c.results.confirmed));
        const bool reaches_may_fit = c.state.query.include_not_stated ? end > c.results.confirmed : end == hits;
        CHECK(all_of(c.view, Role::also).size() == (c.results.may_fit > 0 && reaches_may_fit ? 1u : 0u));
        CHECK(contains(texts_of(c.view, Role::range), "Programs " + std::to_string(first + 1) + " to " + std::to_string(end) + " of " + std::to_string(hits)) == (hits > 20 && !c.state.paper));
        CHECK(all_of(c.view, Role::pages).size() == (hits > 20 && !c.state.whole ? 1u : 0u));
        if (!c.state.paper) CHECK(c.view.range == (hits > 20 ? texts_of(c.view, Role::range).at(0) : ""));
    }
}

TEST_CASE("a card shows its program's phone, notices, sources, and what was chosen in its true state") {
    std::size_t cards = 0;
    for (const Case& c : lists())
        for (const std::size_t card : all_of(c.view, Role::card)) {
            const Program& program = shipped().program(action_of<OpenProgram>(only(c.view, Role::card_link, card))->id);
            CAPTURE(c.name);
            CAPTURE(program.id);
            CHECK(wrong_card(c, card, program) == "");
            ++cards;
        }
    CHECK(cards > 500);
}

TEST_CASE("a card that nothing was chosen for shows at most one level of care, one complementary therapy, and groups up to five marks") {
    const View view = shipped().view({});
    for (const std::size_t card : all_of(view, Role::card)) {
        const Program& program = shipped().program(action_of<OpenProgram>(only(view, Role::card_link, card))->id);
        std::map<std::string, std::size_t> offered, shown;
        const std::vector<std::string> marks = marks_of(view, card);
        for (const Fact& fact : program.facts) {
            if (fact.stated != Stated::offered) continue;
            const std::string& code = shipped().dataset.facets[fact.what.facet].code;
            ++offered[code];
            shown[code] += std::count(marks.begin(), marks.end(), mark_wanted(program, fact.what)) > 0;
        }
        CAPTURE(program.id);
        for (const char* code : {"level_of_care", "complementary_therapies"}) CHECK(shown[code] == std::min<std::size_t>(1, offered[code]));
        CHECK(shown["groups"] == std::min(5 - shown["level_of_care"] - shown["complementary_therapies"], offered["groups"]));
        CHECK(marks.size() == shown["groups"] + shown["level_of_care"] + shown["complementary_therapies"] + !offers_iop(program));
    }
}

TEST_CASE("a card's link opens its program with the same choices, as pressing it does") {
    for (const Case& c : lists())
        for (const std::size_t i : all_of(c.view, Role::card_link)) {
            const Node& link = c.view.nodes[i];
            const State pressed = reduce(c.state, *link.action);
            CHECK(link.href == "#" + encode_link(pressed, shipped().dataset.facets));
        }
}

TEST_CASE("each choice can be taken back from its chip, and all at once") {
    for (const Case& c : lists()) {
        if (is_sheet(c.state) || c.state.paper) continue;
        CAPTURE(c.name);
        const Places chips = all_of(c.view, Role::chip);
        CHECK(chips.size() == all_chosen(c.state).size() + (c.state.query.text.empty() ? 0 : 1));
        State s = c.state;
        for (const std::size_t i : chips) {
            CHECK(c.view.nodes[i].said_before == "Remove filter: ");
            s = reduce(std::move(s), *c.view.nodes[i].action);
        }
        CHECK(s.query.text.empty());
        CHECK(all_chosen(s).empty());
        const Places summary = all_of(c.view, Role::summary);
        CHECK(all_of(c.view, Role::text_button, summary.at(0)).size() == (chips.empty() ? 0u : 1u));
    }
}

TEST_CASE("paper says what was chosen in words, and has nothing to press but links") {
    const Site& site = shipped();
    const Action trauma = ToggleValue{site.value("groups", "trauma")}, yoga = ToggleValue{site.value("complementary_therapies", "yoga")}, art = ToggleValue{site.value("complementary_therapies", "art-therapy")},
                 medi_cal = ToggleValue{site.value("payment", "medi-cal")};
    const auto chosen_on_paper = [&](const std::vector<Action>& actions) { return texts_of(site.view(reduce(after(actions), SetPaper{true})), Role::chosen); };
    CHECK(chosen_on_paper({}).empty());
    CHECK(chosen_on_paper({trauma}) == std::vector<std::string>{"What was chosen: Trauma."});
    CHECK(chosen_on_paper({SetText{"san jose"}}) == std::vector<std::string>{"What was chosen: “san jose”."});
    const std::vector<std::string> much = chosen_on_paper({trauma, yoga, art, medi_cal, SetText{"jose"}, ToggleNotStated{}});
    REQUIRE(much.size() == 1);
    for (const char* part : {": “jose”; ", "; Yoga or Art therapy", "; Medi-Cal (Medicaid); ", "; Trauma; ", "; also programs that do not state it."}) CHECK(contains(much, part));
    for (const Case& c : lists()) {
        CAPTURE(c.name);
        CHECK(all_of(c.view, Role::chosen).size() == (c.state.paper && (!all_chosen(c.state).empty() || !c.state.query.text.empty()) ? 1u : 0u));
        if (!c.state.paper) continue;
        for (const Role role : {Role::chip, Role::filters_button, Role::wide_button, Role::relax, Role::page_link}) CHECK(all_of(c.view, role).empty());
        CHECK(contains(texts_of(c.view, Role::crisis_text), "In an emergency call 911"));
        CHECK(contains(texts_of(c.view, Role::crisis_text), "In danger, or thinking of suicide?"));
    }
}

TEST_CASE("when nothing fits, each way out leads to as many programs as it says") {
    std::size_t ways = 0;
    for (const Case& c : lists()) {
        if (is_sheet(c.state)) continue;
        CAPTURE(c.name);
        const bool empty = c.results.confirmed == 0 && (c.state.page == 0 || c.state.whole || c.results.hits.size() <= 20);
        CHECK(all_of(c.view, Role::empty).size() == (empty ? 2u : 0u));
        if (empty) CHECK(contains(texts_of(c.view, Role::empty), "Call or text 988"));
        for (const std::size_t i : all_of(c.view, Role::relax)) {
            const std::size_t total = search(shipped().index, reduce(c.state, *c.view.nodes[i].action).query).confirmed;
            CHECK(c.view.nodes[i].text.find(": " + std::to_string(total) + (total == 1 ? " program" : " programs")) != std::string::npos);
            ++ways;
        }
    }
    CHECK(ways > 5);
}

// Pages through the list by its links; each page's cards, and the links' words.
std::vector<std::vector<std::string>> pages_of(State state) {
    std::vector<std::vector<std::string>> pages;
    for (;;) {
        const View view = shipped().view(state);
        pages.push_back(ids_of_cards(view));
        const Places links = all_of(view, Role::page_link);
        if (links.empty() || view.nodes[links.back()].text != "Next page") return pages;
        const Node& next = view.nodes[links.back()];
        CHECK(next.href == "#" + encode_link(reduce(state, *next.action), shipped().dataset.facets));
        state = reduce(std::move(state), *next.action);
    }
}

TEST_CASE("its pages hold the whole list, each program once and in its order, and lead back") {
    for (const std::vector<Action>& actions : {std::vector<Action>{}, {ToggleValue{shipped().value("groups", "trauma")}, ToggleNotStated{}}, {SetText{"zzzz"}}, {ToggleValue{shipped().value("groups", "trauma")}}}) {
        const State first = after(actions);
        const auto hits = search(shipped().index, first.query).hits;
        const auto pages = pages_of(first);
        CHECK(pages.size() == std::max<std::size_t>(1, (hits.size() + 19) / 20));
        std::vector<std::string> all, expected;
        for (const auto& page : pages) all.insert(all.end(), page.begin(), page.end());
        for (const Hit& hit : hits) expected.push_back(shipped().dataset.programs[hit.program].id);
        CHECK(all == expected);
        if (pages.size() == 1) continue;
        const State last = reduce(first, GoToPage{pages.size() - 1});
        const View view = shipped().view(last);
        const Node& previous = only(view, Role::page_link);
        CHECK(previous.text == "Previous page");
        CHECK(ids_of_cards(shipped().view(reduce(last, *previous.action))) == pages[pages.size() - 2]);
    }
}

TEST_CASE("a card of a list that is not all there tells its place and how many there are, and else does not") {
    for (const Case& c : lists()) {
        CAPTURE(c.name);
        for (const std::size_t list : all_of(c.view, Role::cards)) {
            const bool may_fit = c.view.nodes[list].name == "Programs that may fit";
            const std::size_t all = may_fit ? c.results.may_fit : c.results.confirmed, before = may_fit ? c.results.confirmed : 0;
            const Places cards = all_of(c.view, Role::card, list);
            for (const std::size_t card : cards) {
                const std::string& id = action_of<OpenProgram>(only(c.view, Role::card_link, card))->id;
                const auto at = std::find_if(c.results.hits.begin(), c.results.hits.end(), [&](const Hit& h) { return shipped().dataset.programs[h.program].id == id; });
                const std::size_t place = static_cast<std::size_t>(at - c.results.hits.begin()) - before + 1;
                CHECK(c.view.nodes[card].set_size == (cards.size() < all ? all : 0));
                CHECK(c.view.nodes[card].set_place == (cards.size() < all ? place : 0));
            }
        }
    }
}

TEST_CASE("\"show these too\" comes to the page on which the first of them stands") {
    std::size_t shown = 0;
    for (const Case& c : lists())
        for (const std::size_t i : all_of(c.view, Role::wide_button)) {
            const State s = reduce(c.state, *c.view.nodes[i].action);
            const View view = shipped().view(s);
            const auto hits = search(shipped().index, s.query).hits;
            CAPTURE(c.name);
            CHECK(contains(ids_of_cards(view), shipped().dataset.programs[hits[c.results.confirmed].program].id));
            CHECK(all_of(view, Role::also).size() == 1);
            ++shown;
        }
    CHECK(shown > 5);
}

TEST_CASE("typing goes into the field and comes back out of it as it was typed") {
    for (const char* text : {"yoga", "  two  spaces ", "<b>\"x\"</b>", "日本語"}) {
        const View view = shipped().view(after({SetText{text}}));
        CHECK(only(view, Role::text_input).value == text);
        CHECK(action_of<SetText>(only(view, Role::text_input)));
        CHECK(contains(texts_of(view, Role::chip), text));
    }
}
