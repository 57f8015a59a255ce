// The list: how many fit, what was chosen, a card for each program, and what to try when none fits.
#include "finder/json_reader.hpp"
#include "view/fact_words.hpp"
#include "view/pages.hpp"
#include "view/scene.hpp"
#include "view/share_link.hpp"

#include <algorithm>

namespace finder::view {

namespace {

void add_chip(const Scene& scene, std::string text, std::string_view id, const Action& action) {
    Node& chip = scene.builder.leaf(Role::chip, std::move(text), id);
    chip.said_before = scene.words("chip.remove");
    chip.action = action;
}

// "Trauma or Depression", for each list that something was chosen in: any of one list will do.
std::vector<std::string> chosen_words(const Scene& scene) {
    const Words& words = scene.words;
    std::vector<std::string> all;
    if (!scene.state.query.text.empty()) all.push_back(words("chip.text", {{"text", printable(scene.state.query.text)}}));
    for (std::size_t f = 0; f < scene.state.query.selected.size(); ++f) {
        std::vector<std::string> values;
        for (const std::uint16_t v : scene.state.query.selected[f]) values.push_back(scene.label({static_cast<std::uint16_t>(f), v}));
        if (!values.empty()) all.push_back(join(values, words("chosen.or")));
    }
    if (scene.state.query.include_not_stated && !all.empty()) all.push_back(words("chosen.not_stated"));
    return all;
}

void add_paper_summary(const Scene& scene) {
    Builder& b = scene.builder;
    {
        const auto summary = b.open(Role::summary);
        b.leaf(Role::count, scene.words.count("results", scene.results.confirmed));
    }
    if (scene.anything_chosen()) b.leaf(Role::chosen, scene.words("chosen", {{"what", join(chosen_words(scene), "; ")}}));
}

void add_summary(const Scene& scene) {
    if (scene.state.paper) return add_paper_summary(scene);
    Builder& b = scene.builder;
    const Words& words = scene.words;
    const auto summary = b.open(Role::summary);
    b.leaf(Role::count, words.count("results", scene.results.confirmed));
    const auto chosen = scene.all_chosen();
    if (scene.state.narrow) {
        const std::string number = std::to_string(chosen.size());
        Node& filters = b.leaf(Role::filters_button, chosen.empty() ? words("filters") : words("filters.button", {{"n", number}}));
        filters.expanded = false;
        filters.action = OpenFilters{};
    }
    if (!scene.state.query.text.empty()) add_chip(scene, words("chip.text", {{"text", printable(scene.state.query.text)}}), "text", SetText{});
    for (const FacetValueId id : chosen) add_chip(scene, scene.label(id), scene.facet(id).code + "/" + scene.facet(id).values[id.value].code, ToggleValue{id});
    if (scene.anything_chosen()) b.leaf(Role::text_button, words("clear_all"), "clear").action = ClearAll{};
}

// What was chosen comes first; a program's strongest points fill the rest.
std::vector<FacetValueId> values_to_mark(const Scene& scene, const Program& program) {
    constexpr std::size_t most = 5;
    std::vector<FacetValueId> shown = scene.all_chosen();
    std::erase_if(shown, [&](FacetValueId id) { return is_place(scene.facet(id)); });
    for (const std::string_view code : {"level_of_care", "complementary_therapies", "groups"}) {
        const auto facet = find_facet(scene.dataset.facets, code);
        const std::size_t limit = code == "groups" ? most : std::min(most, shown.size() + 1);
        for (const Fact& fact : program.facts) {
            if (!facet || fact.what.facet != *facet || fact.stated != Stated::offered || shown.size() >= limit) continue;
            if (std::find(shown.begin(), shown.end(), fact.what) == shown.end()) shown.push_back(fact.what);
        }
    }
    return shown;
}

void add_mark(const Scene& scene, const Program& program, FacetValueId id) {
    Builder& b = scene.builder;
    const Fact* fact = program.find(id);
    const std::string key = scene.facet(id).code + "/" + scene.facet(id).values[id.value].code;
    if (fact && fact->stated == Stated::offered) b.leaf(Role::mark_offered, scene.label(id), key).said_before = scene.words("offered.said");
    else if (fact && fact->stated == Stated::not_offered) b.leaf(Role::mark_not_offered, scene.words("mark.not_offered", {{"what", scene.label(id)}}), key);
    else b.leaf(Role::mark_ask, scene.words("mark.not_stated", {{"what", scene.label(id)}}), key);
}

// People look for an intensive outpatient program: that one does not say it is one must be seen.
bool states_iop(const Scene& scene, const Program& program) {
    return std::any_of(program.facts.begin(), program.facts.end(), [&](const Fact& fact) {
        const Facet& facet = scene.facet(fact.what);
        return fact.stated == Stated::offered && facet.code == "level_of_care" && facet.values[fact.what.value].code.rfind("iop-", 0) == 0;
    });
}

void add_marks(const Scene& scene, const Program& program) {
    const std::vector<FacetValueId> values = values_to_mark(scene, program);
    const bool iop = states_iop(scene, program);
    if (values.empty() && iop) return;
    const auto list = scene.builder.open(Role::marks);
    list->name = scene.words("marks.name");
    if (!iop) scene.builder.leaf(Role::mark_ask, scene.words("mark.not_stated", {{"what", scene.words("iop")}}), "iop");
    for (const FacetValueId id : values) add_mark(scene, program, id);
}

void add_actions(const Scene& scene, const Program& program) {
    Builder& b = scene.builder;
    const std::string of_whom = ": " + program.name;
    const auto actions = b.open(Role::actions);
    if (!program.phones.empty()) {
        Node& call = b.leaf(Role::call, scene.words("call", {{"number", phone_text(program.phones[0], scene.words)}}));
        call.href = phone_href(program.phones[0]);
        call.said_after = of_whom;
    }
    if (program.website) {
        Node& site = b.leaf(Role::button_link, scene.words("website"), "website");
        site.href = program.website->url;
        site.said_after = of_whom;
    }
    if (const std::string href = directions_href(program); !href.empty()) {
        Node& way = b.leaf(Role::button_link, scene.words("directions"), "directions");
        way.href = href;
        way.said_after = of_whom;
    }
}

std::string facts_line(const Scene& scene, const Program& program) {
    std::vector<std::string> parts;
    // Several programs of one name and city are told apart by their streets.
    if (program.address && !program.address->city.empty()) parts.push_back(program.address->street.empty() ? program.address->city : program.address->street + ", " + program.address->city);
    else if (const std::string where = offered_text(program, scene.dataset, "setting"); !where.empty()) parts.push_back(where);
    parts.push_back(ages_text(program, scene.dataset, scene.words));
    if (program.hours_per_week) parts.push_back(range_text(*program.hours_per_week, "hours_per_week", scene.words));
    const std::string schedule = schedule_text(program, scene.words);
    if (!schedule.empty()) parts.push_back(schedule);
    if (!program.hours_per_week && schedule.empty()) parts.push_back(scene.words("hours.not_stated"));
    return join(parts, " · ");
}

std::string sources_line(const Scene& scene, const Program& program) {
    std::vector<std::string> sources;
    const auto add = [&](SourceId id) {
        std::string text = source_text(scene.dataset.sources[id], scene.words);
        if (std::find(sources.begin(), sources.end(), text) == sources.end()) sources.push_back(std::move(text));
    };
    if (!program.phones.empty()) add(program.phones[0].source);
    if (program.address) add(program.address->source);
    if (program.website) add(program.website->source);
    for (const auto* range : {&program.ages, &program.hours_per_week})
        if (*range) add((*range)->source);
    if (program.schedule) add(program.schedule->source);
    else for (const Session& session : program.sessions) add(session.source);
    for (const Fact& fact : program.facts)
        if (!is_place(scene.facet(fact.what))) add(fact.source);
    return scene.words(program.phones.empty() ? "card.sources.no_phone" : "card.sources", {{"sources", join(sources, "; ")}});
}

std::string link_to(const Scene& scene, const Program& program) {
    return "#" + encode_link(reduce(scene.state, OpenProgram{program.id}), scene.dataset.facets);
}

struct Place { std::size_t of_one = 0, of_all = 0; };   // in a list with pages; else nothing

void add_card(const Scene& scene, const Program& program, Place place) {
    Builder& b = scene.builder;
    const auto card = b.open(Role::card, program.id);
    card->set_place = static_cast<std::uint32_t>(place.of_one);
    card->set_size = static_cast<std::uint32_t>(place.of_all);
    {
        const auto title = b.open(Role::card_title);
        Node& link = b.leaf(Role::card_link, program.name);
        link.href = link_to(scene, program);
        link.action = OpenProgram{program.id};
    }
    if (program.organization != program.name) b.leaf(Role::card_org, program.organization);
    b.leaf(Role::card_facts, facts_line(scene, program));
    add_marks(scene, program);
    add_actions(scene, program);
    for (const std::string& text : alert_texts(program, scene.words)) b.leaf(Role::card_alert, text);
    b.leaf(Role::card_source, sources_line(scene, program));
}

// The hits from `first` to `end`, of `all` from `start` on that fit alike.
struct Cards { std::size_t first, end, start, all; };

void add_cards(const Scene& scene, Fit fit, Cards cards) {
    if (cards.first >= cards.end) return;
    const auto list = scene.builder.open(Role::cards, fit == Fit::confirmed ? "fit" : "may-fit");
    list->name = scene.words(fit == Fit::confirmed ? "cards.name" : "cards.may_fit_name");
    const bool in_part = cards.end - cards.first < cards.all;
    for (std::size_t h = cards.first; h < cards.end; ++h)
        add_card(scene, scene.dataset.programs[scene.results.hits[h].program], in_part ? Place{h - cards.start + 1, cards.all} : Place{});
}

void add_may_fit(const Scene& scene, const Part& part) {
    const Results& results = scene.results;
    const bool listed = scene.state.query.include_not_stated;
    // They come after the last that fits, be that on this page or on one before it.
    if (results.may_fit == 0 || (listed ? part.end <= results.confirmed : part.end < part.of)) return;
    Builder& b = scene.builder;
    // With several choices each program leaves open others of them.
    const auto chosen = scene.all_chosen();
    const std::string what = chosen.size() == 1 ? scene.label(chosen[0]) : scene.words("also.everything");
    b.leaf(Role::also, scene.words.count(results.confirmed > 0 ? "also" : "also.only", results.may_fit, {{"what", what}}));
    b.leaf(Role::also_note, scene.words("also.note"));
    if (listed) return add_cards(scene, Fit::may_fit, {std::max(part.first, results.confirmed), part.end, results.confirmed, results.may_fit});
    if (scene.state.paper) return;
    b.leaf(Role::wide_button, scene.words.count("also.show", results.may_fit), "may-fit").action = ToggleNotStated{results.confirmed / page_size};
}

void add_empty(const Scene& scene) {
    Builder& b = scene.builder;
    b.leaf(Role::empty, scene.words("empty.danger"), "danger");   // the words may have been about that
    const bool nothing_to_press = scene.results.relaxations.empty() || scene.state.paper;
    b.leaf(Role::empty, scene.words(nothing_to_press ? "empty.clear" : "empty"));
    if (nothing_to_press) return;
    const auto list = b.open(Role::relax_list);
    for (const Relaxation& way : scene.results.relaxations) {
        const std::string what = way.drops_text ? scene.words("chip.text", {{"text", printable(scene.state.query.text)}}) : scene.label(way.drops);
        b.leaf(Role::relax, scene.words.count("relax", way.total, {{"what", what}})).action = Relax{way.drops_text, way.drops};
    }
}

void add_page_link(const Scene& scene, std::string_view words, std::size_t page) {
    const GoToPage go{page};
    Node& link = scene.builder.leaf(Role::page_link, scene.words(words), words);
    link.href = "#" + encode_link(reduce(scene.state, go), scene.dataset.facets);
    link.action = go;
}

void add_pages(const Scene& scene, const Part& part) {
    if (part.of <= page_size || scene.state.whole) return;
    const auto pages = scene.builder.open(Role::pages);
    pages->name = scene.words("pages.name");
    const std::size_t page = part.first / page_size;
    if (page > 0) add_page_link(scene, "pages.previous", page - 1);
    if (part.end < part.of) add_page_link(scene, "pages.next", page + 1);
    scene.builder.leaf(Role::range, range_words(scene));
}

}  // namespace

std::string range_words(const Scene& scene) {
    const Part part = shown_part(scene.state, scene.results);
    if (part.of <= page_size) return {};
    return scene.words("pages.range", {{"first", std::to_string(part.first + 1)}, {"last", std::to_string(part.end)}, {"all", std::to_string(part.of)}});
}

void add_results(const Scene& scene) {
    add_summary(scene);
    const Part part = shown_part(scene.state, scene.results);
    const std::size_t confirmed = scene.results.confirmed;
    if (std::string range = range_words(scene); !range.empty() && !scene.state.paper) scene.builder.leaf(Role::range, std::move(range));
    if (confirmed == 0 && part.first == 0) add_empty(scene);
    add_cards(scene, Fit::confirmed, {part.first, std::min(part.end, confirmed), 0, confirmed});
    add_may_fit(scene, part);
    add_pages(scene, part);
}

}  // namespace finder::view
