#include "view/fact_words.hpp"

#include "view/percent.hpp"

namespace finder::view {

namespace {

std::string clock_text(int minutes, const Words& words) {
    const int hour = minutes / 60, minute = minutes % 60;
    const std::string past = minute == 0 ? "" : (minute < 10 ? ":0" : ":") + std::to_string(minute);
    const std::string hours = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    return words(hour < 12 ? "time.am" : "time.pm", {{"time", hours + past}});
}

std::string session_text(const Session& session, const Words& words) {
    static constexpr std::string_view names[] = {"day.mo", "day.tu", "day.we", "day.th", "day.fr", "day.sa", "day.su"};
    std::vector<std::string> days;
    for (const Weekday day : session.days) days.push_back(words(names[static_cast<std::size_t>(day)]));
    return words("session", {{"days", join(days, ", ")}, {"opens", clock_text(session.opens, words)}, {"closes", clock_text(session.closes, words)}});
}

}  // namespace

std::string join(const std::vector<std::string>& texts, std::string_view separator) {
    std::string joined;
    for (const std::string& text : texts) {
        if (!joined.empty()) joined += separator;
        joined += text;
    }
    return joined;
}

std::string plain_number(std::string_view e164) {
    if (e164.size() != 12 || e164.substr(0, 2) != "+1") return std::string(e164);
    return std::string(e164.substr(2, 3)) + "-" + std::string(e164.substr(5, 3)) + "-" + std::string(e164.substr(8));
}

std::string phone_text(const Phone& phone, const Words& words) {
    const std::string number = plain_number(phone.number);
    return phone.extension.empty() ? number : words("phone.extension", {{"number", number}, {"extension", phone.extension}});
}

std::string phone_href(const Phone& phone) {
    return "tel:" + phone.number + (phone.extension.empty() ? "" : ";ext=" + phone.extension);
}

std::string date_text(std::string_view iso, const Words& words) {
    if (iso.size() < 7) return std::string(iso);
    const std::string month = words("month." + std::string(iso.substr(5, 2)));
    if (iso.size() < 10) return words("date.month", {{"month", month}, {"year", iso.substr(0, 4)}});
    const std::string_view day = iso.substr(iso[8] == '0' ? 9 : 8, iso[8] == '0' ? 1 : 2);
    return words("date.day", {{"month", month}, {"day", day}, {"year", iso.substr(0, 4)}});
}

std::string range_text(const SourcedRange& range, const Words& words) {
    const std::string min = std::to_string(range.min.value_or(0)), max = std::to_string(range.max.value_or(0));
    if (range.min && range.max) return min == max ? min : min + "–" + max;
    return range.min ? words("range.from", {{"n", min}}) : words("range.to", {{"n", max}});
}

std::string address_text(const Address& address) {
    std::string text = address.street;
    if (!text.empty() && !address.city.empty()) text += ", ";
    text += address.city;
    if (!address.state.empty()) text += ", " + address.state;
    if (!address.postal_code.empty()) text += " " + address.postal_code;
    return text;
}

std::string directions_href(const Program& program) {
    if (!program.address || program.address->street.empty()) return {};
    return "https://www.google.com/maps/dir/?api=1&destination=" + percent_encode(address_text(*program.address));
}

std::string source_text(const Source& source, const Words& words) {
    const std::string& who = source.publisher.empty() ? source.title : source.publisher;
    return source.date.empty() ? words("source.undated", {{"who", who}}) : words("source.dated", {{"who", who}, {"date", date_text(source.date, words)}});
}

std::string schedule_text(const Program& program, const Words& words) {
    if (program.schedule) return program.schedule->text;
    std::vector<std::string> sessions;
    for (const Session& session : program.sessions) sessions.push_back(session_text(session, words));
    return join(sessions, "; ");
}

std::vector<std::string> alert_texts(const Program& program, const Words& words) {
    std::vector<std::string> texts;
    if (program.status == Status::temporarily_closed) texts.push_back(words("status.temporarily_closed"));
    if (program.address && program.address->confirm && program.notices.empty()) texts.push_back(words("address.confirm"));
    for (const Notice& notice : program.notices) texts.push_back(notice.text);
    return texts;
}

std::string range_text(const SourcedRange& range, std::string_view unit, const Words& words) {
    const int most = range.max ? *range.max : *range.min;
    return words.count(unit, static_cast<std::size_t>(most), {{"range", range_text(range, words)}});
}

std::string offered_text(const Program& program, const Dataset& dataset, std::string_view facet_code, std::string_view separator) {
    const auto facet = find_facet(dataset.facets, facet_code);
    std::vector<std::string> labels;
    for (const Fact& fact : program.facts)
        if (facet && fact.what.facet == *facet && fact.stated == Stated::offered) labels.push_back(dataset.facets[*facet].values[fact.what.value].label);
    return join(labels, separator);
}

std::string ages_text(const Program& program, const Dataset& dataset, const Words& words) {
    if (program.ages) return words("ages.range", {{"range", range_text(*program.ages, words)}});
    const std::string labels = offered_text(program, dataset, "ages", "; ");
    return labels.empty() ? words("ages.not_stated") : labels;
}

}  // namespace finder::view
