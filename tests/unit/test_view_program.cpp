// A program's page: every fact in its true state, every phone number, and every source.
#include "view/fact_words.hpp"
#include "view/share_link.hpp"

#include "finder/text.hpp"

#include "test_view_support.hpp"

#include <algorithm>
#include <map>

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;

namespace {

const Dataset& dataset() { return shipped().dataset; }
View page_of(const Program& program, bool narrow = false) { return shipped().view(after({SetNarrow{narrow}, OpenProgram{program.id}})); }

// Lists whose every value is shown, so that people see what to ask; of others only what is stated.
const std::set<std::string> closed = {"payment", "services", "groups", "complementary_therapies"};

std::string mark_wanted(const Program& program, FacetValueId id) {
    const Fact* fact = program.find(id);
    const std::string& label = dataset().facets[id.facet].values[id.value].label;
    if (!fact || fact->stated == Stated::ask) return "mark_ask Not stated, ask: " + label;
    return fact->stated == Stated::offered ? "mark_offered Offered: " + label : "mark_not_offered Not offered: " + label;
}

// Marks of each list on the page, by the list's name.
std::map<std::string, std::multiset<std::string>> marks_on(const View& view) {
    std::map<std::string, std::multiset<std::string>> all;
    for (const std::size_t list : all_of(view, Role::marks_columns))
        for (const std::size_t i : children_of(view, list)) all[view.nodes[list].name].insert(std::string(name_of(view.nodes[i].role)) + " " + view.nodes[i].said_before + view.nodes[i].text);
    return all;
}

std::string wrong_marks(const View& view, const Program& program) {
    auto marks = marks_on(view);
    for (std::uint16_t f = 0; f < dataset().facets.size(); ++f) {
        const Facet& facet = dataset().facets[f];
        if (closed.count(facet.code) == 0 && marks.count(facet.label) == 0) continue;
        std::multiset<std::string> wanted;
        for (std::uint16_t v = 0; v < facet.values.size(); ++v)
            if (closed.count(facet.code) != 0 || program.find({f, v})) wanted.insert(mark_wanted(program, {f, v}));
        if (marks[facet.label] != wanted) return facet.code;
        marks.erase(facet.label);
    }
    return marks.empty() ? "" : "a list of marks that is no facet's";
}

// Facts of the vocabulary that the page does not tell. Ages in numbers tell the age groups, too.
std::string untold_fact(const View& view, const Program& program) {
    std::vector<std::string> said = texts_of(view, Role::glance_value);
    for (const auto& [list, marks] : marks_on(view)) said.insert(said.end(), marks.begin(), marks.end());
    for (const Fact& fact : program.facts) {
        const Facet& facet = dataset().facets[fact.what.facet];
        if (facet.code == "city" || facet.code == "county" || (facet.code == "ages" && program.ages)) continue;
        const std::string& label = facet.values[fact.what.value].label;
        const char* const after_label[] = {"", ": not offered", ": not stated, ask them"};
        const bool told = contains(said, mark_wanted(program, fact.what)) || contains(said, label + after_label[static_cast<int>(fact.stated)]);
        if (!told) return facet.code + "/" + label;
        if (!fact.ask_because.empty() && !contains(texts_of(view, Role::prose), fact.ask_because)) return fact.ask_because;
    }
    return "";
}

std::set<SourceId> sources_of(const Program& program) {
    std::set<SourceId> used;
    for (const Fact& fact : program.facts) used.insert(fact.source);
    for (const Phone& phone : program.phones) used.insert(phone.source);
    for (const SourcedText& text : program.for_whom) used.insert(text.source);
    for (const Session& session : program.sessions) used.insert(session.source);
    for (const Notice& notice : program.notices) if (notice.source) used.insert(*notice.source);
    for (const auto& range : {program.ages, program.hours_per_week, program.weeks}) if (range) used.insert(range->source);
    if (program.address) used.insert(program.address->source);
    if (program.website) used.insert(program.website->source);
    if (program.schedule) used.insert(program.schedule->source);
    return used;
}

// Each source that says something about the program is named once, with its link, its date and the day it was read.
std::string wrong_sources(const View& view, const Program& program) {
    std::multiset<std::string> named, wanted;
    for (const std::size_t item : all_of(view, Role::source_item)) {
        const Node& title = view.nodes[item + 1];
        named.insert(title.text + " <" + title.href + ">");
    }
    const std::vector<std::string> about = texts_of(view, Role::source_about);
    for (const SourceId id : sources_of(program)) {
        const Source& source = dataset().sources[id];
        wanted.insert(source.title + " <" + source.url + ">");
        const std::string dates = (source.date.empty() ? "undated" : "dated " + date_text(source.date, shipped().words)) + ". Read " + date_text(source.read_on, shipped().words);
        if (!contains(about, dates)) return source.id;
    }
    return named == wanted ? "" : "another list of sources";
}

std::vector<std::string> phones_on(const View& view) {
    std::vector<std::string> phones;
    const Places contact = all_of(view, Role::contact);
    REQUIRE(contact.size() == 1);
    for (const std::size_t i : children_of(view, contact[0]))
        if (view.nodes[i].href.compare(0, 4, "tel:") == 0) phones.push_back(view.nodes[i].href + " " + view.nodes[i].text);
    return phones;
}

std::vector<std::string> phones_wanted(const Program& program) {
    std::vector<std::string> phones;
    for (const Phone& phone : program.phones) {
        const std::string extension = phone.extension.empty() ? "" : ";ext=" + phone.extension;
        phones.push_back("tel:" + phone.number + extension + " Call " + phone_text(phone, shipped().words));
    }
    return phones;
}

std::vector<std::string> all_hrefs(const View& view) {
    std::vector<std::string> hrefs;
    for (const Node& n : view.nodes)
        if (!n.href.empty()) hrefs.push_back(n.href);
    return hrefs;
}

// A text that the page should hold and does not, or nothing.
std::string missing_text(const View& view, const Program& program) {
    std::vector<std::string> wanted = {program.name, program.organization};
    for (const SourcedText& text : program.for_whom) wanted.push_back(text.text);
    for (const Notice& notice : program.notices) wanted.push_back(notice.text);
    for (const Phone& phone : program.phones) wanted.push_back(source_text(dataset().sources[phone.source], shipped().words));
    for (const auto& range : {program.ages, program.hours_per_week, program.weeks})
        if (range) wanted.push_back(range_text(*range, shipped().words)), wanted.push_back(range->derived);
    if (program.address) wanted.push_back(address_text(*program.address));
    wanted.push_back(schedule_text(program, shipped().words));
    const std::vector<std::string> texts = all_texts(view);
    for (const std::string& text : wanted)
        if (!contains(texts, text)) return text;
    const std::vector<std::string> hrefs = all_hrefs(view);
    if (program.website && !contains(hrefs, program.website->url)) return program.website->url;
    return contains(hrefs, directions_href(program)) ? "" : "directions";
}

}  // namespace

TEST_CASE("what is not stated is never shown as not offered, and every fact has its true state") {
    for (const Program& program : dataset().programs) {
        CAPTURE(program.id);
        const View view = page_of(program);
        CHECK(wrong_marks(view, program) == "");
        CHECK(untold_fact(view, program) == "");
    }
}

TEST_CASE("any state of any value has the mark that it should have") {
    Random random(21);
    Site site{dataset(), shipped().words};
    for (int round = 0; round < 60; ++round) {
        Program& program = site.dataset.programs[random.below(site.dataset.programs.size())];
        program.facts.clear();
        for (std::uint16_t f = 0; f < dataset().facets.size(); ++f)
            for (std::uint16_t v = 0; v < dataset().facets[f].values.size(); ++v)
                if (random.chance(50)) program.facts.push_back({{f, v}, static_cast<Stated>(random.below(3)), 0, ""});
        for (Fact& fact : program.facts)
            if (fact.stated == Stated::ask && random.chance(50)) fact.ask_because = "It says “" + std::to_string(random.below(4)) + "”.";
        const View view = make_view(after({OpenProgram{program.id}}), search(site.index, {}), site.dataset, site.words);
        CHECK(wrong_marks(view, program) == "");
        CHECK(untold_fact(view, program) == "");
    }
}

TEST_CASE("a program's page names every phone number, in the order to try them, and tells all that is known") {
    for (const Program& program : dataset().programs)
        for (const bool narrow : {false, true}) {
            CAPTURE(program.id);
            const View view = page_of(program, narrow);
            CHECK(only(view, Role::page_title).text == program.name);
            CHECK(phones_on(view) == phones_wanted(program));
            CHECK(all_of(view, Role::call).size() == (program.phones.empty() ? 0u : 1u));   // one to try first
            CHECK(contains(texts_of(view, Role::phone_note), "We do not know a phone number") == program.phones.empty());
            CHECK(missing_text(view, program) == "");
        }
}

TEST_CASE("a program's page names every source it uses, with its date, and no other") {
    for (const Program& program : dataset().programs) {
        CAPTURE(program.id);
        CHECK(wrong_sources(page_of(program), program) == "");
    }
}

TEST_CASE("each section says where it was read") {
    for (const Program& program : dataset().programs) {
        CAPTURE(program.id);
        const std::vector<std::string> sources = texts_of(page_of(program), Role::section_source);
        for (const Fact& fact : program.facts) {
            const std::string& code = dataset().facets[fact.what.facet].code;
            if (code == "city" || code == "county" || (code == "ages" && program.ages)) continue;
            CHECK(contains(sources, source_text(dataset().sources[fact.source], shipped().words)));
        }
    }
}

TEST_CASE("no page is one of a program that closed") {
    for (const Program& program : dataset().programs)
        for (const char* gone : {"starvista", "redwood house"}) CHECK(fold(only(page_of(program), Role::page_title).text).find(gone) == std::string::npos);
}

TEST_CASE("the way back leads to the list as it was, and says how many programs are in it") {
    for (const auto& [name, state] : screens(shipped())) {
        CAPTURE(name);
        const State opened = reduce(state, OpenProgram{dataset().programs[0].id});
        const View view = shipped().view(opened);
        const Node& back = only(view, Role::back);
        const State list = reduce(opened, *back.action);
        CHECK(list.screen == Screen::list);
        CHECK(back.href == "#" + encode_link(list, dataset().facets));
        CHECK(back.text == shipped().words.count("back", search(shipped().index, list.query).hits.size()));
    }
}

TEST_CASE("Edgewood's page says who to call, and that its address is not confirmed") {
    const View view = page_of(shipped().program("edgewood-iop-san-carlos"));
    CHECK(phones_on(view)[0] == "tel:+14156823160 Call 415-682-3160");
    CHECK(contains(texts_of(view, Role::glance_value), "957 Industrial Road, Suite B, San Carlos, CA 94070"));
    CHECK(contains(texts_of(view, Role::notice), "confirm"));
    CHECK(contains(texts_of(view, Role::glance_value), "9–15 hours a week (3 hours a day, 3 to 5 days a week)"));
}

TEST_CASE("a help line of another county is shown to who looks there") {
    Site site{dataset(), shipped().words};
    site.dataset.help_lines.push_back({"Alameda Crisis Support", "+18003099099", "", "alameda", "", 0});
    const auto hrefs = [&](const State& state) { return all_hrefs(site.view(state)); };
    CHECK_FALSE(contains(hrefs({}), "tel:+18003099099"));
    const State there = after({ToggleValue{site.value("county", "alameda")}});
    CHECK(contains(hrefs(there), "tel:+18003099099"));
    CHECK(contains(hrefs(reduce(there, OpenProgram{dataset().programs[0].id})), "tel:+18003099099"));
    CHECK(contains(hrefs(there), "tel:+16505790350"));
}
