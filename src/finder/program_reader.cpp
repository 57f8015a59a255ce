#include "finder/program_reader.hpp"

#include "finder/dataset_rules.hpp"
#include "finder/fact_reader.hpp"

#include <algorithm>

namespace finder {

namespace {

void check(const JsonNode& node, std::string_view member, const std::string& text, bool (*rule)(std::string_view), std::string expected) {
    if (!text.empty() && !rule(text)) node.report_at(member, in_quotes(text), std::move(expected));
}

Status read_status(const JsonNode& node) {
    enum class Told { active, temporarily_closed, closed };
    const auto told = read_choice(node, "status", {"active", "temporarily_closed", "closed"}, Need::optional, Told::active);
    if (told == Told::closed) node.report_at("status", "\"closed\"", "an open program: closed programs are never shown; remove it");
    return told == Told::temporarily_closed ? Status::temporarily_closed : Status::active;
}

Address read_address(const JsonNode& node, const Known& known) {
    node.only_members({"street", "city", "state", "postal_code", "county", "source", "confirm", "latitude", "longitude", "coordinates_source"});
    Address address;
    address.street = node.optional_text("street", 200);
    address.city = node.text("city", 100);
    address.state = node.text("state");
    address.postal_code = node.optional_text("postal_code");
    address.county = read_county(node, "county", known);
    address.source = read_source(node, known);
    address.confirm = node.flag("confirm");
    address.latitude = node.number("latitude", -90, 90);
    address.longitude = node.number("longitude", -180, 180);
    static_cast<void>(node.optional_text("coordinates_source"));   // for curators, in words of their own
    check(node, "state", address.state, is_state, "two capital letters such as CA");
    check(node, "postal_code", address.postal_code, is_zip_code, "a ZIP code such as 94070");
    if (!address.city.empty() && slug_of(address.city).empty()) node.report_at("city", in_quotes(address.city), "a name with letters");
    if (node.gives("latitude") != node.gives("longitude")) node.report("one of latitude and longitude", "both or none");
    return address;
}

Phone read_phone(const JsonNode& node, const Known& known) {
    node.only_members({"number", "extension", "use", "label", "source"});
    Phone phone;
    phone.number = node.text("number");
    phone.extension = node.optional_text("extension");
    phone.label = node.optional_text("label");
    phone.use = read_choice(node, "use", {"main", "intake", "crisis"}, Need::optional, PhoneUse::main);
    phone.source = read_source(node, known);
    check(node, "number", phone.number, is_phone_number, "a number such as +16505550123, with +1 and ten digits");
    check(node, "extension", phone.extension, is_extension, "at most eight digits");
    return phone;
}

std::optional<Website> read_website(const JsonNode& node, const Known& known) {
    const JsonNode site = node.object("website", Need::optional);
    if (!site.exists()) return std::nullopt;
    site.only_members({"url", "source"});
    return Website{read_url(site, "url", Need::required), read_source(site, known)};
}

std::optional<SourcedRange> read_range(const JsonNode& parent, std::string_view member, int least, int most, const Known& known) {
    const JsonNode node = parent.object(member, Need::optional);
    if (!node.exists()) return std::nullopt;
    node.only_members({"min", "max", "derived", "source"});
    SourcedRange range{node.integer("min", least, most), node.integer("max", least, most), node.optional_text("derived"), read_source(node, known)};
    if (!node.gives("min") && !node.gives("max")) node.report("neither min nor max", "at least one of them");
    if (range.min && range.max && *range.min > *range.max) node.report("min " + std::to_string(*range.min) + " above max " + std::to_string(*range.max), "min at most max");
    return range;
}

SourcedText read_sourced_text(const JsonNode& node, const Known& known) {
    node.only_members({"text", "source"});
    return {node.text("text", max_long_text), read_source(node, known)};
}

std::vector<Weekday> read_days(const JsonNode& node) {
    static constexpr std::string_view names[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
    std::vector<Weekday> days;
    node.each("days", Need::required, [&](const JsonNode& day) {
        const std::string name = day.as_text();
        const auto at = std::find(std::begin(names), std::end(names), name);
        const auto weekday = static_cast<Weekday>(at - std::begin(names));
        if (name.empty()) return;
        if (at == std::end(names)) day.report(in_quotes(name), "one of mo, tu, we, th, fr, sa, su");
        else if (std::find(days.begin(), days.end(), weekday) != days.end()) day.report(in_quotes(name) + " again", "each day once");
        else days.push_back(weekday);
    });
    if (node.member("days", Need::optional).is_empty_list()) node.report_at("days", "no day", "at least one");
    return days;
}

Session read_session(const JsonNode& node, const Known& known) {
    node.only_members({"days", "opens", "closes", "source"});
    const auto is_time = [](std::string_view text) { return minutes_of_day(text) >= 0; };
    const std::string opens = node.text("opens"), closes = node.text("closes");
    check(node, "opens", opens, is_time, "a time such as 14:00");
    check(node, "closes", closes, is_time, "a time such as 14:00");
    Session session{read_days(node), minutes_of_day(opens), minutes_of_day(closes), read_source(node, known)};
    if (session.opens >= 0 && session.closes >= 0 && session.opens >= session.closes) node.report(opens + " to " + closes, "to open before it closes");
    return session;
}

Notice read_notice(const JsonNode& node, const Known& known) {
    node.only_members({"kind", "text", "source"});
    static_cast<void>(node.optional_text("kind"));   // for curators
    return {node.text("text", max_long_text), read_optional_source(node, "source", known)};
}

void read_contact(const JsonNode& node, const Known& known, ProgramRecord& record) {
    Program& program = record.program;
    if (const JsonNode address = node.object("address", Need::optional); address.exists()) program.address = read_address(address, known);
    record.county = read_county(node, "county", known);
    if (program.address) {
        const std::string& there = program.address->county;
        if (!record.county.empty() && record.county != there) node.report_at("county", in_quotes(record.county), "the county of the address, or none");
        record.county = there;
        record.place_source = program.address->source;
    }
    node.each_object("phones", Need::optional, [&](const JsonNode& n) { program.phones.push_back(read_phone(n, known)); });
    program.website = read_website(node, known);
}

void read_times(const JsonNode& node, const Known& known, Program& program) {
    program.ages = read_range(node, "ages", 0, 120, known);
    program.hours_per_week = read_range(node, "hours_per_week", 1, 60, known);
    program.weeks = read_range(node, "weeks", 1, 104, known);
    if (const JsonNode schedule = node.object("schedule", Need::optional); schedule.exists()) program.schedule = read_sourced_text(schedule, known);
    node.each_object("sessions", Need::optional, [&](const JsonNode& n) { program.sessions.push_back(read_session(n, known)); });
}

// True also for a phone or website that was given and is wrong: that has its own error.
bool can_be_reached(const JsonNode& node) {
    return node.gives("website") || (node.gives("phones") && !node.member("phones", Need::optional).is_empty_list());
}

}  // namespace

ProgramRecord read_program(const JsonNode& node, const Known& known) {
    node.only_members({"id", "name", "organization", "address", "county", "phones", "website", "ages", "schedule", "sessions", "hours_per_week",
                       "weeks", "for_whom", "facts", "notices", "status"});
    ProgramRecord record;
    Program& program = record.program;
    program.id = node.slug("id");
    program.name = node.text("name", 200);
    program.organization = node.text("organization", 200);
    program.status = read_status(node);
    read_contact(node, known, record);
    if (!can_be_reached(node)) node.report("neither a phone nor a website", "a way to reach the program");
    read_times(node, known, program);
    node.each_object("for_whom", Need::optional, [&](const JsonNode& n) { program.for_whom.push_back(read_sourced_text(n, known)); });
    node.each_object("notices", Need::optional, [&](const JsonNode& n) { program.notices.push_back(read_notice(n, known)); });
    Facts facts = read_facts(node, known);
    program.facts = std::move(facts.all);
    if (!program.address) record.place_source = facts.first_source;
    return record;
}

}  // namespace finder
