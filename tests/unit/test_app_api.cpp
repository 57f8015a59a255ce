// The C ABI as web/engine.js calls it: what an update says, what it does to the browser's history, and what it leaves out.
#include "finder/json_reader.hpp"
#include "test_app_support.hpp"

#include <set>

namespace {

using namespace finder_app_test;

std::set<std::string> roles_in(const json& update) {
    std::set<std::string> roles;
    for (const json& node : update["nodes"]) roles.insert(node["role"].get<std::string>());
    return roles;
}

bool says(const json& update, Key key) {
    return std::any_of(update["nodes"].begin(), update["nodes"].end(), [&](const json& node) { return node["key"] == key; });
}

std::string step(const json& update) { return update["history"].get<std::string>(); }
std::string fragment(const json& update) { return update["fragment"].get<std::string>(); }

// --- What is sent

TEST_CASE("the first update holds every node, the second nothing, and send_all every node again") {
    Page page;
    CHECK(finder_api_version() == 5);
    CHECK(page.last["removed"].empty());
    CHECK(page.twin.all("card").size() == 20);
    CHECK(page.last["nodes"].size() + 1 == page.twin.elements().size());
    const json second = page.engine.update();
    CHECK(second["nodes"].empty());
    CHECK(second["removed"].empty());
    CHECK(second["title"] == page.last["title"]);
    finder_send_all(page.engine.self);
    const json again = page.engine.update();
    CHECK(again["nodes"] == page.last["nodes"]);
    CHECK(again["removed"].empty());
}

TEST_CASE("parents come first, and each node after the sibling it names") {
    for (const char* link : {"", "program=edgewood-iop-san-carlos", "page=about", "show=filters"})
        for (const float width : {1280.f, 390.f}) {
            Page page(width);
            page.engine.paint();
            page.go(link);   // the document above insists on both
            CHECK(page.twin.all("crisis").size() == 1);
            const bool sheet = width < 900 && std::string(link) == "show=filters";   // a dialog, and nothing beside it
            CHECK(page.twin.all("sheet").size() == (sheet ? 1 : 0));
            CHECK(page.twin.all("main").size() == (sheet ? 0 : 1));
            CHECK(page.twin.all("footer").size() == (sheet ? 0 : 1));
        }
}

TEST_CASE("an update names its language and title, and without paint it carries no geometry") {
    Page page;
    CHECK(page.last["language"] == "en");
    CHECK(page.last["height"] == 0);
    CHECK(page.last["display"]["simple"] == 0);
    for (const json& node : page.last["nodes"]) CHECK_FALSE((node.contains("rect") || node.contains("type") || node.contains("lines")));
    CHECK(page.go("program=edgewood-iop-san-carlos")["title"].get<std::string>().starts_with("Edgewood Intensive Outpatient Program"));
}

TEST_CASE("a tick sends what changed and no card that stays as it is") {
    for (const bool painted : {false, true}) {
        CAPTURE(painted);
        Page page;
        if (painted) page.engine.paint();
        finder_set_whole(page.engine.self, 1);   // on a page others come in, and each card has another place
        page.show();
        page.press(page.twin.checkbox("Trauma"));
        const std::size_t nodes = page.twin.elements().size(), cards = page.twin.all("card").size();
        REQUIRE(cards > 10);
        // Another tick that leaves the same programs, but for those that offer only the first.
        const std::vector<Key> before = page.twin.all("card");
        const json update = page.press(page.twin.checkbox("Medi-Cal (Medicaid)"));
        const std::vector<Key> after = page.twin.all("card");
        CHECK(after.size() < before.size());
        CHECK(update["nodes"].size() < nodes / 2);
        // Of a card that was there, only what the new choice says of it: its own place, and its marks.
        const std::set<std::string> of_cards = {"card_org", "card_facts", "actions", "call", "button_link", "card_source", "card_alert", "card_title"};
        if (!painted)
            for (const json& node : update["nodes"]) CHECK_FALSE(of_cards.contains(node["role"].get<std::string>()));
    }
}

TEST_CASE("showing more of a filter moves nothing of the list") {
    for (const bool painted : {false, true}) {
        CAPTURE(painted);
        Page page;
        if (painted) page.engine.paint();
        page.show();
        const Key more = page.twin.first("text_button", "What do these mean?");
        const json update = page.press(more);
        CHECK(says(update, more));
        CHECK(page.twin.all("option_plain").size() > 3);
        CHECK_FALSE(roles_in(update).contains("card"));
        CHECK_FALSE(roles_in(update).contains("call"));
        CHECK(update["nodes"].size() < 160);   // the filters below, which moved
    }
}

TEST_CASE("a card that only moves is one node") {
    Page page;
    page.engine.paint();
    page.show();
    // A notice above the list moves every card by the same way.
    finder_set_reason(page.engine.self, "no_glyphs");
    const json update = page.show();
    CHECK(roles_in(update).contains("notice"));
    CHECK(roles_in(update).contains("card"));
    for (const std::string part : {"card_link", "card_facts", "mark_offered", "call", "button_link", "card_source"}) {
        CAPTURE(part);
        CHECK_FALSE(roles_in(update).contains(part));
    }
}

TEST_CASE("page view gets no geometry and no old lines, and painting again gets all that changed meanwhile") {
    Page page(1280, 20);
    page.engine.paint();
    page.show();
    finder_set_painted(page.engine.self, 0);
    page.show();
    const Key trauma = page.twin.checkbox("Trauma");
    const json update = page.press(trauma);
    REQUIRE_FALSE(update["nodes"].empty());
    for (const json& node : update["nodes"]) CHECK_FALSE((node.contains("rect") || node.contains("type") || node.contains("lines")));
    CHECK(page.twin.text(page.twin.first("count")) == page.last["announcement"]);
    page.press(trauma);   // all as before, but the document's texts are whole now, without lines
    finder_set_painted(page.engine.self, 1);
    page.show();
    Page fresh(1280, 20);
    fresh.engine.paint();
    fresh.show();
    for (const auto& [key, element] : fresh.twin.elements()) {
        CAPTURE(element.said.dump());
        REQUIRE(page.twin.has(key));
        CHECK((page.twin.at(key).said == element.said));
    }
}

// --- History

TEST_CASE("a tick is a step of its own, typing replaces the step it began, and navigating writes nothing") {
    Page page;
    CHECK(step(page.last) == "none");
    CHECK(step(page.press(page.twin.checkbox("Trauma"))) == "push");
    CHECK(fragment(page.last) == "groups=trauma");
    CHECK(step(page.type("y")) == "push");
    for (const char* text : {"yo", "yog", "yoga", "yog"}) CHECK(step(page.type(text)) == "replace");
    CHECK(fragment(page.last) == "q=yog&groups=trauma");
    CHECK(step(page.type("yog")) == "none");
    CHECK(step(page.press(page.twin.checkbox("Trauma"))) == "push");
    CHECK(step(page.go("groups=trauma&q=san")) == "none");
    CHECK(fragment(page.last) == "q=san&groups=trauma");
    CHECK(step(page.show()) == "none");
    CHECK(step(page.press(page.twin.all("card_link").at(0))) == "push");
    CHECK(step(page.press(page.twin.first("back"))) == "push");
    CHECK(fragment(page.last) == "q=san&groups=trauma");
}

TEST_CASE("turning a page is a step of its own, says which programs it shows, and names the heading to go to") {
    Page page;
    const auto turn = [&](const char* words) { return json(page.press(page.twin.first("page_link", words))); };
    json update = turn("Next page");
    CHECK(step(update) == "push");
    CHECK(fragment(update) == "page-number=2");
    CHECK(update["turned"] == 1);
    CHECK(update["heading"] == page.twin.first("count"));
    CHECK(update["announcement"] == page.twin.texts("range").at(0));
    const std::string second = update["announcement"];
    update = turn("Previous page");
    CHECK(fragment(update) == "");
    CHECK(update["announcement"] != second);
    CHECK(page.go("page-number=2")["announcement"] == second);   // the browser's Back
    CHECK(page.last["turned"] == 1);
    // Another query is another list.
    update = page.press(page.twin.checkbox("Trauma"));
    CHECK(fragment(update) == "groups=trauma");
    CHECK(update["turned"] == 0);
    CHECK(update["heading"] == 0);
    CHECK(update["announcement"] == page.twin.text(page.twin.first("count")));
    // Where a link leads at first nobody has turned to.
    Engine fresh;
    finder_navigate(fresh.self, "page-number=2");
    const json first = fresh.update();
    CHECK(first["turned"] == 0);
    CHECK(first["heading"] == 0);
    // A program and back is no other page.
    page.go("page-number=2");
    page.press(page.twin.all("card_link").at(0));
    CHECK(page.last["turned"] == 0);
    page.press(page.twin.first("back"));
    CHECK(page.last["turned"] == 0);
    CHECK(page.last["fragment"] == "page-number=2");
}

TEST_CASE("a page that a link asks for in vain is the last one") {
    Page page;
    page.go("page-number=4000&q=a");
    const json last = page.last;
    CHECK(fragment(last) != "page-number=4000&q=a");
    CHECK_FALSE(page.twin.all("card").empty());
    CHECK(page.go(fragment(last))["nodes"].empty());
    page.type("zzzz");
    CHECK(fragment(page.go("page-number=7&q=zzzz")) == "q=zzzz");
}

TEST_CASE("on paper the list is whole and no sheet covers it; then everything is as before, and nothing is said or written") {
    for (const char* link : {"", "page-number=2", "show=filters", "groups=trauma&not-stated=1", "page=about", "program=edgewood-iop-san-carlos"}) {
        CAPTURE(link);
        Page page(390);
        page.go(link);
        const Twin before = page.twin;
        const auto print = [&](int paper) {
            finder_set_paper(page.engine.self, paper);
            page.show();
            CHECK(step(page.last) == "none");
            CHECK(page.last["announcement"] == "");
            CHECK(page.last["heading"] == 0);
        };
        print(1);
        const bool is_list = !page.twin.all("count").empty();
        CHECK(page.twin.all("filters").empty());
        CHECK(page.twin.all("pages").empty());
        CHECK(page.twin.all("chip").empty());
        CHECK(page.twin.all("chosen").size() == (std::string(link).find("groups") == std::string::npos ? 0u : 1u));
        CHECK(is_list == before.all("page_title").empty());
        if (std::string(link).find("groups") == std::string::npos && is_list) CHECK(page.twin.all("card").size() == embedded_programs()["programs"].size());
        print(0);
        CHECK(page.twin.elements().size() == before.elements().size());
        for (const auto& [key, element] : before.elements()) {
            REQUIRE(page.twin.has(key));
            CHECK(page.twin.at(key).said == element.said);
            CHECK(page.twin.at(key).children == element.children);
        }
    }
}

TEST_CASE("what is not part of a link writes no history") {
    Page page;
    for (const char* text : {"What do these mean?", "Hide meanings"}) CHECK(step(page.press(page.twin.first("text_button", text))) == "none");
    CHECK(step(page.press(page.twin.first("tool", "Simple view"))) == "none");
    CHECK(page.last["display"]["simple"] == 1);
    CHECK(step(page.press(page.twin.first("tool", "Simple view"))) == "none");
    CHECK(page.last["display"]["simple"] == 0);
    CHECK(step(page.press(page.twin.first("tool", "Text and colors"))) == "none");
    const auto radio = [&](const char* name) { return page.twin.at(page.twin.at(page.twin.first("choice_name", name)).parent).children.at(0); };
    CHECK(step(page.press(radio("Dark"))) == "none");
    CHECK(page.last["display"]["theme"] == "dark");
    CHECK(page.last["theme"] == "dark");
    CHECK(step(page.press(radio("150 %"))) == "none");
    CHECK(page.last["display"]["text_size"] == 150);
    CHECK(page.last["display"]["slash"] == 1);
    CHECK(step(page.press(radio("Does nothing"))) == "none");
    CHECK(page.last["display"]["slash"] == 0);
    finder_set_viewport(page.engine.self, 390, 16, 3);
    CHECK(step(page.show()) == "none");
}

TEST_CASE("a fragment that an update gave shows the same page again") {
    Page page, other;
    const auto same = [&](const json& update) {
        const json& shown = other.go(fragment(update));
        CAPTURE(fragment(update));
        CHECK(fragment(shown) == fragment(update));
        CHECK(shown["title"] == update["title"]);
        CHECK(other.twin.texts("card_link") == page.twin.texts("card_link"));
        CHECK(other.twin.texts("chip") == page.twin.texts("chip"));
        CHECK(other.twin.texts("page_title") == page.twin.texts("page_title"));
    };
    same(page.press(page.twin.checkbox("Trauma")));
    same(page.press(page.twin.checkbox("Also show programs that do not state it")));
    for (const char* text : {"san mateo", "100% & more = #1, \"q\" +", "Peñínsula — 中文", "a/b?c"}) same(page.type(text));
    for (const std::string& text : {std::string(500, 'w'), "tab\tand\x01\x7f" + std::string(300, ' '), std::string(199, 'e') + "\xC3\xA9\xC3\xA9"}) {
        const std::string link = fragment(page.type(text));   // a link holds less than a person can paste
        CHECK(fragment(other.go(link)) == link);
    }
    same(page.type(""));
    same(page.press(page.twin.all("card_link").at(3)));
    same(page.go("page=about"));
}

TEST_CASE("a new screen names the heading that focus goes to, and nothing else does") {
    Page page(390);
    CHECK(page.last["heading"] == 0);
    const auto heading = [&] { return page.last["heading"].get<Key>(); };
    page.press(page.twin.all("card_link").at(0));
    CHECK(heading() == page.twin.first("page_title"));
    page.press(page.twin.first("back"));
    CHECK(heading() == page.twin.first("count"));
    page.press(page.twin.first("filters_button"));
    CHECK(heading() == page.twin.first("sheet_title"));
    page.press(page.twin.checkbox("Trauma"));
    CHECK(heading() == 0);
    page.press(page.twin.first("sheet_done"));
    CHECK(heading() == page.twin.first("filters_button"));   // where the dialog was opened
    page.press(page.twin.first("nav_link"));
    CHECK(heading() == page.twin.first("page_title"));
}

// --- The rest of the door

TEST_CASE("pressing what is not there or does nothing is 0, leaving is 2 and forgets everything") {
    Page page;
    for (const Key key : {0u, 1u, 0xFFFFFFFFu, page.twin.first("title"), page.twin.first("call"), page.twin.first("text_input")}) CHECK(finder_activate(page.engine.self, key) == 0);
    CHECK(finder_type(page.engine.self, 0, "x") == 0);
    CHECK(finder_type(page.engine.self, page.twin.checkbox("Trauma"), "x") == 0);
    CHECK(page.show()["nodes"].empty());
    page.press(page.twin.checkbox("Trauma"));
    page.type("yoga");
    CHECK(finder_activate(page.engine.self, page.twin.first("leave")) == 2);
    page.show();
    CHECK(fragment(page.last) == "");
    CHECK(page.twin.at(page.twin.first("text_input")).said["value"] == "");
}

TEST_CASE("a key of a page that is gone does nothing") {
    Page page;
    const Key chip_less = page.twin.checkbox("Trauma");
    page.press(page.twin.all("card_link").at(0));
    CHECK(finder_activate(page.engine.self, chip_less) == 0);
}

TEST_CASE("escape closes the filter sheet once, and only where it covers the list") {
    Page page(390);
    CHECK(finder_escape(page.engine.self) == 0);
    page.press(page.twin.first("filters_button"));
    CHECK(page.twin.all("card").empty());
    CHECK(finder_escape(page.engine.self) == 1);
    CHECK(finder_escape(page.engine.self) == 0);
    page.show();
    CHECK(fragment(page.last) == "");
    CHECK_FALSE(page.twin.all("card").empty());
    for (const char* link : {"page=about&show=filters", "program=edgewood-iop-san-carlos&show=filters"}) {
        page.go(link);
        CHECK(finder_escape(page.engine.self) == 0);
    }
    page.go("show=filters");
    finder_set_viewport(page.engine.self, 1280, 16, 1);
    CHECK(finder_escape(page.engine.self) == 0);
}

TEST_CASE("how many programs there are is said when it changed, once") {
    Page page;
    CHECK(page.last["announcement"] == "");   // nobody asked
    page.press(page.twin.checkbox("Trauma"));
    const std::string said = page.last["announcement"];
    CHECK(said == page.twin.text(page.twin.first("count")));
    CHECK(page.show()["announcement"] == "");
    page.press(page.twin.all("card_link").at(0));
    CHECK(page.last["announcement"] == "");
    CHECK(page.press(page.twin.first("back"))["announcement"] == "");
    CHECK(page.press(page.twin.checkbox("Trauma"))["announcement"] != "");
}

TEST_CASE("why page view is shown stands on the page in words") {
    Page page;
    for (const char* reason : {"no_webgl", "context_lost", "no_glyphs", "trap", "no_wasm", "slow_webgl"}) {
        finder_set_reason(page.engine.self, reason);
        page.show();
        REQUIRE(page.twin.texts("notice").size() == 1);
        CHECK(page.twin.texts("notice")[0] == finder_words(page.engine.self, (std::string("reason.") + reason).c_str()));
        CHECK(page.twin.texts("notice")[0].find("simple view") != std::string::npos);
        CHECK(page.twin.texts("tool") == std::vector<std::string>{"Text and colors"});   // between the views there is nothing to choose
    }
    finder_set_reason(page.engine.self, "nonsense");
    CHECK(page.show()["nodes"].empty());
    finder_set_reason(page.engine.self, "none");
    page.show();
    CHECK(page.twin.all("notice").empty());
    CHECK(page.twin.all("tool").size() == 2);
}

TEST_CASE("whatever is typed comes back as it was, as valid JSON") {
    Page page;
    for (const char* text : {"\"quotes\" and \\ and /", "tab\tline\nend\r\x01\x1f\x7f", "</script><b>&amp;", "Peñínsula 中文 \xF0\x9F\x99\x82", "\xE2\x80\xA8\xE2\x80\xAE", "{}[],:"}) {
        page.type(text);
        CHECK(page.twin.at(page.twin.first("text_input")).said["value"] == text);
        CHECK(page.twin.texts("chip") == std::vector<std::string>{"“" + finder::printable(text) + "”"});
    }
}

}  // namespace
