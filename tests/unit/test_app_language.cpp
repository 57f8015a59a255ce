// The interface in another language: nothing is cut in one that takes more room, and a wrong translation is refused.
#include "test_app_audit.hpp"
#include "test_app_pseudo.hpp"

namespace {

using namespace finder_app_test;

TEST_CASE("in a language 40 % longer nothing is cut, nothing leaves its box, and nothing lies over anything else") {
    const std::string words = pseudo_words(), vocabulary = pseudo_vocabulary();
    for (const Shown& shown : pages)
        for (const float width : {1280.f, 390.f, 320.f})
            for (const float rem : {16.f, 32.f}) {
                Page page(width, rem);
                page.engine.paint();
                REQUIRE(speak(page.engine, words, vocabulary) == "");
                page.show();
                shown.open(page);
                const bool narrow = width / rem < 56.25f;
                std::map<std::string, int> kinds;
                for (const std::string& complaint : Audit(page, width).complaints(narrow ? 44 : 24))
                    if (kinds[complaint.substr(0, complaint.find('"'))]++ < 3) FAIL_CHECK(std::string(shown.name) << ", " << width << " px, rem " << rem << ": " << complaint);
            }
}

TEST_CASE("another language changes the words and the labels, and keeps what was chosen") {
    Page page;
    page.go("groups=trauma&payment=medi-cal");
    const std::vector<std::string> names = page.twin.texts("card_link");
    const std::size_t chips = page.twin.all("chip").size();
    REQUIRE(speak(page.engine, pseudo_words(), pseudo_vocabulary()) == "");
    page.show();
    CHECK(page.last["language"] == "en-XA");
    CHECK(page.twin.texts("card_link") == names);   // names are never translated
    CHECK(page.twin.all("chip").size() == chips);
    CHECK(page.twin.checkbox(longer("Trauma")) != 0);
    CHECK(page.twin.checkbox("Trauma") == 0);
    CHECK(page.twin.texts("filters_title") == std::vector<std::string>{longer("Filters")});
    CHECK(page.last["fragment"] == "payment=medi-cal&groups=trauma");
    page.type(longer("Trauma"));   // and one can search for what one reads
    CHECK(page.twin.texts("card_link") == names);
}

TEST_CASE("a translation with holes or other codes is refused, with every error, and all stays as it was") {
    Page page;
    const json before = page.engine.update();
    json words = shipped_json("data/words/en.json"), vocabulary = shipped_json("data/vocabulary.json");
    words["words"].erase("filters");
    words["words"]["fliters"] = "Filter";
    words["words"]["leave"] = 7;
    vocabulary["facets"][1]["values"][0]["code"] = "melancholy";
    vocabulary["counties"].erase(2);
    const std::string errors = speak(page.engine, words.dump(), vocabulary.dump());
    for (const char* expected : {"/words/leave", "/facets/1/values/0/code: found \"melancholy\"", "/counties/2/code"}) CHECK_MESSAGE(errors.find(expected) != errors.npos, errors);
    words["words"]["leave"] = "Weg";
    const std::string keys = speak(page.engine, words.dump(), shipped_json("data/vocabulary.json").dump());
    CHECK_MESSAGE(keys.find("/words/filters: found nothing") != keys.npos, keys);
    CHECK_MESSAGE(keys.find("/words/fliters") != keys.npos, keys);
    CHECK(speak(page.engine, "{", "[") != "");
    CHECK(page.twin.checkbox("Trauma") != 0);
    CHECK(page.engine.update()["nodes"].empty());
    CHECK(before["language"] == "en");
}

}  // namespace
