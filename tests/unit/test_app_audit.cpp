// The audit of test_app_audit.hpp on the real data, and what painting does.
#include "test_app_audit.hpp"

namespace {

using namespace finder_app_test;

TEST_CASE("every painted text and control has its element, there and the same, and every text of the document is painted") {
    for (const Shown& shown : pages)
        for (const float width : {1280.f, 390.f, 320.f})
            for (const float rem : {16.f, 20.f, 32.f}) {
                Page page(width, rem);
                page.engine.paint();
                page.show();
                shown.open(page);
                const bool narrow = width / rem < 56.25f;
                Audit audit(page, width);
                std::map<std::string, int> kinds;   // one of each kind is told
                for (const std::string& complaint : audit.complaints(narrow ? 44 : 24))
                    if (kinds[complaint.substr(0, complaint.find('"'))]++ < 3) FAIL_CHECK(std::string(shown.name) << ", " << width << " px, rem " << rem << ": " << complaint);
                CHECK(audit.texts() > 15);
                CHECK(audit.controls() > 3);
            }
}

TEST_CASE("every program's page agrees with its picture") {
    const json programs = embedded_programs();
    for (const float width : {1280.f, 390.f}) {
        Page page(width);
        page.engine.paint();
        page.show();
        for (const json& program : programs["programs"]) {
            page.go("program=" + program["id"].get<std::string>());
            CHECK(page.twin.texts("page_title") == std::vector<std::string>{program["name"].get<std::string>()});
            std::map<std::string, int> kinds;
            for (const std::string& complaint : Audit(page, width).complaints(24))
                if (kinds[complaint.substr(0, complaint.find('"'))]++ < 1) FAIL_CHECK(width << " px: " << complaint);
        }
    }
}

TEST_CASE("every tile of every page can be painted, at every density, and says that it changed when it did") {
    for (const Shown& shown : pages)
        for (const float width : {1280.f, 390.f})
            for (const float dpr : {1.f, 2.f, 3.f}) {
                Page page(width);
                finder_set_viewport(page.engine.self, width, 16, dpr);
                page.engine.paint();
                page.show();
                shown.open(page);
                const auto height = page.last["height"].get<float>();
                REQUIRE(height > 400);
                std::set<std::uint32_t> hashes;
                int tiles = 0;
                for (float top = 0; top < height; top += 512, ++tiles) {
                    const std::uint32_t hash = finder_tile_hash(page.engine.self, top, 512);
                    finder_paint_tile(page.engine.self, top, 512);   // the null renderer insists on what a real one needs
                    CHECK(finder_tile_hash(page.engine.self, top, 512) == hash);
                    hashes.insert(hash);
                }
                CHECK(hashes.size() == static_cast<std::size_t>(tiles));
            }
}

TEST_CASE("what is painted can be asked for at any time") {
    Page page;
    CHECK(page.engine.painted() == json{{"texts", json::array()}, {"controls", json::array()}});
    CHECK(finder_tile_hash(page.engine.self, 0, 512) == 0);
    finder_paint_tile(page.engine.self, 0, 512);
    CHECK(finder_point(page.engine.self, 10, 10, 0) == 0);
    page.engine.paint();
    CHECK(page.engine.painted()["texts"].empty());
    page.show();
    const json list = page.engine.painted();
    CHECK(list["texts"].size() > 400);
    CHECK(finder_tile_hash(page.engine.self, 0, 512) != 0);
    finder_set_painted(page.engine.self, 0);
    page.go("page=about");   // a smaller page, and then a larger one, that is not painted
    CHECK(page.engine.painted() == list);
    page.go("");
    finder_set_reason(page.engine.self, "trap");
    page.show();
    CHECK(page.engine.painted() == list);
}

TEST_CASE("a host that has no width yet does no harm") {
    for (const float width : {0.f, 1.f, 30.f}) {
        Page page;
        page.engine.paint();
        finder_set_viewport(page.engine.self, width, 16, 1);
        page.show();
        CHECK(page.last["height"].get<double>() > 0);
        finder_tile_hash(page.engine.self, 0, 512);
        finder_set_viewport(page.engine.self, 1280, 16, 1);
        page.show();
        CHECK(Audit(page, 1280).complaints(24).empty());
    }
}

TEST_CASE("after a lost context the same tiles are painted again") {
    Page page;
    page.engine.paint();
    page.show();
    for (int round = 0; round < 3; ++round) {
        const std::uint32_t hash = finder_tile_hash(page.engine.self, 0, 512);
        finder_paint_tile(page.engine.self, 0, 512);
        finder_paint_tile(page.engine.self, 1024, 512);
        CHECK(finder_restart_painting(page.engine.self) == 1);
        CHECK(finder_tile_hash(page.engine.self, 0, 512) == hash);
    }
}

}  // namespace
