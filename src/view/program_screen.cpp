// One program: how to reach it, and every fact in its three states, with where it was read.
#include "view/fact_words.hpp"
#include "view/scene.hpp"

#include <algorithm>

namespace finder::view {

namespace {

// What one source says: the words for a line such as "Ages, hours: Edgewood, undated".
struct Said { SourceId source; std::vector<std::string> what; };

void note(std::vector<Said>& said, SourceId source, const std::string& what) {
    const auto at = std::find_if(said.begin(), said.end(), [&](const Said& s) { return s.source == source; });
    if (at == said.end()) said.push_back({source, {what}});
    else if (std::find(at->what.begin(), at->what.end(), what) == at->what.end()) at->what.push_back(what);
}

// One source for the whole section needs no list of what it said.
void add_section_sources(const Scene& scene, const std::vector<Said>& said) {
    for (const Said& s : said) {
        const std::string source = source_text(scene.dataset.sources[s.source], scene.words);
        const std::string text = said.size() == 1 ? scene.words("section.source", {{"source", source}})
                                                  : scene.words("section.sources", {{"what", join(s.what, ", ")}, {"source", source}});
        scene.builder.leaf(Role::section_source, text);
    }
}

void add_reasons_to_ask(const Scene& scene, const Program& program, std::uint16_t f) {
    std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
    for (const Fact& fact : program.facts) {
        if (fact.what.facet != f || fact.stated != Stated::ask || fact.ask_because.empty()) continue;
        const auto at = std::find_if(reasons.begin(), reasons.end(), [&](const auto& r) { return r.first == fact.ask_because; });
        if (at == reasons.end()) reasons.push_back({fact.ask_because, {scene.label(fact.what)}});
        else at->second.push_back(scene.label(fact.what));
    }
    for (const auto& [because, labels] : reasons)
        scene.builder.leaf(Role::prose, scene.words("ask.because", {{"what", join(labels, ", ")}, {"because", because}}));
}

struct Glance {
    const Scene& scene;
    std::vector<Said> said;

    void row(std::string_view term, const std::vector<std::string>& values) {
        Builder& b = scene.builder;
        const auto row = b.open(Role::glance_row, term);
        b.leaf(Role::glance_term, scene.words(term));
        for (const std::string& value : values) b.leaf(Role::glance_value, value);
    }
    void row(std::string_view term, const std::string& value) { row(term, std::vector{value.empty() ? scene.words("not_stated") : value}); }
    void row(std::string_view term, const std::string& value, SourceId source) {
        row(term, value);
        note(said, source, scene.words(term));
    }
    void row(std::string_view term, const std::optional<SourcedRange>& range, std::string_view unit) {
        if (!range) return row(term, "");
        std::string text = range_text(*range, unit, scene.words);
        if (!range->derived.empty()) text = scene.words("range.derived", {{"range", text}, {"how", range->derived}});
        row(term, text, range->source);
    }
    // What is offered, then what is not and what to ask about.
    void facet_row(std::string_view term, const Program& program, std::string_view code) {
        std::vector<std::string> offered, others;
        const auto facet = find_facet(scene.dataset.facets, code);
        for (const Fact& fact : program.facts) {
            if (!facet || fact.what.facet != *facet) continue;
            const std::string& label = scene.label(fact.what);
            if (fact.stated == Stated::offered) offered.push_back(label);
            else others.push_back(scene.words(fact.stated == Stated::not_offered ? "mark.not_offered" : "mark.not_stated", {{"what", label}}));
            note(said, fact.source, scene.words(term));
        }
        offered.insert(offered.end(), others.begin(), others.end());
        if (offered.empty()) offered.push_back(scene.words("not_stated"));
        row(term, offered);
    }
};

void add_for_whom(const Scene& scene, const Program& program) {
    for (const SourcedText& text : program.for_whom) scene.builder.leaf(Role::prose, text.text);
}

void add_ages_row(Glance& glance, const Program& program) {
    if (program.ages) glance.row("glance.ages", range_text(*program.ages, glance.scene.words), program.ages->source);
    else glance.facet_row("glance.ages", program, "ages");
}

void add_time_rows(Glance& glance, const Program& program) {
    const std::string times = schedule_text(program, glance.scene.words);
    if (program.schedule) glance.row("glance.times", times, program.schedule->source);
    else if (!program.sessions.empty()) glance.row("glance.times", times, program.sessions[0].source);
    else glance.row("glance.times", "");
    glance.row("glance.hours", program.hours_per_week, "hours_per_week");
    glance.row("glance.weeks", program.weeks, "weeks");
}

void add_glance(const Scene& scene, const Program& program) {
    Builder& b = scene.builder;
    b.leaf(Role::section_title, scene.words("glance"), "glance");
    Glance glance{scene, {}};
    {
        const auto list = b.open(Role::glance);
        glance.facet_row("glance.care", program, "level_of_care");
        add_ages_row(glance, program);
        add_time_rows(glance, program);
        glance.facet_row("glance.steps", program, "steps");
        glance.facet_row("glance.setting", program, "setting");
        if (program.address) glance.row("glance.where", address_text(*program.address), program.address->source);
        else glance.row("glance.where", scene.words("address.none"));
    }
    for (const std::string_view code : {"level_of_care", "ages", "steps", "setting"})
        if (const auto facet = find_facet(scene.dataset.facets, code); facet && !(code == "ages" && program.ages)) add_reasons_to_ask(scene, program, *facet);
    for (const SourcedText& text : program.for_whom) note(glance.said, text.source, scene.words("for_whom"));
    add_section_sources(scene, glance.said);
}

void add_mark(const Scene& scene, FacetValueId id, const Fact* fact) {
    Builder& b = scene.builder;
    const std::string id_text = scene.facet(id).values[id.value].code;
    if (fact && fact->stated == Stated::offered) b.leaf(Role::mark_offered, scene.label(id), id_text).said_before = scene.words("offered.said");
    else if (fact && fact->stated == Stated::not_offered) b.leaf(Role::mark_not_offered, scene.label(id), id_text).said_before = scene.words("not_offered.said");
    else b.leaf(Role::mark_ask, scene.label(id), id_text).said_before = scene.words("ask.said");
}

// Offered first, then not offered, then not stated; each in the vocabulary's order.
int rank_of(const Fact* fact) {
    if (!fact || fact->stated == Stated::ask) return 2;
    return fact->stated == Stated::offered ? 0 : 1;
}

// `closed`: every value of the list is shown, since people must know what to ask; else only what is stated.
void add_facet_marks(const Scene& scene, const Program& program, std::uint16_t f, bool closed) {
    std::vector<std::pair<FacetValueId, const Fact*>> marks;
    for (std::size_t v = 0; v < scene.dataset.facets[f].values.size(); ++v) {
        const FacetValueId id{f, static_cast<std::uint16_t>(v)};
        const Fact* fact = program.find(id);
        if (fact || closed) marks.push_back({id, fact});
    }
    std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return rank_of(a.second) < rank_of(b.second); });
    if (marks.empty()) return;
    const auto list = scene.builder.open(Role::marks_columns, scene.dataset.facets[f].code);
    list->name = scene.dataset.facets[f].label;
    for (const auto& [id, fact] : marks) add_mark(scene, id, fact);
}

void add_facet_section(const Scene& scene, const Program& program, std::string_view code, bool closed) {
    const auto f = find_facet(scene.dataset.facets, code);
    if (!f) return;
    const auto stated = [&](const Fact& fact) { return fact.what.facet == *f; };
    const bool any = std::any_of(program.facts.begin(), program.facts.end(), stated);
    const std::string title = scene.words("section." + std::string(code));
    scene.builder.leaf(Role::section_title, title, code);
    add_facet_marks(scene, program, *f, closed);
    if (!closed) scene.builder.leaf(Role::prose, scene.words(any ? "others.not_stated" : "none.stated"), code);
    add_reasons_to_ask(scene, program, *f);
    std::vector<Said> said;
    for (const Fact& fact : program.facts)
        if (stated(fact)) note(said, fact.source, scene.label(fact.what));
    add_section_sources(scene, said);
}

void add_key_to_marks(const Scene& scene) {
    const auto list = scene.builder.open(Role::marks, "key");
    list->name = scene.words("marks.key");
    scene.builder.leaf(Role::mark_offered, scene.words("key.offered"));
    scene.builder.leaf(Role::mark_not_offered, scene.words("key.not_offered"));
    scene.builder.leaf(Role::mark_ask, scene.words("key.ask"));
}

void use(std::vector<SourceId>& used, SourceId source) {
    if (std::find(used.begin(), used.end(), source) == used.end()) used.push_back(source);
}

std::vector<SourceId> sources_of(const Program& program) {
    std::vector<SourceId> used;
    for (const Fact& fact : program.facts) use(used, fact.source);
    for (const Phone& phone : program.phones) use(used, phone.source);
    for (const SourcedText& text : program.for_whom) use(used, text.source);
    for (const Session& session : program.sessions) use(used, session.source);
    for (const auto* range : {&program.ages, &program.hours_per_week, &program.weeks})
        if (*range) use(used, (*range)->source);
    if (program.address) use(used, program.address->source);
    if (program.website) use(used, program.website->source);
    if (program.schedule) use(used, program.schedule->source);
    for (const Notice& notice : program.notices)
        if (notice.source) use(used, *notice.source);
    std::sort(used.begin(), used.end());
    return used;
}

void add_source(const Scene& scene, const Source& source) {
    Builder& b = scene.builder;
    const Words& words = scene.words;
    static constexpr std::string_view methods[] = {"method.provider_site", "method.directory", "method.news", "method.third_party_list",
                                                   "method.founding_text", "method.county_page", "method.phone_call"};
    const auto item = b.open(Role::source_item, source.id);
    if (source.url.empty()) b.leaf(Role::source_name, source.title);
    else b.leaf(Role::source_link, source.title).href = source.url;
    const std::string date = source.date.empty() ? words("date.none") : words("date.of", {{"date", date_text(source.date, words)}});
    std::string about = words("source.about", {{"method", words(methods[static_cast<std::size_t>(source.method)])}, {"date", date}, {"read", date_text(source.read_on, words)}});
    if (!source.about.empty()) about = source.about + " " + about;
    b.leaf(Role::source_about, about);
}

void add_sources(const Scene& scene, const Program& program) {
    Builder& b = scene.builder;
    b.leaf(Role::section_title, scene.words("sources"), "sources");
    b.leaf(Role::prose, scene.words("sources.note"), "sources");
    const auto list = b.open(Role::source_list);
    for (const SourceId id : sources_of(program)) add_source(scene, scene.dataset.sources[id]);
}

void add_contact(const Scene& scene, const Program& program) {
    Builder& b = scene.builder;
    const Words& words = scene.words;
    const auto contact = b.open(Role::contact);
    contact->name = words("contact.name");
    b.leaf(Role::contact_title, words("contact"));
    for (const Phone& phone : program.phones) {
        const Role role = &phone == &program.phones[0] ? Role::call : Role::button_link;   // one to try first
        b.leaf(role, words("call", {{"number", phone_text(phone, words)}}), phone.number).href = phone_href(phone);
        static constexpr std::string_view uses[] = {"phone.main", "phone.intake", "phone.crisis"};
        const std::string what = phone.label.empty() ? words(uses[static_cast<std::size_t>(phone.use)]) : phone.label;
        b.leaf(Role::phone_note, words("phone.note", {{"what", what}, {"source", source_text(scene.dataset.sources[phone.source], words)}}), phone.number);
    }
    if (program.phones.empty()) b.leaf(Role::phone_note, words("phone.none"), "none");
    if (program.website) b.leaf(Role::button_link, words("website"), "website").href = program.website->url;
    if (const std::string href = directions_href(program); !href.empty()) b.leaf(Role::button_link, words("directions"), "directions").href = href;
    b.leaf(Role::phone_note, words("contact.ask"), "ask");
}

}  // namespace

void add_program(const Scene& scene, const Program& program) {
    Builder& b = scene.builder;
    add_back(scene);
    const auto detail = b.open(Role::detail);
    {
        const auto text = b.open(Role::detail_text);
        b.leaf(Role::page_title, program.name);
        if (program.organization != program.name) b.leaf(Role::page_org, program.organization);
        for (const std::string& alert : alert_texts(program, scene.words)) b.leaf(Role::notice, alert);
        add_for_whom(scene, program);
    }
    add_contact(scene, program);   // before the facts: calling comes first
    {
        const auto facts = b.open(Role::detail_facts);
        add_glance(scene, program);
        b.leaf(Role::section_title, scene.words("facts"), "facts");
        add_key_to_marks(scene);
        add_facet_section(scene, program, "payment", true);
        add_facet_section(scene, program, "insurers", false);
        add_facet_section(scene, program, "services", true);
        add_facet_section(scene, program, "groups", true);
        add_facet_section(scene, program, "complementary_therapies", true);
        add_facet_section(scene, program, "languages", false);
        add_facet_section(scene, program, "populations", false);
        add_sources(scene, program);
    }
}

}  // namespace finder::view
