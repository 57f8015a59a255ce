// One program and everything that is known about it, each fact with its source.
#pragma once
#include "finder/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finder {

using SourceId = std::uint16_t;   // place in Dataset::sources

enum class Method : std::uint8_t { provider_site, directory, news, third_party_list, founding_text, county_page, phone_call };

// Where a fact was read. Dates are ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD); an empty date means undated.
struct Source {
    std::string id, title, publisher, url, date, read_on, about;
    Method method = Method::directory;
};

// No Fact at all means "not stated". `ask` is also not stated, but an umbrella word in the
// source may include it ("activity therapy" may include art), so people are told to ask.
enum class Stated : std::uint8_t { offered, not_offered, ask };

struct Fact {
    FacetValueId what;
    Stated stated = Stated::offered;
    SourceId source = 0;
    std::string ask_because;
};

struct Address {
    std::string street, city, state, postal_code;
    std::string county;   // code of Vocabulary::counties, may be empty
    SourceId source = 0;
    bool confirm = false;   // the address has not been confirmed
    std::optional<double> latitude, longitude;   // WGS 84 degrees
};

enum class PhoneUse : std::uint8_t { main, intake, crisis };

struct Phone {
    std::string number;      // E.164, "+16505550100"
    std::string extension;   // digits, may be empty
    std::string label;       // the source's own name for it, may be empty
    PhoneUse use = PhoneUse::main;
    SourceId source = 0;
};

struct Website { std::string url; SourceId source = 0; };
struct SourcedText { std::string text; SourceId source = 0; };
struct SourcedRange {
    std::optional<int> min, max;   // at least one is set
    std::string derived;           // how it was worked out, when the source does not say it itself
    SourceId source = 0;
};

enum class Weekday : std::uint8_t { mo, tu, we, th, fr, sa, su };
struct Session {
    std::vector<Weekday> days;
    int opens = 0, closes = 0;   // minutes after midnight, local time
    SourceId source = 0;
};

struct Notice { std::string text; std::optional<SourceId> source; };

enum class Status : std::uint8_t { active, temporarily_closed };   // a closed program is refused by the loader

struct Program {
    std::string id, name, organization;
    std::optional<Address> address;
    std::vector<Phone> phones;   // in the order to try them
    std::optional<Website> website;
    std::optional<SourcedRange> ages, hours_per_week, weeks;
    std::optional<SourcedText> schedule;
    std::vector<Session> sessions;
    std::vector<SourcedText> for_whom;
    std::vector<Fact> facts;     // sorted by facet, then value; at most one of each, the first source's
    std::vector<Notice> notices;
    Status status = Status::active;

    // The fact about `what`, or nullptr when it is not stated.
    const Fact* find(FacetValueId what) const;
};

}  // namespace finder
