#include "ui/decorate.hpp"

#include "ui/metrics.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace finder::ui {

namespace {

using view::Role;

class Decorator {
public:
    Decorator(const view::View& view, Layout& layout) : view_(view), layout_(layout), palette_(palette_of(view.theme)) {}

    void all() {
        layout_.ground = palette_[Colour::ground];
        for (node_ = 1; node_ < view_.nodes.size(); ++node_) one();
    }

private:
    const view::Node& node() const { return view_.nodes[node_]; }
    const Box& box() const { return layout_.boxes[node_]; }

    PaintItem& add(Shape shape, const Rect& rect, Colour colour, float radius = 0, float thickness = 0) {
        PaintItem& item = layout_.items.emplace_back();
        item.shape = shape;
        item.rect = rect;
        item.colour = palette_[colour];
        item.radius = radius;
        item.thickness = thickness;
        item.node = node_;
        return item;
    }

    void one() {
        Look look = look_of(node().role, layout_.viewport.narrow());
        if (look.flow == Flow::hidden || look.flow == Flow::fixed) return;
        if (node().pressed == true) {
            look.colour = look.edge = Colour::accent;
            look.ground = Colour::soft;
        }
        add_box(look);
        add_sign();
        if (box().placed) add_lines(look);
    }

    void add_box(const Look& look) {
        const Rect& r = box().rect;
        if (look.shadow && palette_.shadows) add(Shape::shadow, r, Colour::ink, look.radius);
        if (look.ground != Colour::none) add(Shape::fill, r, look.ground, look.radius);
        if (look.hover_ground != Colour::none) add(Shape::fill, r, look.hover_ground, look.radius).when = When::hovered;
        if (look.held_ground != Colour::none) add(Shape::fill, r, look.held_ground, look.radius).when = When::held;
        if (look.edge_width > 0) add(Shape::border, r, look.edge, look.radius, look.edge_width);
        if (look.rule_above) add(Shape::rule, r, Colour::line, 0, 1);
    }

    void add_sign() {
        const Rect& r = box().rect;
        switch (node().role) {
            case Role::checkbox: return add_check_box(r);
            case Role::radio: return add_radio(r);
            case Role::field: add(Shape::magnifier, {r.x + box_edge() + field_pad, r.y + (r.h - magnifier) / 2, magnifier, magnifier}, Colour::quiet); return;
            case Role::chip: add_chip_cross(r); return;
            case Role::bullet: add(Shape::fill, {r.x + 4, r.y + 9.5f, bullet_dot, bullet_dot}, Colour::quiet, bullet_dot / 2); return;
            case Role::mark_offered: add(Shape::tick, add_disc(Colour::soft), Colour::accent, 0, 2); return;
            case Role::mark_not_offered: add(Shape::cross, add_disc(Colour::line), Colour::ink, 0, 2); return;
            case Role::mark_ask: add_question(add_disc(Colour::warn_soft)); return;
            default: return;
        }
    }

    float box_edge() const { return layout_.viewport.border(look_of(node().role, layout_.viewport.narrow()).edge_width); }

    void add_check_box(const Rect& r) {
        const bool checked = node().checked == true;
        add_check_box(r, checked, When::standing);
        add_check_box(r, !checked, When::toggled);
    }

    void add_check_box(const Rect& r, bool checked, When when) {
        add(Shape::fill, r, checked ? Colour::accent : Colour::card, 6).when = when;
        add(Shape::border, r, checked ? Colour::accent : Colour::line_strong, 6, 2).when = when;
        if (checked) add(Shape::tick, r, Colour::on_accent, 0, 2.5f).when = when;
    }

    void add_radio(const Rect& r) {
        const bool checked = node().checked == true;
        add(Shape::fill, r, Colour::card, check_box / 2);
        add(Shape::border, r, checked ? Colour::accent : Colour::line_strong, check_box / 2, 2);
        if (checked) add(Shape::fill, {r.x + radio_ring, r.y + radio_ring, r.w - 2 * radio_ring, r.h - 2 * radio_ring}, Colour::accent, check_box / 2 - radio_ring);
    }

    void add_chip_cross(const Rect& r) {
        const float pad = look_of(Role::chip, layout_.viewport.narrow()).pad_x;
        add(Shape::cross, {r.x + r.w - pad - chip_cross - 4, r.y + r.h / 2 - disc / 2, disc, disc}, Colour::accent, 0, 2);
    }

    Rect add_disc(Colour colour) {
        const float line = look_of(node().role, layout_.viewport.narrow()).text.line;
        const Rect r{box().rect.x, box().rect.y + (line - disc) / 2, disc, disc};
        add(Shape::fill, r, colour, disc / 2);
        return r;
    }

    void add_question(const Rect& r) {
        const TextStyle style{Face::semibold, 13, 18.85f};
        const float width = text_width(style, "?");
        PaintItem& item = add(Shape::sign, {r.x + (r.w - width) / 2, r.y + (r.h - style.line) / 2, width, style.line}, Colour::warn);
        item.style = style;
        if (is_light(item.colour)) item.style.face = on_dark(style.face);
        item.text = "?";
    }

    void add_lines(const Look& look) {
        float y = box().rect.y + box().text_y;
        for (const Line& line : box().lines) {
            const Rect r{box().rect.x + box().text_x, y, line.width, look.text.line};
            PaintItem& item = add(Shape::text, r, look.colour);
            item.style = look.text;
            if (is_light(item.colour)) item.style.face = on_dark(look.text.face);
            item.text = line.text.substr(0, line.text.find_last_not_of(' ') + 1);
            const float under = y + baseline(look.text) + underline_offset;
            if (look.underlined || look.hover_underlined)
                add(Shape::rule, {r.x, under, r.w, 1}, look.colour, 0, 1).when = look.underlined ? When::always : When::hovered;
            y += look.text.line;
        }
    }

    const view::View& view_;
    Layout& layout_;
    const Palette& palette_;
    std::uint32_t node_ = 0;
};

}  // namespace

void decorate(const view::View& view, Layout& layout) { Decorator(view, layout).all(); }

}  // namespace finder::ui
