#include "ui/layout.hpp"

#include "ui/arrange.hpp"
#include "ui/decorate.hpp"
#include "ui/theme.hpp"

#include <algorithm>

namespace finder::ui {

namespace {

using view::Role;

bool is_area(Role role) { return role == Role::crisis || role == Role::header || role == Role::filters || role == Role::main || role == Role::footer; }

// The parts of the page, one under the other: their grounds reach from edge to edge, their contents keep the margins.
float place_bands(const view::View& view, const Viewport& viewport, Arranger& arranger, std::vector<Box>& boxes) {
    const float width = viewport.nominal_width(), margin = viewport.narrow() ? narrow_margin : wide_margin;
    const float side = std::max(0.f, (width - page_width) / 2) + margin;
    float at = 0;
    for (std::uint32_t i = 1; i < view.nodes.size(); i = view.nodes[i].end) {
        if (view.nodes[i].role == Role::sheet) ++i;   // as wide as the screen itself: its parts are the page's
        if (at > 0) at += arranger.look(i).margin_top;
        const float height = arranger.place(i, side, at, width - 2 * side);
        boxes[i].rect = {0, at, width, height};
        at += height;
    }
    return at;
}

}  // namespace

bool can_paint(const view::View& view) {
    return std::all_of(view.nodes.begin(), view.nodes.end(), [](const view::Node& node) { return can_draw(node.text); });
}

Layout lay_out(const view::View& view, const Viewport& viewport) {
    Layout layout;
    layout.viewport = viewport;
    layout.boxes.resize(view.nodes.size());
    Arranger arranger(view, viewport, layout.boxes);
    layout.height = place_bands(view, viewport, arranger, layout.boxes);
    layout.boxes[0].rect = {0, 0, viewport.nominal_width(), layout.height};
    if (view.nodes.size() > 1 && view.nodes[1].role == Role::sheet) {
        layout.boxes[1].rect = layout.boxes[0].rect;
        layout.boxes[1].placed = true;
    }
    for (std::uint32_t i = 1; i < view.nodes.size(); ++i)
        if (is_area(view.nodes[i].role)) layout.areas.push_back({i, layout.boxes[i].rect});
    decorate(view, layout);
    return layout;
}

}  // namespace finder::ui
