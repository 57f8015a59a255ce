#include "finder/data_error.hpp"
#include "finder/dataset_rules.hpp"
#include "finder/json_reader.hpp"

#include <doctest/doctest.h>

using namespace finder;

TEST_CASE("phone numbers are E.164 numbers of the North American plan") {
    CHECK(is_phone_number("+16505550123"));
    for (const char* wrong : {"", "6505550123", "+1650555012", "+165055501234", "+11505550123", "+10505550123", "+4415055501", "+1650555012x", "+1 650555012", " +1650555012"})
        CHECK_FALSE(is_phone_number(wrong));
}

TEST_CASE("short codes are three digits to call, and up to six to write to") {
    CHECK(is_short_code("988"));
    CHECK_FALSE(is_short_code("98"));
    CHECK_FALSE(is_short_code("741741"));
    CHECK(is_short_text_code("741741"));
    CHECK(is_short_text_code("988"));
    CHECK_FALSE(is_short_text_code("7417411"));
    CHECK_FALSE(is_short_text_code("7a1"));
}

TEST_CASE("web addresses are http or https and cannot deceive") {
    for (const char* right : {"https://a.org", "http://www.a.org/b?c=d&e=f#g", "https://a.org:8080/", "https://a.org/x@y", "https://legistar.com/LegislationDetail.aspx?FullText=1&GUID=2"})
        CHECK(is_web_address(right));
    for (const char* wrong : {"", "https://", "a.org", "//a.org", "ftp://a.org", "javascript:alert(1)", "HTTPS://a.org", "https://user:word@a.org", "https://good.org@bad.org/", "https://a b.org",
                              "https://a.org/b c", "https://a.org/\n", "https://a.org/\x01", "https://a.org/\"", "https://a.org/<", "https://a.org\\b", "https://localhost", "https://.org", "https://a.org.",
                              "https://ä.org", "https://a.org/ä", "https://?a.org", "https://#a.org"})
        CHECK_FALSE(is_web_address(wrong));
}

TEST_CASE("ZIP codes have five digits, or nine with a hyphen") {
    CHECK(is_zip_code("94070"));
    CHECK(is_zip_code("94070-1234"));
    for (const char* wrong : {"", "9407", "940701234", "94070-", "94070-123", "94070 1234", "9407O"}) CHECK_FALSE(is_zip_code(wrong));
}

TEST_CASE("states, extensions and slugs keep their form") {
    CHECK(is_state("CA"));
    for (const char* wrong : {"", "C", "Ca", "CAL", "C1"}) CHECK_FALSE(is_state(wrong));
    CHECK(is_extension("0"));
    for (const char* wrong : {"", "12a", "x12", "123456789"}) CHECK_FALSE(is_extension(wrong));
    CHECK(is_slug("a-1-b", "-"));
    CHECK(is_slug("1", "-"));
    for (const char* wrong : {"", "-a", "A", "a_b", "a b", "ä", "a/b"}) CHECK_FALSE(is_slug(wrong, "-"));
    CHECK(is_slug("a_b", "-_"));
    CHECK_FALSE(is_slug("_a", "-_"));
}

TEST_CASE("dates are ISO dates that exist") {
    CHECK(is_date("2026", false));
    CHECK(is_date("2026-11", false));
    CHECK(is_date("2026-11-24", false));
    CHECK(is_date("2024-02-29", true));
    for (const char* wrong : {"2026", "2026-11", "", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "2026-02-29", "2100-02-29", "1899-01-01", "2201-01-01", "24.11.2026", "2026/11/24", "2026-11-2x", "2026-11-240"})
        CHECK_FALSE(is_date(wrong, true));
    for (const char* wrong : {"20260", "2026-1", "2026-1-1", "2026-x1", "abcd"}) CHECK_FALSE(is_date(wrong, false));
}

TEST_CASE("times of day have two digits each") {
    CHECK(minutes_of_day("00:00") == 0);
    CHECK(minutes_of_day("14:30") == 870);
    CHECK(minutes_of_day("23:59") == 1439);
    for (const char* wrong : {"", "24:00", "12:60", "9:00", "09:0", "0900", "ab:cd", "12:00 "}) CHECK(minutes_of_day(wrong) == -1);
}

TEST_CASE("a city's slug is its words joined") {
    CHECK(slug_of("San Francisco") == "san-francisco");
    CHECK(slug_of("St. Helena") == "st-helena");
    CHECK(slug_of("San José") == "san-jose");
    CHECK(slug_of("...").empty());
}

TEST_CASE("the nearest code is at most two slips away") {
    const std::vector<std::string_view> codes = {"trauma", "anxiety", "yoga", "art"};
    CHECK(nearest_code("traume", codes) == "trauma");
    CHECK(nearest_code("anxity", codes) == "anxiety");
    CHECK(nearest_code("ygoa", codes) == "yoga");
    CHECK(nearest_code("arts", codes) == "art");
    CHECK(nearest_code("acupuncture", codes).empty());
    CHECK(nearest_code(std::string(100000, 'a'), codes).empty());
    CHECK(nearest_code("x", {}).empty());
}

TEST_CASE("what was found is shown short and printable") {
    CHECK(printable("a\nb\x7F") == "a\uFFFDb\uFFFD");
    CHECK(printable("\u202Eabc\u200B") == "\uFFFDabc\uFFFD");
    CHECK(printable("\xFF\xFE") == "\uFFFD\uFFFD");
    CHECK(printable(std::string(41, 'x')) == std::string(40, 'x') + "…");
    CHECK(printable(std::string(40, 'x')) == std::string(40, 'x'));
    CHECK(in_quotes("a") == "\"a\"");
}

TEST_CASE("steps of a JSON Pointer are escaped as RFC 6901 says") {
    CHECK(pointer_step("a/b") == "a~1b");
    CHECK(pointer_step("m~n") == "m~0n");
    CHECK(pointer_step("~1") == "~01");
    CHECK(pointer_step("").empty());
}

TEST_CASE("an error reads as a sentence about a place") {
    CHECK(to_text({"programs.json", "/programs/3/name", "12", "a text"}) == "programs.json at /programs/3/name: found 12, expected a text");
    CHECK(to_text({"programs.json", "", "nothing", "JSON"}) == "programs.json: found nothing, expected JSON");
}
