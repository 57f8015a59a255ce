#include "finder/text.hpp"
#include "finder/utf8.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace finder;
using Words = std::vector<std::string>;

TEST_CASE("fold makes letters small and takes accents off, composed or not") {
    CHECK(fold("Café ÀÉÎÕÜ Ñandú") == "cafe aeiou nandu");
    CHECK(fold("Cafe\u0301") == "cafe");
    CHECK(fold("Đường Nguyễn Trãi") == "duong nguyen trai");
    CHECK(fold("București, Nǚ") == "bucuresti, nu");
    CHECK(fold("ПРОГРАММА") == fold("программа"));
    CHECK(fold("中文 العربية हिन्दी") == "中文 العربية हिन्दी");
}

TEST_CASE("fold makes typographic apostrophes, dashes and spaces plain") {
    CHECK(fold("People’s 18–25\u00A0years") == "people's 18-25 years");
}

TEST_CASE("fold gives valid UTF-8 for any bytes, and folding twice changes nothing") {
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto n = random() % 12; n > 0; --n) bytes += static_cast<char>(random() % 3 == 0 ? random() % 256 : 0xC0 + random() % 64);
        const std::string folded = fold(bytes);
        for (std::string_view rest = folded; !rest.empty();) REQUIRE(take_code_point(rest).valid);
        REQUIRE(fold(folded) == folded);
    }
}

TEST_CASE("every code point survives writing and reading, and surrogates do not") {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
        std::string text;
        append_utf8(text, c);
        std::string_view rest = text;
        const CodePoint read = take_code_point(rest);
        const bool surrogate = c >= 0xD800 && c < 0xE000;
        REQUIRE(read.valid == !surrogate);
        if (!surrogate) REQUIRE(read.value == c);
        if (!surrogate) REQUIRE(rest.empty());
    }
}

TEST_CASE("overlong, cut and stray bytes are taken one by one as U+FFFD") {
    for (const std::string_view broken : {"\xC0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xED\xA0\x80", "\x80", "\xFF", "\xE2\x82", "\xF0\x9F\x98"}) {
        std::string_view rest = broken;
        for (std::size_t left = broken.size(); left > 0; --left) {
            const CodePoint c = take_code_point(rest);
            CHECK_FALSE(c.valid);
            CHECK(c.value == replacement_character);
            CHECK(rest.size() == left - 1);
        }
    }
}

TEST_CASE("a hyphenated word is found by its parts and as one word") {
    CHECK(index_words("Medi-Cal") == Words{"medi", "cal", "medical"});
    CHECK(index_words("Step-up, step-down") == Words{"step", "up", "down", "stepup", "stepdown"});
}

TEST_CASE("query words are split at anything but letters and digits, and apostrophes join") {
    CHECK(query_words("  Medi-Cal/IOP (teen's)  ") == Words{"medi", "cal", "iop", "teens"});
    CHECK(query_words("teen’s 94070") == Words{"teens", "94070"});
    CHECK(query_words("… — !?").empty());
    CHECK(query_words("").empty());
}

TEST_CASE("each word of a query is also a word of the index") {
    for (const char* text : {"Children’s Health Council (CHC)", "Mills-Peninsula", "San José", "O'Connor & Sons", "24/7"})
        for (const std::string& word : query_words(text)) {
            const Words words = index_words(text);
            CHECK(std::find(words.begin(), words.end(), word) != words.end());
        }
}
