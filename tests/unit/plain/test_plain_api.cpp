// The program that is linked without a painter: as the one for browsers without WebAssembly, it knows no Dear ImGui and
// answers in every other way as the painting one does.
#include "test_app_support.hpp"
#include "test_architecture_support.hpp"

#include <deque>
#include <set>

namespace {

using namespace finder_app_test;
namespace fs = std::filesystem;

// --- Nothing can be painted

TEST_CASE("without a painter, painting cannot be started, and nobody is told that it could") {
    Page page;
    CHECK(finder_start_painting(page.engine.self) == 0);
    CHECK(finder_restart_painting(page.engine.self) == 0);
    CHECK(page.last["paintable"] == 0);
}

TEST_CASE("without a painter, what belongs to painting does nothing, and updates carry no geometry") {
    Page page;
    finder_start_painting(page.engine.self);
    finder_set_painted(page.engine.self, 1);
    finder_send_all(page.engine.self);
    page.show();
    CHECK(page.last["height"] == 0);
    CHECK(page.last["nodes"].size() > 500);
    for (const json& node : page.last["nodes"]) CHECK_FALSE((node.contains("rect") || node.contains("type") || node.contains("lines")));
    CHECK(finder_tile_hash(page.engine.self, 0, 512) == 0);
    CHECK(finder_point(page.engine.self, 100, 100, 1) == 0);
    finder_paint_tile(page.engine.self, 0, 512);
    CHECK(page.engine.painted() == json{{"texts", json::array()}, {"controls", json::array()}});
    CHECK(page.show()["nodes"].empty());
}

// --- Everything else is there

TEST_CASE("without a painter, filters, search, programs and links work") {
    Page page;
    finder_set_whole(page.engine.self, 1);   // every program, not a page of them
    page.show();
    const std::size_t all = page.twin.all("card").size();
    page.press(page.twin.checkbox("Trauma"));
    const std::size_t some = page.twin.all("card").size();
    CHECK(some < all);
    CHECK(some > 0);
    CHECK(page.last["fragment"] == "groups=trauma");
    CHECK(page.last["announcement"] == page.twin.text(page.twin.first("count")));
    page.type("center");
    CHECK(page.twin.all("card").size() < some);
    page.press(page.twin.all("card_link").at(0));
    CHECK(page.last["heading"] != 0);
    CHECK_FALSE(page.twin.all("contact").empty());
    page.go("groups=trauma");
    CHECK(page.twin.all("card").size() == some);
}

TEST_CASE("without a painter, a narrow page has its filter sheet, as measured") {
    Page page(390);
    CHECK(page.twin.all("filters").empty());
    page.press(page.twin.first("filters_button"));
    CHECK_FALSE(page.twin.all("filters").empty());
    CHECK(finder_escape(page.engine.self) == 1);
}

// --- What it is made of

// The files that are compiled for it, as CMakeLists.txt chooses them.
std::vector<fs::path> sources() {
    static const std::set<std::string> painting = {"painter_imgui.cpp", "renderer_webgl.cpp", "renderer_null.cpp", "glyphs_browser.cpp", "glyphs_null.cpp"};
    std::vector<fs::path> found;
    for (const char* layer : {"finder", "view", "app"})
        for (const auto& entry : fs::directory_iterator(finder_architecture_test::source_dir() / "src" / layer))
            if (entry.path().extension() == ".cpp" && !painting.contains(entry.path().filename().string())) found.push_back(entry.path());
    return found;
}

// Every file that `from` pulls in, directly or not, by its path from src/; others by their name.
std::set<std::string> pulled_in(std::deque<fs::path> from) {
    std::set<std::string> seen;
    const fs::path root = finder_architecture_test::source_dir() / "src";
    for (; !from.empty(); from.pop_front()) {
        std::istringstream lines(finder_architecture_test::read_file(from.front()));
        for (std::string line; std::getline(lines, line);) {
            const std::size_t open = line.find('"'), close = line.find('"', open + 1);
            if (!line.starts_with("#include \"") || close == line.npos) continue;
            const std::string name = line.substr(open + 1, close - open - 1);
            if (seen.insert(name).second && fs::exists(root / name)) from.push_back(root / name);
        }
    }
    return seen;
}

TEST_CASE("nothing that the program without a painter is made of includes Dear ImGui, and of ui/ only rectangles") {
    const std::vector<fs::path> all = sources();
    CHECK(all.size() > 30);
    const std::set<std::string> names = pulled_in({all.begin(), all.end()});
    CHECK(names.contains("app/painter.hpp"));
    for (const std::string& name : names) {
        CAPTURE(name);
        CHECK(name.find("imgui") == std::string::npos);
        if (name.starts_with("ui/")) CHECK(name == "ui/geometry.hpp");
    }
    const std::set<std::string> painter = pulled_in({finder_architecture_test::source_dir() / "src/app/painter_imgui.cpp"});
    CHECK(painter.contains("imgui.h"));   // the search finds it where it is
}

}  // namespace
