// Facts in words.
#include "view/fact_words.hpp"

#include "test_view_support.hpp"

using namespace finder;
using namespace finder::view;
using namespace finder::view::test;

namespace {

const Words& words() { return shipped().words; }

Phone phone(std::string number, std::string extension = "") {
    Phone made;
    made.number = std::move(number);
    made.extension = std::move(extension);
    return made;
}

SourcedRange range(std::optional<int> min, std::optional<int> max) { return {min, max, "", 0}; }

Program at(Address address) {
    Program program;
    program.address = std::move(address);
    return program;
}

Address address(std::string street, std::string city, std::string state = "CA", std::string postal_code = "94070") {
    Address made;
    made.street = std::move(street);
    made.city = std::move(city);
    made.state = std::move(state);
    made.postal_code = std::move(postal_code);
    return made;
}

Program meets(std::vector<Session> sessions) {
    Program program;
    program.sessions = std::move(sessions);
    return program;
}

Source source(std::string title, std::string publisher, std::string date) {
    Source made;
    made.title = std::move(title);
    made.publisher = std::move(publisher);
    made.date = std::move(date);
    return made;
}

}  // namespace

TEST_CASE("a phone number is written as people write it and dialled as machines do") {
    CHECK(phone_text(phone("+16505790350"), words()) == "650-579-0350");
    CHECK(phone_href(phone("+16505790350")) == "tel:+16505790350");
    CHECK(plain_number("988") == "988");
    CHECK(plain_number("") == "");
    CHECK(plain_number("+442079460000") == "+442079460000");
}

TEST_CASE("an extension is told in words and dialled by RFC 3966") {
    CHECK(phone_text(phone("+16505790350", "12"), words()) == "650-579-0350, extension 12");
    CHECK(phone_href(phone("+16505790350", "012")) == "tel:+16505790350;ext=012");
}

TEST_CASE("a date is as exact as its source") {
    CHECK(date_text("2024", words()) == "2024");
    CHECK(date_text("2026-03", words()) == "March 2026");
    CHECK(date_text("2026-11-23", words()) == "November 23, 2026");
    CHECK(date_text("2010-12-01", words()) == "December 1, 2010");
    CHECK(date_text("2010-12-10", words()) == "December 10, 2010");
    CHECK(date_text("", words()) == "");
}

TEST_CASE("every month has a name of its own") {
    std::set<std::string> names;
    for (const char* month : {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"}) names.insert(date_text(std::string("2024-") + month, words()));
    CHECK(names.size() == 12);
    CHECK(names.count("May 2024") == 1);
}

TEST_CASE("a range says what is known of it") {
    CHECK(range_text(range(12, 17), words()) == "12–17");
    CHECK(range_text(range(9, 9), words()) == "9");
    CHECK(range_text(range(18, std::nullopt), words()) == "18 or more");
    CHECK(range_text(range(std::nullopt, 17), words()) == "up to 17");
    CHECK(range_text(range(0, 5), words()) == "0–5");
}

TEST_CASE("an address is written on one line, without what is missing") {
    CHECK(address_text(address("957 Industrial Road, Suite B", "San Carlos")) == "957 Industrial Road, Suite B, San Carlos, CA 94070");
    CHECK(address_text(address("", "San Carlos")) == "San Carlos, CA 94070");
    CHECK(address_text(address("1 Main Street", "San Carlos", "CA", "")) == "1 Main Street, San Carlos, CA");
}

TEST_CASE("directions ask a map for the address, which cannot break out of its place in the link") {
    const std::string start = "https://www.google.com/maps/dir/?api=1&destination=";
    CHECK(directions_href(at(address("1 Main Street", "San Carlos"))) == start + "1%20Main%20Street%2C%20San%20Carlos%2C%20CA%2094070");
    CHECK(directions_href(at(address("5 A&B #2 <\"%>", "Ñ", "CA", ""))) == start + "5%20A%26B%20%232%20%3C%22%25%3E%2C%20%C3%91%2C%20CA");
    CHECK(directions_href(at(address("", "San Carlos"))) == "");   // a city is too wide to be driven to
    CHECK(directions_href(Program()) == "");
}

TEST_CASE("hours are the source's own words, else the sessions") {
    using enum Weekday;
    const Program two = meets({{{mo, we}, 14 * 60, 17 * 60, 0}, {{sa}, 9 * 60 + 5, 12 * 60 + 30, 0}});
    CHECK(schedule_text(two, words()) == "Monday, Wednesday, 2 pm to 5 pm; Saturday, 9:05 am to 12:30 pm");
    CHECK(schedule_text(meets({{{su}, 0, 12 * 60, 0}}), words()) == "Sunday, 12 am to 12 pm");
    CHECK(schedule_text(meets({{{tu, th, fr}, 10, 23 * 60 + 59, 0}}), words()) == "Tuesday, Thursday, Friday, 12:10 am to 11:59 pm");
    CHECK(schedule_text(Program(), words()) == "");
    Program told = two;
    told.schedule = SourcedText{"Afternoons.", 0};
    CHECK(schedule_text(told, words()) == "Afternoons.");
}

TEST_CASE("a source is named with its date, or as undated") {
    CHECK(source_text(source("Directory of 2024", "SAMHSA", "2024"), words()) == "SAMHSA, 2024");
    CHECK(source_text(source("Page", "Edgewood’s website", ""), words()) == "Edgewood’s website, undated");
    CHECK(source_text(source("Page", "", "2026-03-01"), words()) == "Page, March 1, 2026");
}

TEST_CASE("ages are the numbers that are stated, else the age groups, else not stated") {
    const Dataset& dataset = shipped().dataset;
    Program program;
    CHECK(ages_text(program, dataset, words()) == "Ages not stated");
    const FacetValueId adults = shipped().value("ages", "adults"), teens = shipped().value("ages", "under-18");
    program.facts = {{teens, Stated::ask, 0, ""}, {adults, Stated::offered, 0, ""}};
    CHECK(ages_text(program, dataset, words()) == dataset.facets[adults.facet].values[adults.value].label);
    program.ages = range(12, 17);
    CHECK(ages_text(program, dataset, words()) == "Ages 12–17");
}

TEST_CASE("only what is offered is listed as offered") {
    const Dataset& dataset = shipped().dataset;
    const FacetValueId first = {0, 0}, second = {0, 1}, third = {0, 2}, elsewhere = {1, 0};
    Program program;
    program.facts = {{first, Stated::offered, 0, ""}, {second, Stated::not_offered, 0, ""}, {third, Stated::offered, 0, ""}, {elsewhere, Stated::offered, 0, ""}};
    const auto& values = dataset.facets[0].values;
    CHECK(offered_text(program, dataset, dataset.facets[0].code, " | ") == values[0].label + " | " + values[2].label);
    CHECK(offered_text(program, dataset, "no such list") == "");
    CHECK(join({}, ", ") == "");
    CHECK(join({"a"}, ", ") == "a");
}
TEST_CASE("what to know before going is told: closed for now, an address nobody confirmed, each notice") {
    Program program = at(address("1 Main Street", "San Carlos"));
    CHECK(alert_texts(program, words()).empty());
    program.address->confirm = true;
    CHECK(alert_texts(program, words()) == std::vector<std::string>{words()("address.confirm")});
    program.notices.push_back({"Its own words about the address.", std::nullopt});
    CHECK(alert_texts(program, words()) == std::vector<std::string>{"Its own words about the address."});
    program.status = Status::temporarily_closed;
    CHECK(alert_texts(program, words()) == std::vector<std::string>{words()("status.temporarily_closed"), "Its own words about the address."});
}

TEST_CASE("a range is in the plural unless it is one") {
    CHECK(range_text(range(1, 1), "weeks", words()) == "1 week");
    CHECK(range_text(range(1, 2), "weeks", words()) == "1–2 weeks");
    CHECK(range_text(range(9, std::nullopt), "hours_per_week", words()) == "9 or more hours a week");
    CHECK(range_text(range(std::nullopt, 1), "hours_per_week", words()) == "up to 1 hour a week");
}

