// A page like ours, laid out and painted headless.
#pragma once
#include "app/glyphs.hpp"
#include "app/renderer.hpp"
#include "imgui_internal.h"
#include "ui/interface.hpp"
#include "view/builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace finder::ui::test {

using view::Role;

inline void add_option(view::Builder& b, const std::string& name) {
    const auto option = b.open(Role::option, name);
    b.leaf(Role::checkbox, "").checked = name.size() % 2 == 0;
    b.leaf(Role::option_name, name, "name");
    b.leaf(Role::option_count, std::to_string(name.size()));
}

inline void add_card(view::Builder& b, const std::string& name) {
    const auto card = b.open(Role::card, name);
    {
        const auto title = b.open(Role::card_title);
        b.leaf(Role::card_link, name).href = "#program";
    }
    b.leaf(Role::card_facts, "San Mateo · Ages 12–17 · 9 to 12 hours a week · Monday to Friday, 3:30–6:30 pm, and a line more");
    {
        const auto marks = b.open(Role::marks);
        b.leaf(Role::mark_offered, "Trauma");
        b.leaf(Role::mark_not_offered, "Eating disorders");
        b.leaf(Role::mark_ask, "Medi-Cal");
    }
    const auto actions = b.open(Role::actions);
    b.leaf(Role::call, "Call 650-579-0350").href = "tel:6505790350";
    b.leaf(Role::button_link, "Website", "site").href = "https://example.org/";
}

inline std::shared_ptr<view::View> page(int cards, const std::string& first = "Edgewood") {
    view::Builder b;
    {
        const auto bar = b.open(Role::crisis);
        b.leaf(Role::crisis_text, "Need help now?");
        b.leaf(Role::crisis_link, "Call 988").href = "tel:988";
        b.leaf(Role::leave, "Leave this page").href = "https://example.org/";
    }
    {
        const auto header = b.open(Role::header);
        b.leaf(Role::title, "Find a program");
        const auto search = b.open(Role::search);
        const auto field = b.open(Role::field);
        b.leaf(Role::field_name, "Search");
        b.leaf(Role::text_input, "").hint = "Name, place or need";
    }
    {
        const auto body = b.open(Role::body);
        {
            const auto filters = b.open(Role::filters);
            b.leaf(Role::filters_title, "Filters");
            const auto facet = b.open(Role::facet);
            b.leaf(Role::facet_legend, "Groups");
            for (const char* name : {"Trauma", "Anxiety", "Depression", "Substance use"}) add_option(b, name);
        }
        const auto main = b.open(Role::main);
        {
            const auto summary = b.open(Role::summary);
            b.leaf(Role::count, std::to_string(cards) + " programs");
            b.leaf(Role::chip, "Trauma");
            b.leaf(Role::text_button, "Clear all");
        }
        const auto list = b.open(Role::cards);
        add_card(b, first);
        for (int i = 1; i < cards; ++i) add_card(b, "Program " + std::to_string(i));
    }
    auto result = std::make_shared<view::View>();
    result->nodes = b.take();
    return result;
}

inline Viewport viewport(float scale, float width = 1280, float rem = 16) { return {width, rem, scale}; }

class Screen {
public:
    explicit Screen(const Viewport& viewport, int cards = 12) : Screen(viewport, page(cards)) {}
    Screen(const Viewport& viewport, std::shared_ptr<view::View> view) : shown(std::move(view)) { interface.show(shown, viewport); }

    // Twice, because letters that come in while painting may move the rest in the atlas.
    ImDrawData* painted(float top, float height) {
        for (int time = 0; time < 2; ++time) triangles = renderer->draw(*interface.paint(top, height), interface.layout().ground);
        return interface.paint(top, height);
    }
    // Nodes that are controls, with their place in device px.
    std::vector<std::pair<std::uint32_t, ImRect>> controls() const {
        std::vector<std::pair<std::uint32_t, ImRect>> all;
        const float d = interface.layout().viewport.density();
        const auto snap = [d](float v) { return std::floor(v * d + 0.5f); };
        for (std::uint32_t i = 1; i < shown->nodes.size(); ++i) {
            const Box& box = interface.layout().boxes[i];
            const Rect& r = box.rect;
            if (box.placed && is_control(shown->nodes[i].role)) all.emplace_back(i, ImRect(snap(r.x), snap(r.y), snap(r.x + r.w), snap(r.y + r.h)));
        }
        return all;
    }
    float css_height() const { return interface.layout().height * interface.layout().viewport.unit(); }

    std::shared_ptr<view::View> shown;
    Interface interface{app::glyph_source()};
    std::unique_ptr<app::Renderer> renderer = app::Renderer::make();
    int triangles = 0;
};

// A triangle as it will be seen; those that differ by the place in the lists only are equal.
using Triangle = std::array<float, 15>;

inline std::vector<Triangle> triangles_within(const ImDrawData& data, float top, float bottom) {
    std::vector<Triangle> found;
    for (const ImDrawList* list : data.CmdLists) {
        for (int i = 0; i + 2 < list->IdxBuffer.Size; i += 3) {
            Triangle triangle{};
            float lowest = FLT_MAX, highest = -FLT_MAX;
            for (int corner = 0; corner < 3; ++corner) {
                const ImDrawVert& v = list->VtxBuffer[static_cast<int>(list->IdxBuffer[i + corner])];
                const float numbers[] = {v.pos.x, v.pos.y, v.uv.x, v.uv.y, static_cast<float>(v.col)};
                std::copy(std::begin(numbers), std::end(numbers), triangle.begin() + corner * 5);
                lowest = std::min(lowest, v.pos.y);
                highest = std::max(highest, v.pos.y);
            }
            if (lowest < bottom && highest > top) found.push_back(triangle);
        }
    }
    return found;
}

}  // namespace finder::ui::test
