#include "test_finder_support.hpp"

#include <doctest/doctest.h>

using namespace finder;
using namespace finder_test;

namespace {

using Lines = std::multiset<std::string>;

// The pointers of the errors after one value was replaced, given as a JSON Pointer and JSON.
Lines after(const char* pointer, const char* value) {
    json document = small_dataset();
    document[json::json_pointer(pointer)] = json::parse(value);
    return pointers(errors_of(load(document)));
}

Lines after_erasing(const char* parent, const char* member) {
    json document = small_dataset();
    document[json::json_pointer(parent)].erase(member);
    return pointers(errors_of(load(document)));
}

Dataset loaded(const json& document) {
    const auto result = load(document);
    REQUIRE(said(errors_of(result)) == Lines{});
    return std::get<Dataset>(result);
}

}  // namespace

TEST_CASE("a dataset with every member of the format loads as written") {
    const Dataset d = loaded(small_dataset());
    CHECK(broken_rule(d) == "");
    CHECK(d.title == "Bay Area");
    CHECK(d.compiled_on == "2026-11-24");
    CHECK(d.home_county == "san-mateo");
    REQUIRE(d.help_lines.size() == 1);
    CHECK(d.help_lines[0].text == "741741");
    CHECK(d.sources[d.help_lines[0].source].id == "directory");
    REQUIRE(d.programs.size() == 2);
    CHECK(d.programs[0].id == "alder");   // á sorts as a
    const Program& p = d.programs[1];
    CHECK(p.address->postal_code == "94070");
    CHECK(p.address->confirm);
    CHECK(*p.address->latitude == 37.5);
    CHECK(p.phones[0].extension == "12");
    CHECK(p.phones[0].use == PhoneUse::intake);
    CHECK(d.sources[p.phones[0].source].id == "site");
    CHECK(p.website->url == "https://zinnia.example.org/iop");
    CHECK(*p.ages->max == 17);
    CHECK(p.sessions[0].days == std::vector{Weekday::mo, Weekday::we});
    CHECK(p.sessions[0].opens == 14 * 60);
    CHECK(p.hours_per_week->derived == "3 hours a day");
    CHECK(*p.weeks->min == 2);
    CHECK(p.notices[0].source.has_value());
    CHECK_FALSE(p.notices[1].source.has_value());
    CHECK(p.status == Status::temporarily_closed);
}

TEST_CASE("what a program states is found by facet and value, with its source") {
    const Dataset d = loaded(small_dataset());
    const Program& p = d.programs[1];
    const Fact* trauma = p.find({0, 0});
    REQUIRE(trauma);
    CHECK(trauma->stated == Stated::offered);
    CHECK(d.sources[trauma->source].id == "directory");
    CHECK(p.find({0, 2}) == nullptr);
    CHECK(p.find({2, 0})->stated == Stated::not_offered);
    CHECK(p.find({2, 1})->stated == Stated::ask);
    CHECK(p.find({2, 1})->ask_because == "Its page says \"creative\".");
    CHECK(p.find({0, 0})->ask_because.empty());
}

TEST_CASE("county and city become facets of values that occur, in the vocabulary's order and by label") {
    json document = small_dataset();
    json third = document["programs"][0];
    third["id"] = "b";
    third["address"]["county"] = "marin";
    third["address"]["city"] = "Belmont";
    document["programs"].push_back(third);
    const Dataset d = loaded(document);
    REQUIRE(d.facets.size() == 5);
    CHECK(d.facets[3].code == "county");
    CHECK(d.facets[3].label == "County");
    REQUIRE(d.facets[3].values.size() == 3);
    CHECK(d.facets[3].values[0].code == "san-mateo");
    CHECK(d.facets[3].values[2].code == "marin");
    CHECK(d.facets[4].code == "city");
    REQUIRE(d.facets[4].values.size() == 2);
    CHECK(d.facets[4].values[0].label == "Belmont");
    CHECK(d.facets[4].values[1].code == "san-carlos");
}

TEST_CASE("a program's place has the address's source, and without an address the first facts'") {
    json document = small_dataset();
    document["programs"][0]["address"]["source"] = "site";
    document["programs"][1]["facts"].push_back({{"source", "directory"}, {"offered", {{"groups", {"trauma"}}}}});
    const Dataset d = loaded(document);
    REQUIRE(d.programs[1].find({3, 0}));
    CHECK(d.sources[d.programs[1].find({3, 0})->source].id == "site");
    CHECK(d.sources[d.programs[1].find({4, 0})->source].id == "site");
    REQUIRE(d.programs[0].find({3, 1}));
    CHECK(d.sources[d.programs[0].find({3, 1})->source].id == "site");
    CHECK(d.programs[0].find({4, 0}) == nullptr);
}

TEST_CASE("two spellings of a city are one city") {
    json document = small_dataset();
    const json first = document["programs"][0];
    document["programs"] = json::array();
    for (const char* city : {"SAN CARLOS", "San Carlos", "SAN  CARLOS"}) {
        json program = first;
        program["id"] = "p" + std::to_string(document["programs"].size());
        program["address"]["city"] = city;
        document["programs"].push_back(program);
    }
    const Dataset d = loaded(document);
    REQUIRE(d.facets[4].values.size() == 1);
    CHECK(d.facets[4].values[0].label == "San Carlos");
}

TEST_CASE("programs with one name are ordered by id") {
    json document = small_dataset();
    for (const char* id : {"c", "a", "b"}) {
        json program = document["programs"][0];
        program["id"] = id;
        program["name"] = "Same";
        document["programs"].push_back(program);
    }
    const Dataset d = loaded(document);
    CHECK(d.programs[1].id == "a");
    CHECK(d.programs[2].id == "b");
    CHECK(d.programs[3].id == "c");
    CHECK(d.programs[4].id == "zinnia-house");
}

TEST_CASE("of two sources that say the same the first is kept, and a clear word replaces ask") {
    json document = small_dataset();
    document["programs"][0]["facts"].push_back({{"source", "site"}, {"offered", {{"groups", {"trauma"}}, {"complementary", {"art"}}}}, {"ask", {{"groups", {"anxiety"}}}}});
    const Dataset d = loaded(document);
    const Program& p = d.programs[1];
    CHECK(d.sources[p.find({0, 0})->source].id == "directory");
    CHECK(p.find({0, 1})->stated == Stated::offered);
    CHECK(p.find({2, 1})->stated == Stated::offered);
    CHECK(p.find({2, 1})->ask_because.empty());
}

TEST_CASE("all errors are reported at once, each with its pointer, what was found and what was expected") {
    json document = small_dataset();
    document["compiled_on"] = "24 November";
    document["colour"] = "red";
    document["sources"]["site"].erase("read_on");
    document["help_lines"][0]["source"] = "sight";
    json& p = document["programs"][0];
    p["id"] = "Zinnia House";
    p["name"] = 7;
    p["phones"][0]["number"] = "555";
    p["phones"].push_back("call us");
    p["website"]["url"] = "javascript:alert(1)";
    p["ages"] = {{"min", 20}, {"max", 3}, {"source", "site"}};
    p["hours_per_week"]["max"] = 500;
    p["facts"][0]["offered"]["groups"][0] = "traume";
    p["facts"][0]["offered"]["grups"] = json::array({"trauma"});
    document["programs"][1].erase("organization");
    const auto result = load(document);
    CHECK(said(errors_of(result)) == Lines{
        "/compiled_on: \"24 November\" | a date such as 2026-11-24",
        "/colour: \"colour\", which means nothing here | one of format, title, compiled_on, home_county, help_lines, sources, programs",
        "/sources/site/read_on: nothing | a value",
        "/help_lines/0/source: \"sight\" | one of the names in /sources",
        "/programs/0/id: \"Zinnia House\" | small letters and digits, joined by one of \"-\", such as san-mateo",
        "/programs/0/name: 7 | a text",
        "/programs/0/phones/0/number: \"555\" | a number such as +16505550123, with +1 and ten digits",
        "/programs/0/phones/1: \"call us\" | an object",
        "/programs/0/website/url: \"javascript:alert(1)\" | a web address that begins with https:// or http://",
        "/programs/0/ages: min 20 above max 3 | min at most max",
        "/programs/0/hours_per_week/max: 500 | a number from 1 to 60",
        "/programs/0/facts/0/offered/groups/0: \"traume\" | a code of \"groups\", perhaps \"trauma\"",
        "/programs/0/facts/0/offered/grups: \"grups\" | a facet of the vocabulary, perhaps \"groups\"",
        "/programs/1/organization: nothing | a value"});
    CHECK(errors_of(result)[0].file == "programs.json");
}

TEST_CASE("a value that is offered and not offered is an error that names both places") {
    json document = small_dataset();
    document["programs"][0]["facts"].push_back({{"source", "site"}, {"not_offered", {{"groups", {"trauma"}}}}, {"offered", {{"complementary", {"yoga"}}}}});
    CHECK(said(errors_of(load(document))) == Lines{
        "/programs/0/facts/2/not_offered/groups/0: not offered here, but offered at /programs/0/facts/0/offered/groups/0 | one of the two",
        "/programs/0/facts/2/offered/complementary/0: offered here, but not offered at /programs/0/facts/0/not_offered/complementary/0 | one of the two"});
}

TEST_CASE("closed programs are refused") {
    json document = small_dataset();
    document["programs"][1]["status"] = "closed";
    CHECK(said(errors_of(load(document))) == Lines{"/programs/1/status: \"closed\" | an open program: closed programs are never shown; remove it"});
    CHECK(after("/programs/1/status", "\"shut\"") == Lines{"/programs/1/status"});
}

TEST_CASE("an id that occurs twice is an error that names the other program") {
    json document = small_dataset();
    document["programs"][1]["id"] = "zinnia-house";
    CHECK(said(errors_of(load(document))) == Lines{"/programs/1/id: \"zinnia-house\", which is also the id of /programs/0 | an id of its own"});
}

TEST_CASE("a program needs an id, a name, an organization, facts and a way to reach it") {
    for (const char* member : {"id", "name", "organization", "facts"}) CHECK(after_erasing("/programs/1", member) == Lines{std::string("/programs/1/") + member});
    CHECK(after_erasing("/programs/1", "phones") == Lines{"/programs/1"});
    CHECK(after("/programs/1/phones", "[]") == Lines{"/programs/1"});
    CHECK(after("/programs/1/facts", "[]") == Lines{"/programs/1/facts"});
    CHECK(after("/programs/1/facts/0/offered", "{}") == Lines{"/programs/1/facts"});
    CHECK(after_erasing("/programs/0", "phones") == Lines{});   // it has a website
    CHECK(after_erasing("/programs/0", "website") == Lines{});
    for (const char* member : {"address", "county", "status"}) CHECK(after_erasing("/programs/1", member) == Lines{});
}

TEST_CASE("each rule is reported where it is broken") {
    const struct { const char *pointer, *value, *reported; } cases[] = {
        {"/format", "\"program-finder-data/2\"", "/format"},
        {"/title", "\"\"", "/title"},
        {"/title", "\"  \"", "/title"},
        {"/home_county", "\"san-matteo\"", "/home_county"},
        {"/help_lines/0/call", "\"12\"", "/help_lines/0/call"},
        {"/help_lines/0/call", "\"741741\"", "/help_lines/0/call"},
        {"/help_lines/0/county", "\"atlantis\"", "/help_lines/0/county"},
        {"/sources/site/method", "\"rumour\"", "/sources/site/method"},
        {"/sources/site/date", "\"2026-02-30\"", "/sources/site/date"},
        {"/sources/site/read_on", "\"2026\"", "/sources/site/read_on"},
        {"/sources/site/url", "\"https://a@b.org\"", "/sources/site/url"},
        {"/sources/site/author", "\"me\"", "/sources/site/author"},
        {"/programs/0/address/state", "\"Ca\"", "/programs/0/address/state"},
        {"/programs/0/address/postal_code", "\"9407\"", "/programs/0/address/postal_code"},
        {"/programs/0/address/county", "\"sanmateo\"", "/programs/0/address/county"},
        {"/programs/0/address/city", "\"...\"", "/programs/0/address/city"},
        {"/programs/0/address/latitude", "91", "/programs/0/address/latitude"},
        {"/programs/0/address/longitude", "-180.5", "/programs/0/address/longitude"},
        {"/programs/0/address/latitude", "null", "/programs/0/address"},
        {"/programs/0/address/confirm", "\"yes\"", "/programs/0/address/confirm"},
        {"/programs/0/address/source", "\"dir\"", "/programs/0/address/source"},
        {"/programs/0/address/coordinates_source", "5", "/programs/0/address/coordinates_source"},
        {"/programs/0/county", "\"alameda\"", "/programs/0/county"},
        {"/programs/0/phones/0/extension", "\"x12\"", "/programs/0/phones/0/extension"},
        {"/programs/0/phones/0/use", "\"fax\"", "/programs/0/phones/0/use"},
        {"/programs/0/phones/0/source", "5", "/programs/0/phones/0/source"},
        {"/programs/0/ages/min", "-1", "/programs/0/ages/min"},
        {"/programs/0/ages/max", "121", "/programs/0/ages/max"},
        {"/programs/0/ages/min", "12.5", "/programs/0/ages/min"},
        {"/programs/0/weeks/max", "105", "/programs/0/weeks/max"},
        {"/programs/0/weeks", "{\"source\": \"site\"}", "/programs/0/weeks"},
        {"/programs/0/weeks", "[]", "/programs/0/weeks"},
        {"/programs/0/sessions/0/days/1", "\"wednesday\"", "/programs/0/sessions/0/days/1"},
        {"/programs/0/sessions/0/days/1", "\"mo\"", "/programs/0/sessions/0/days/1"},
        {"/programs/0/sessions/0/days", "[]", "/programs/0/sessions/0/days"},
        {"/programs/0/sessions/0/opens", "\"2pm\"", "/programs/0/sessions/0/opens"},
        {"/programs/0/sessions/0/closes", "\"13:00\"", "/programs/0/sessions/0"},
        {"/programs/0/notices/0/source", "\"nobody\"", "/programs/0/notices/0/source"},
        {"/programs/0/facts/0/source", "\"nobody\"", "/programs/0/facts/0/source"},
        {"/programs/0/facts/0/offered/county", "[\"san-mateo\"]", "/programs/0/facts/0/offered/county"},
        {"/programs/0/facts/1/ask/complementary", "\"art\"", "/programs/0/facts/1/ask/complementary"},
        {"/programs/0/address/~0a~1b", "1", "/programs/0/address/~0a~1b"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.pointer);
        CAPTURE(c.value);
        CHECK(after(c.pointer, c.value) == Lines{c.reported});
    }
}

TEST_CASE("members that begin with x- are left alone anywhere") {
    for (const char* pointer : {"/x-a", "/sources/site/x-a", "/programs/0/x-a", "/programs/0/address/x-a", "/programs/0/facts/0/x-a", "/programs/0/facts/0/offered/x-a", "/help_lines/0/x-a"})
        CHECK(after(pointer, "{\"anything\": [1, null]}") == Lines{});
}

TEST_CASE("null counts as absent where a member may be absent") {
    for (const char* pointer : {"/programs/0/address", "/programs/0/website", "/programs/0/ages", "/programs/0/schedule", "/programs/0/notices/0/source", "/programs/0/phones/0/label", "/programs/0/status", "/sources/site/url"})
        CHECK(after(pointer, "null") == Lines{});
    CHECK(after("/programs/0/name", "null") == Lines{"/programs/0/name"});
}

TEST_CASE("texts are bounded and plain") {
    CHECK(after("/programs/0/name", ("\"" + std::string(200, 'x') + "\"").c_str()) == Lines{});
    CHECK(after("/programs/0/name", ("\"" + std::string(201, 'x') + "\"").c_str()) == Lines{"/programs/0/name"});
    CHECK(after("/programs/0/schedule/text", ("\"" + std::string(2001, 'x') + "\"").c_str()) == Lines{"/programs/0/schedule/text"});
    for (const char* text : {"\"a\\u0000b\"", "\"a\\nb\"", "\"a\\u007fb\"", "\"a\\u0085b\"", "\"a\\u202eb\"", "\"a\\u2066b\"", "\"a\\u202ab\"", "\"a\\u2069b\""})
        CHECK(after("/programs/0/name", text) == Lines{"/programs/0/name"});
    CHECK(after("/programs/0/name", "\"Ärzte – 中文 😀\"") == Lines{});
}

TEST_CASE("beyond the most errors that are reported the rest is counted") {
    json document = small_dataset();
    for (int i = 0; i < 1000; ++i) document["programs"].push_back(i);
    const Errors errors = errors_of(load(document));
    REQUIRE(errors.size() == max_errors + 1);
    CHECK(errors.back().found == "800 more errors");
}

TEST_CASE("a vocabulary with repeated, reserved or wrong codes is refused with all its errors") {
    json v = json::parse(vocabulary_text);
    v["facets"][0]["values"][1]["code"] = "trauma";
    v["facets"][0]["values"][2]["code"] = "Coping Skills";
    v["facets"][1]["code"] = "groups";
    v["facets"][2]["code"] = "city";
    v["facets"][2]["values"][0].erase("label");
    v["facets"][2]["values"][1]["search"] = "painting";
    v["counties"][1]["plane"] = "x";
    v["facets"].push_back(5);
    const auto loaded_vocabulary = load_vocabulary(v.dump(), "vocabulary.json");
    REQUIRE(std::holds_alternative<Errors>(loaded_vocabulary));
    CHECK(pointers(std::get<Errors>(loaded_vocabulary)) == Lines{"/facets/0/values/1/code", "/facets/0/values/2/code", "/facets/1/code", "/facets/2/code", "/facets/2/values/0/label",
                                                                 "/facets/2/values/1/search", "/facets/3", "/counties/1/plane"});
}

TEST_CASE("values and facets of a vocabulary are found by code") {
    const Vocabulary v = small_vocabulary();
    CHECK(find_facet(v.facets, "complementary") == 2);
    CHECK_FALSE(find_facet(v.facets, "county"));
    CHECK(v.facets[2].find("acupuncture") == 2);
    CHECK_FALSE(v.facets[2].find("trauma"));
    CHECK(v.facets[0].values[1].search_words == std::vector<std::string>{"worry", "panic attacks"});
    CHECK(v.counties.size() == 3);
}
