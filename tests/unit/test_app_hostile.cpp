// Programs that a page hands in at run time, through the C ABI: taken whole, or refused with words while all stays as it was.
#include "test_app_support.hpp"

namespace {

using namespace finder_app_test;

// Two programs of the embedded ones, under other names.
json small_programs() {
    json programs = embedded_programs();
    json few = json::array();
    for (const std::string name : {"North House", "South House"}) {
        few.push_back(programs["programs"][0]);
        few.back()["name"] = name;
        few.back()["id"] = name.substr(0, 5) == "North" ? "north" : "south";
    }
    programs["programs"] = few;
    programs["title"] = "Two houses";
    return programs;
}

bool is_about(const std::string& item, const std::string& what) { return item.find(what) != std::string::npos; }

// Refused, all programs there as before, and the page says why in words. Returns these.
std::vector<std::string> refused(Page& page, const std::string& text) {
    const std::vector<std::string> before = page.twin.texts("card_link");
    CHECK_FALSE(page.engine.load(text));
    page.show();
    CHECK(page.twin.texts("card_link") == before);
    CHECK(page.twin.all("problem").size() == 1);
    CHECK(page.twin.texts("problem_text") == std::vector<std::string>{finder_words(page.engine.self, "data.refused")});
    const std::vector<std::string> items = page.twin.texts("problem_item");
    CHECK_FALSE(items.empty());
    CHECK(items.size() <= 11);
    for (const std::string& item : items) CHECK((!item.empty() && item.size() < 1000));
    return items;
}

TEST_CASE("what is no JSON is refused with the place where it breaks") {
    Page page;
    for (const std::string text : {"", " ", "{", "[1,]", "nul", "{\"programs\": oops}", "\xFF\xFE{", "<!DOCTYPE html><title>404</title>"}) {
        CAPTURE(text);
        CHECK(refused(page, text).size() == 1);
    }
    const auto items = refused(page, "{\n  \"title\": oops\n}");
    CHECK(is_about(items.at(0), "line 2, column 12"));
    CHECK(is_about(items.at(0), finder_words(page.engine.self, "data.file")));
}

TEST_CASE("ten megabytes of brackets are refused") {
    Page page;
    for (const std::string part : {"[", "{\"a\":", "[[],"}) {
        std::string text;
        while (text.size() < 10u << 20) text += part;
        CHECK(refused(page, text).size() == 1);
    }
}

TEST_CASE("wrong types are refused, every error by its pointer") {
    Page page;
    json programs = small_programs();
    programs["programs"][0]["phones"] = "none";
    programs["programs"][1]["name"] = 7;
    programs["programs"][1]["ages"]["min"] = "twelve";
    const auto items = refused(page, programs.dump());
    REQUIRE(items.size() == 3);
    for (const char* pointer : {"/programs/0/phones", "/programs/1/name", "/programs/1/ages/min"})
        CHECK(std::any_of(items.begin(), items.end(), [&](const std::string& item) { return is_about(item, pointer); }));
    for (const std::string root : {"null", "[]", "7", "\"x\"", "{}"}) refused(page, root);
}

TEST_CASE("of very many errors ten are shown and the rest are counted") {
    Page page;
    json programs = small_programs();
    for (int i = 0; i < 50; ++i) programs["programs"].push_back(i);
    const auto items = refused(page, programs.dump());
    REQUIRE(items.size() == 11);
    CHECK(items.back() == "and 40 more errors");
}

TEST_CASE("a website that is no website is refused") {
    Page page;
    for (const std::string url : {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<b>", "//example.org", "vbscript:x", "file:///etc/passwd", ""}) {
        CAPTURE(url);
        json programs = small_programs();
        programs["programs"][0]["website"]["url"] = url;
        const auto items = refused(page, programs.dump());
        CHECK(is_about(items.at(0), "/programs/0/website/url"));
    }
    json programs = small_programs();
    programs["sources"].begin().value()["url"] = "javascript:alert(1)";
    CHECK(is_about(refused(page, programs.dump()).at(0), "/url"));
}

TEST_CASE("a closed program is refused") {
    Page page;
    for (const json& status : {json("closed"), json("permanently_closed"), json(7), json(false)}) {
        json programs = small_programs();
        programs["programs"][1]["status"] = status;
        const auto items = refused(page, programs.dump());
        CHECK(is_about(items.at(0), "/programs/1/status"));
    }
}

TEST_CASE("markup in texts is text") {
    Page page;
    json programs = small_programs();
    const std::string name = "<img src=x onerror=alert(1)> & \"House\"", notice = "</p><script>alert(1)</script>";
    programs["programs"][0]["name"] = name;
    programs["programs"][0]["notices"] = json::array({{{"text", notice}}});
    REQUIRE(page.engine.load(programs.dump()));
    page.show();
    CHECK(page.twin.first("card_link", name) != 0);
    CHECK(page.twin.first("card_alert", notice) != 0);
    page.press(page.twin.first("card_link", name));
    CHECK(page.twin.texts("page_title") == std::vector<std::string>{name});
    CHECK(page.twin.texts("notice") == std::vector<std::string>{notice});
    for (const auto& [key, element] : page.twin.elements()) {
        const std::string href = element.said.value("href", "#");
        CHECK((href[0] == '#' || href.starts_with("http") || href.starts_with("tel:") || href.starts_with("sms:")));
    }
}

TEST_CASE("after a refusal everything works as before") {
    Page page;
    page.engine.paint();
    page.show();
    page.press(page.twin.checkbox("Trauma"));
    const std::vector<std::string> cards = page.twin.texts("card_link");
    refused(page, "{");
    CHECK(page.last["history"] == "none");
    CHECK(page.last["fragment"] == "groups=trauma");
    CHECK(page.last["announcement"] == "");   // the problem is an alert of its own
    page.press(page.twin.checkbox("Trauma"));
    page.press(page.twin.checkbox("Trauma"));
    CHECK(page.twin.texts("card_link") == cards);
    CHECK(page.twin.all("problem").size() == 1);
    page.press(page.twin.all("card_link").at(0));
    CHECK(page.twin.all("problem").size() == 1);   // also there: the page is still not what it was meant to be
}

TEST_CASE("another list of programs is taken, and takes the refusal's words away") {
    Page page;
    page.press(page.twin.checkbox("Trauma"));
    refused(page, "{");
    REQUIRE(page.engine.load(small_programs().dump()));
    page.show();
    CHECK(page.twin.all("problem").empty());
    CHECK(page.twin.texts("card_link").size() + page.twin.all("empty").size() >= 1);
    page.press(page.twin.first("text_button", "Clear all"));
    CHECK(page.twin.texts("card_link") == std::vector<std::string>{"North House", "South House"});
    CHECK(page.go("program=south")["title"].get<std::string>().starts_with("South House"));
    const auto texts = page.twin.texts("footer_text");
    CHECK(std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return is_about(text, "Two houses"); }));
}

TEST_CASE("a link's codes are looked up anew in other programs: what is there stays, the rest goes") {
    json programs = small_programs();
    for (json& program : programs["programs"]) program["address"]["city"] = "Half Moon Bay";
    Page page;
    page.go("q=house&groups=coping-skills&city=san-carlos&county=san-mateo");
    REQUIRE(page.engine.load(programs.dump()));
    page.show();
    CHECK(page.last["fragment"] == "q=house&groups=coping-skills&county=san-mateo");
    CHECK(page.twin.texts("card_link").size() == 2);
    page.go("program=edgewood-iop-san-carlos");   // not among these
    CHECK(page.twin.texts("card_link").size() == 2);
    page.press(page.twin.checkbox("Half Moon Bay"));
    CHECK(page.last["fragment"] == "city=half-moon-bay");
    REQUIRE(page.engine.load(embedded_programs().dump()));
    page.show();
    CHECK(page.twin.all("card").size() > 2);
}

TEST_CASE("a program that is open stays open if the other list has it, else the list is shown") {
    Page page;
    page.go("program=edgewood-iop-san-carlos");
    json programs = embedded_programs();
    programs["programs"][0]["name"] = "Edgewood, renamed";
    REQUIRE(page.engine.load(programs.dump()));
    page.show();
    CHECK(page.twin.texts("page_title") == std::vector<std::string>{"Edgewood, renamed"});
    REQUIRE(page.engine.load(small_programs().dump()));
    page.show();
    CHECK(page.twin.all("page_title").empty());
    CHECK(page.twin.all("card").size() == 2);
}

TEST_CASE("programs that could not be had are a problem in words") {
    Page page;
    finder_refuse_programs(page.engine.self, "404 \"not\" <found>\x01");
    page.show();
    const auto items = page.twin.texts("problem_item");
    REQUIRE(items.size() == 1);
    CHECK(is_about(items[0], "404"));
    CHECK(page.twin.texts("count").at(0) == std::to_string(embedded_programs()["programs"].size()) + " programs");
    REQUIRE(page.engine.load(embedded_programs().dump()));
    page.show();
    CHECK(page.twin.all("problem").empty());
}

TEST_CASE("a hostile link does no harm and its answer is valid JSON") {
    Page page;
    for (std::string link : {"q=%00%01%7F", "q=%FF%FEabc", "q=a%C3", "q=%E2%82x", "%", "&&&==", "groups=", "groups=trauma,trauma,,zzz", "program=../../etc", "program=%3Cscript%3E", "page=about&program=x", "show=filters&page=about", "q=%22%3E%3Cscript%3E", "not-stated=2", "__proto__=1", "#q=x", "lang=xx"}) {
        CAPTURE(link);
        page.go(link);   // insists on JSON
        const std::string told = page.last["fragment"];
        CHECK(page.go(told)["fragment"] == told);
    }
    page.go("q=" + std::string(100000, 'x'));
    CHECK(page.last["fragment"].get<std::string>().size() < 1000);
}

}  // namespace
