// The picture before the document: what finder_lay_out() lays out is what the next update says, and costs it nothing.
#include "test_app_support.hpp"

namespace {

using namespace finder_app_test;

constexpr float tile = 512;

struct PaintedPage : Page {
    explicit PaintedPage(float width = 1280) : Page(width) {
        engine.paint();
        show();
    }
    float lay_out() { return finder_lay_out(engine.self); }
    float start() { return finder_reading_start(engine.self); }
    std::vector<std::uint32_t> picture() {
        std::vector<std::uint32_t> hashes;
        for (float top = 0; top < 8 * tile; top += tile) hashes.push_back(finder_tile_hash(engine.self, top, tile));
        return hashes;
    }
    void activate(Key key) { REQUIRE(finder_activate(engine.self, key) == 1); }
};

json without_changes(json update) {
    for (const char* name : {"nodes", "removed", "announcement", "history"}) update.erase(name);
    return update;
}

TEST_CASE("the picture is the next update's, and the update brings all that it would have brought without it") {
    for (const float width : {1280.f, 390.f}) {
        CAPTURE(width);
        PaintedPage ahead(width), plain(width);
        const std::vector<std::uint32_t> before = ahead.picture();
        const Key trauma = width > 900 ? ahead.twin.checkbox("Trauma") : ahead.twin.first("filters_button");
        REQUIRE(trauma != 0);
        ahead.activate(trauma);
        const float height = ahead.lay_out();
        const std::vector<std::uint32_t> shown = ahead.picture();
        CHECK(shown != before);
        const json& update = ahead.show();
        CHECK(update["height"] == doctest::Approx(height));
        CHECK(ahead.picture() == shown);
        CHECK(update == plain.press(trauma));
    }
}

TEST_CASE("several pictures may come before one update") {
    PaintedPage ahead, plain;
    const std::vector<Key> options = ahead.twin.all("option");
    for (const std::size_t at : {0u, 2u, 7u}) {
        const Key key = ahead.twin.at(options.at(at)).children.at(0);
        ahead.activate(key);
        ahead.lay_out();
        plain.press(key);
    }
    ahead.show();
    CHECK(without_changes(ahead.last) == without_changes(plain.last));
    CHECK(ahead.twin.texts("card_link") == plain.twin.texts("card_link"));
    CHECK(ahead.picture() == plain.picture());
}

TEST_CASE("one reads on from the top of another screen, from the number of programs over another page, and else where one is") {
    PaintedPage page;
    page.activate(page.twin.checkbox("Trauma"));
    page.lay_out();
    CHECK(page.start() == -1);
    page.show();
    page.press(page.twin.checkbox("Trauma"));

    const Key next = page.twin.first("page_link", "Next page");
    REQUIRE(next != 0);
    page.activate(next);
    page.lay_out();
    const float start = page.start();
    page.show();
    CHECK(page.last["turned"] == 1);
    const Key count = page.last["heading"].get<Key>();
    float top = 0;
    for (Key key = count; key != 0; key = page.twin.at(key).parent)
        if (page.twin.at(key).said.contains("rect")) top += page.twin.at(key).said["rect"][1].get<float>();
    CHECK(start == doctest::Approx(top).epsilon(0.001));
    CHECK(start > 0);

    page.activate(page.twin.all("card_link").at(0));
    page.lay_out();
    CHECK(page.start() == 0);
    page.show();
}

TEST_CASE("what the browser's history shows is put right by the browser, not by the picture") {
    PaintedPage page;
    page.press(page.twin.all("card_link").at(0));
    finder_navigate(page.engine.self, "");
    page.lay_out();
    CHECK(page.start() == -1);
}

TEST_CASE("where it is for page view there is no picture, and the tiles stay") {
    PaintedPage page;
    const std::vector<std::uint32_t> before = page.picture();
    page.activate(page.twin.first("tool", "Simple view"));
    CHECK(page.lay_out() == -1);
    CHECK(page.start() == -1);
    CHECK(page.picture() == before);
    page.show();
    CHECK(page.last["display"]["simple"] == 1);

    Page never;
    CHECK(finder_lay_out(never.engine.self) == -1);
    CHECK(finder_reading_start(never.engine.self) == -1);
}

}  // namespace
