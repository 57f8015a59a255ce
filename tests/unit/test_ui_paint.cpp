// What is painted, and when it counts as changed: real ImGui frames, the letters of glyphs_null.cpp, the null renderer.
#include "test_ui_support.hpp"

namespace {

using namespace finder;
using namespace finder::ui;
using namespace finder::ui::test;

TEST_CASE("two neighbouring strips show what one tall strip shows") {
    for (const float dpr : {1.f, 1.25f, 2.f}) {
        CAPTURE(dpr);
        Screen screen(viewport(dpr));
        constexpr float tile = 512;
        for (float top = 0; top + 2 * tile < screen.css_height(); top += tile) {
            screen.painted(top, 2 * tile);   // all letters are in the atlas now
            const float from = top * dpr, middle = (top + tile) * dpr, to = (top + 2 * tile) * dpr;
            const auto upper = triangles_within(*screen.painted(top, tile), from, middle);
            const auto lower = triangles_within(*screen.painted(top + tile, tile), middle, to);
            const ImDrawData* tall = screen.painted(top, 2 * tile);
            CHECK(upper == triangles_within(*tall, from, middle));
            CHECK(lower == triangles_within(*tall, middle, to));
            CHECK(upper.size() > 10);
        }
    }
}

TEST_CASE("a strip is a viewport on the document and is clipped to it") {
    Screen screen(viewport(1.25f));
    const ImDrawData* data = screen.painted(512, 512);
    CHECK(data->DisplayPos.x == 0);
    CHECK(data->DisplayPos.y == 640);
    CHECK(data->DisplaySize.x == 1600);
    CHECK(data->DisplaySize.y == 640);
    for (const ImDrawList* list : data->CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            CHECK(command.ClipRect.y == 640);
            CHECK(command.ClipRect.w == 1280);
        }
}

TEST_CASE("no item leaves ink outside its span, so a strip lacks nothing that hangs into it") {
    Screen screen(viewport(1), 1);
    for (const Shape shape : {Shape::fill, Shape::border, Shape::shadow, Shape::rule, Shape::tick, Shape::cross, Shape::magnifier, Shape::text, Shape::sign}) {
        for (const float density : {0.5f, 1.f, 1.25f, 3.f}) {
            CAPTURE(static_cast<int>(shape));
            CAPTURE(density);
            ImGui::SetCurrentContext(screen.interface.context());
            set_density(density);
            ImGui::NewFrame();
            ImDrawList* list = ImGui::GetForegroundDrawList();
            const int before = list->VtxBuffer.Size;
            const PaintItem item{shape, When::always, IM_COL32_BLACK, {30, 40.3f, 22, shape == Shape::rule ? 1.f : 22.f}, 11, 2, 1, {}, "?"};
            draw(list, item, density);
            CHECK(list->VtxBuffer.Size > before);
            const Span span = span_of(item);
            for (int v = before; v < list->VtxBuffer.Size; ++v) {
                CHECK(list->VtxBuffer[v].pos.y >= span.top * density);
                CHECK(list->VtxBuffer[v].pos.y <= span.bottom * density);
            }
            ImGui::EndFrame();
            ImGui::SetCurrentContext(nullptr);
        }
    }
}

TEST_CASE("the null renderer accepts every frame, at any scale") {
    for (const float dpr : {0.5f, 1.f, 1.1f, 1.25f, 3.f, 12.f}) {
        CAPTURE(dpr);
        Screen screen(viewport(dpr, 640), 3);
        for (float top = 0; top < screen.css_height(); top += 512) {
            screen.painted(top, 512);
            CHECK(screen.triangles > 0);
        }
    }
}

TEST_CASE("past its end the page has ground, and without a view nothing is painted") {
    Screen screen(viewport(1), 1);
    screen.painted(std::ceil(screen.css_height()) + 100, 512);
    CHECK(screen.triangles == 0);
    CHECK(screen.interface.layout().ground == palette_of(screen.shown->theme)[Colour::ground]);
    Interface empty(app::glyph_source());
    CHECK(empty.paint(0, 512) == nullptr);
    CHECK_FALSE(empty.point(5, 5, true));
}

TEST_CASE("after a lost context everything is uploaded anew") {
    Screen screen(viewport(1));
    screen.painted(0, 512);
    const int before = screen.triangles;
    screen.renderer = app::Renderer::make();
    screen.interface.forget_textures();
    screen.interface.show(screen.shown, viewport(2));   // a layout in between, as a resize would cause
    screen.interface.show(screen.shown, viewport(1));
    screen.painted(0, 512);
    CHECK(screen.triangles == before);
}

// --- What is rasterised

int rasterised = 0;

GlyphSource counting_source() {
    GlyphSource source = app::glyph_source();
    source.rasterise = [](std::uint32_t code_point, float px, int weight, bool on_dark, int phases, GlyphBox& box, unsigned char* coverage, int capacity) {
        ++rasterised;
        return app::glyph_source().rasterise(code_point, px, weight, on_dark, phases, box, coverage, capacity);
    };
    return source;
}

// Letters of a size that only some strips have were thrown away by the strips between, and made anew with every picture.
TEST_CASE("letters that were drawn once are not drawn again at the same scale") {
    const GlyphSource source = counting_source();
    for (const float dpr : {1.f, 2.f, 3.f}) {
        CAPTURE(dpr);
        Interface interface(source);
        const auto renderer = app::Renderer::make();
        const auto paint_all = [&](const std::shared_ptr<view::View>& view) {
            const Layout& layout = interface.show(view, viewport(dpr));
            rasterised = 0;
            for (float top = 0; top < layout.height * layout.viewport.unit(); top += 128) renderer->draw(*interface.paint(top, 128), layout.ground);
            return rasterised;
        };
        // The second page has letters of its own, as another page of the list has.
        const auto first = page(12), second = page(12, "\u0100\u0101\u0102\u0103\u0104\u0105\u0106\u0107\u0108\u0109\u010a\u010b\u010c\u010d\u010e\u010f");
        CHECK(paint_all(first) > 100);
        CHECK(paint_all(second) > 0);
        CHECK(paint_all(first) == 0);
        CHECK(paint_all(second) == 0);
    }
}

// --- What has changed

TEST_CASE("a strip's hash changes with what is in it, and with nothing else") {
    const Viewport same = viewport(1);
    Screen screen(same);
    constexpr float tile = 512;
    std::vector<std::uint64_t> before;
    for (float top = 0; top < screen.css_height(); top += tile) before.push_back(screen.interface.tile_hash(top, tile));

    Span changed;
    for (const PaintItem& item : screen.interface.layout().items)
        if (item.text == "Edgewood") changed = span_of(item);
    REQUIRE(changed.bottom > changed.top);
    screen.interface.show(page(12, "Edgewooe"), same);   // as wide as the other in these letters, so nothing moves
    for (std::size_t i = 0; i < before.size(); ++i) {
        const float top = static_cast<float>(i) * tile;
        CAPTURE(top);
        CHECK((screen.interface.tile_hash(top, tile) != before[i]) == changed.meets({top, top + tile}));
    }
    screen.interface.show(page(12), same);
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(screen.interface.tile_hash(static_cast<float>(i) * tile, tile) == before[i]);
}

TEST_CASE("every part of an item's look is in the hash") {
    PaintItem item{Shape::text, When::always, IM_COL32_BLACK, {1, 2, 3, 4}, 5, 6, 7, {}, "a"};
    const std::uint64_t plain = mix_hash(0, item);
    const auto differs = [&](auto change) {
        PaintItem other = item;
        change(other);
        return mix_hash(0, other) != plain;
    };
    CHECK(differs([](PaintItem& i) { i.shape = Shape::sign; }));
    CHECK(differs([](PaintItem& i) { i.colour = IM_COL32_WHITE; }));
    CHECK(differs([](PaintItem& i) { i.rect.x += 0.01f; }));
    CHECK(differs([](PaintItem& i) { i.rect.h += 1; }));
    CHECK(differs([](PaintItem& i) { i.radius = 0; }));
    CHECK(differs([](PaintItem& i) { i.thickness = 0; }));
    CHECK(differs([](PaintItem& i) { i.style.face = Face::semibold; }));
    CHECK(differs([](PaintItem& i) { i.style.size = 15; }));
    CHECK(differs([](PaintItem& i) { i.text = "b"; }));
    CHECK_FALSE(differs([](PaintItem& i) { i.node = 9; }));
}

TEST_CASE("the hash of a strip follows hovering and holding there, and only there") {
    Screen screen(viewport(1));
    const auto controls = screen.controls();
    const auto option = std::find_if(controls.begin(), controls.end(), [&](const auto& c) { return screen.shown->nodes[c.first].role == Role::option; });
    REQUIRE(option != controls.end());
    const ImVec2 at = option->second.GetCenter();
    const float top = std::floor(at.y / 512) * 512, far = top + 1536;
    const std::uint64_t rest = screen.interface.tile_hash(top, 512), elsewhere = screen.interface.tile_hash(far, 512);
    CHECK(screen.interface.point(at.x, at.y, false));
    const std::uint64_t hovered = screen.interface.tile_hash(top, 512);
    CHECK(hovered != rest);
    CHECK(screen.interface.point(at.x, at.y, true));
    CHECK(screen.interface.held() == screen.shown->nodes[option->first].key);
    CHECK_FALSE(screen.interface.point(at.x + 1, at.y, true));
    CHECK(screen.interface.tile_hash(far, 512) == elsewhere);
    CHECK(screen.interface.point(-1, -1, false));
    CHECK(screen.interface.tile_hash(top, 512) == rest);
}

}  // namespace
