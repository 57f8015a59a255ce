// The interface as ImGui has it: pointer, several at once. Real frames, run headless.
#include "test_ui_support.hpp"

namespace {

using namespace finder;
using namespace finder::ui;
using namespace finder::ui::test;

// --- The pointer

TEST_CASE("the pointer finds exactly the control under it") {
    for (const float dpr : {1.f, 1.25f, 3.f}) {
        CAPTURE(dpr);
        Screen screen(viewport(dpr, 1280));
        const auto controls = screen.controls();
        REQUIRE(controls.size() > 30);
        std::uint32_t seed = 12345;
        const auto random = [&seed] { return static_cast<float>((seed = seed * 1664525u + 1013904223u) >> 8) / 16777216.f; };
        const auto expect = [&](float x, float y) {
            view::Key found = 0;   // ImGui sees whole device px
            for (const auto& [node, box] : controls)
                if (box.Contains({std::floor(x * dpr), std::floor(y * dpr)})) found = screen.shown->nodes[node].key;
            screen.interface.point(x, y, false);
            CHECK(screen.interface.hovered() == found);
            CHECK(screen.interface.held() == 0);
        };
        for (int i = 0; i < 400; ++i) expect(random() * 1280, random() * screen.css_height());
        for (const auto& [node, box] : controls) {   // corners, within and just outside
            expect((box.Min.x + 0.5f) / dpr, (box.Min.y + 0.5f) / dpr);
            expect((box.Max.x - 0.5f) / dpr, (box.Max.y - 0.5f) / dpr);
            expect((box.Max.x + 0.5f) / dpr, (box.Min.y + 0.5f) / dpr);
            expect((box.Min.x + 0.5f) / dpr, (box.Max.y + 0.5f) / dpr);
        }
    }
}

TEST_CASE("pressing holds the control under the pointer until the button is up, also right after a layout") {
    for (const float dpr : {1.f, 1.25f, 3.f}) {
        Screen screen(viewport(dpr));
        for (const auto& [node, box] : screen.controls()) {
            const ImVec2 at = box.GetCenter();
            screen.interface.show(page(12), viewport(dpr));   // another view: ImGui's windows are of the old one
            screen.interface.point(at.x / dpr, at.y / dpr, true);
            CHECK(screen.interface.held() == screen.shown->nodes[node].key);
            screen.interface.point(at.x / dpr, at.y / dpr, false);
            CHECK(screen.interface.held() == 0);
            CHECK(screen.interface.hovered() == screen.shown->nodes[node].key);
        }
    }
}

TEST_CASE("painting any strip leaves the pointer's state alone") {
    Screen screen(viewport(1));
    for (const auto& [node, box] : screen.controls()) {
        const ImVec2 at = box.GetCenter();
        screen.interface.point(at.x, at.y, false);
        screen.painted(0, 512);
        screen.painted(screen.css_height() - 300, 512);
        CHECK_FALSE(screen.interface.point(at.x, at.y, false));
        CHECK(screen.interface.hovered() == screen.shown->nodes[node].key);
    }
}

TEST_CASE("when the page moves under a resting pointer, what is under it is hovered") {
    Screen screen(viewport(1), 12);
    const auto controls = screen.controls();
    const ImVec2 at = controls.back().second.GetCenter();
    screen.interface.point(at.x, at.y, false);
    CHECK(screen.interface.hovered() == screen.shown->nodes[controls.back().first].key);
    screen.interface.show(page(1), viewport(1));   // the list is shorter now
    CHECK(screen.interface.hovered() == 0);
    screen.interface.show(screen.shown, viewport(1));
    CHECK(screen.interface.hovered() == screen.shown->nodes[controls.back().first].key);
}

// --- Company

TEST_CASE("two interfaces side by side do not disturb each other") {
    Screen alone(viewport(1)), left(viewport(1)), right(viewport(3, 640), 5);
    const auto upper = [](Screen& screen) { return triangles_within(*screen.painted(0, 512), 0, 1e6f); };
    const auto expected = upper(alone);
    right.painted(512, 512);
    right.interface.point(20, 20, true);
    CHECK(upper(left).size() == expected.size());
    CHECK(left.interface.held() == 0);
    right.interface.show(page(2), viewport(2, 400));
    for (float top = 0; top < 1024; top += 256) {
        left.painted(top, 256);
        right.painted(top, 256);
    }
    CHECK(left.interface.tile_hash(0, 512) == alone.interface.tile_hash(0, 512));
    CHECK(left.interface.layout().boxes.back().rect == alone.interface.layout().boxes.back().rect);
}

TEST_CASE("a context of the host's own stays the current one") {
    ImGuiContext* host = ImGui::CreateContext();
    ImGui::SetCurrentContext(host);
    {
        Screen screen(viewport(1), 1);
        screen.painted(0, 512);
        screen.interface.point(1, 1, false);
        CHECK(ImGui::GetCurrentContext() == host);
    }
    CHECK(ImGui::GetCurrentContext() == host);
    ImGui::DestroyContext(host);
}

TEST_CASE("looking at a long page is one frame that draws nothing, with a window an area and not one a control") {
    Screen screen(viewport(3), 330);   // about 1,000 controls
    REQUIRE(screen.controls().size() > 900);
    screen.interface.point(1, 1, false);
    const ImGuiContext& context = *screen.interface.context();
    const int frames = context.FrameCount;
    constexpr int times = 50;
    for (int i = 0; i < times; ++i) screen.interface.point(static_cast<float>(i), 100, false);
    CHECK(context.FrameCount - frames == times);
    int vertices = 0;
    for (const ImGuiWindow* window : context.Windows)
        if (window->Active) vertices += window->DrawList->VtxBuffer.Size;
    CHECK(vertices == 0);
    CHECK(context.WindowsActiveCount <= static_cast<int>(screen.interface.layout().areas.size()) + 2);   // and the page, and ImGui's own
}

TEST_CASE("showing the same page again is no frame at all") {
    Screen screen(viewport(3), 12);
    screen.interface.point(300, 300, false);
    const ImGuiContext& context = *screen.interface.context();
    const int frames = context.FrameCount;
    for (int i = 0; i < 10; ++i) {
        screen.interface.show(screen.shown, viewport(3));
        screen.interface.tile_hash(0, 512);
    }
    CHECK(context.FrameCount == frames);
}

}  // namespace
