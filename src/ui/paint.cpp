#include "ui/paint.hpp"

#include "imgui_internal.h"

#include <cmath>
#include <initializer_list>
#include <span>
#include <vector>

namespace finder::ui {

namespace {

// How far ink may hang out of the rectangle: two accents on a capital, a shadow; else anti-aliasing and snapping.
float bleed(const PaintItem& item) {
    switch (item.shape) {
        case Shape::text:
        case Shape::sign: return item.style.size / 2;
        case Shape::shadow: return 14;
        default: return 4;   // two device px at 50 % zoom
    }
}

struct Brush {
    ImDrawList* list;
    float density;

    // Edges are snapped to device pixels, or hairlines and fills blur.
    float snap(float v) const { return std::floor(v * density + 0.5f); }
    float whole(float v) const { return std::fmax(1.f, std::floor(v * density)); }   // as CSS floors borders
    ImVec2 min(const Rect& r) const { return {snap(r.x), snap(r.y)}; }
    ImVec2 max(const Rect& r) const { return {snap(r.x + r.w), snap(r.y + r.h)}; }

    // PathRect keeps its corners a pixel smaller than half the side, which shows in discs and pills.
    void outline(ImVec2 a, ImVec2 b, float radius) const {
        const float half = (b.y - a.y) / 2, middle = a.y + half, length = b.x - a.x - 2 * half;
        if (radius < half - 1 || length < -0.5f) return list->PathRect(a, b, radius);
        if (length < 0.5f) {
            list->PathArcTo({a.x + half, middle}, half, 0, 2 * IM_PI);
            return list->_Path.pop_back();   // the first point once more, whose edge would have no direction
        }
        list->PathArcTo({b.x - half, middle}, half, -IM_PI / 2, IM_PI / 2);
        list->PathArcTo({a.x + half, middle}, half, IM_PI / 2, IM_PI * 1.5f);
    }

    void fill(const PaintItem& i) const {
        if (i.radius <= 0) return list->AddRectFilled(min(i.rect), max(i.rect), i.colour);
        outline(min(i.rect), max(i.rect), i.radius * density);
        list->PathFillConvex(i.colour);
    }

    // One thickness wherever it falls: snapping both edges would give 1 or 2 px by luck.
    void rule(const PaintItem& i) const {
        const ImVec2 a = min(i.rect);
        list->AddRectFilled(a, {snap(i.rect.x + i.rect.w), a.y + whole(i.thickness)}, i.colour);
    }

    void border(const PaintItem& i) const {   // inside the rectangle, as CSS draws it
        const float thick = whole(i.thickness), in = thick / 2;
        const ImVec2 a = min(i.rect), b = max(i.rect);
        // AddRect shifts its path by half a pixel; a path of our own does not.
        outline({a.x + in, a.y + in}, {b.x - in, b.y - in}, std::fmax(0.f, i.radius * density - in));
        list->PathStroke(i.colour, ImDrawFlags_Closed, thick);
    }

    // css: 0 1px 2px 6 %, 0 2px 10px 4 %. ImDrawList has no blur. Each shadow is a band around the card whose opacity the
    // graphics card mixes between outlines: these stand where CSS's is so many of 255, the only steps that a vertex has.
    void shadow(const PaintItem& i) const {
        static constexpr Outline wide[] = {{11, 0}, {6.5f, 1}, {4.3f, 2}, {2.7f, 3}, {1.4f, 4}, {.1f, 5}, {-1.1f, 6}, {-3.9f, 8}};
        static constexpr Outline tight[] = {{2.2f, 0}, {1.5f, 1}, {.86f, 3}, {.45f, 5}, {.1f, 7}, {-.22f, 9}, {-.55f, 11}, {-1.05f, 13}, {-2.2f, 15}};
        band(i, wide, 2);
        band(i, tight, 1);
    }

    struct Outline { float grow; unsigned opacity; };   // nominal px beyond the rectangle; of 255

    // The same number of points on each outline, so that each can be joined with the next one.
    void band(const PaintItem& i, std::span<const Outline> outlines, float drop) const {
        const ImVec2 a = min(i.rect), b = max(i.rect);
        std::vector<ImVec2> points;
        for (const Outline& outline : outlines) {
            const float g = outline.grow * density, d = drop * density;
            add_round_outline(points, {a.x - g, a.y - g + d}, {b.x + g, b.y + g + d}, std::fmax(0.f, i.radius * density + g));
        }
        const std::size_t count = points.size() / outlines.size();
        list->PrimReserve(static_cast<int>((outlines.size() - 1) * count * 6), static_cast<int>(points.size()));
        const unsigned first = list->_VtxCurrentIdx;
        for (std::size_t o = 0; o + 1 < outlines.size(); ++o) {
            for (std::size_t p = 0; p < count; ++p) {
                const std::size_t next = (p + 1) % count, in = o * count, out = in + count;
                for (const std::size_t corner : {in + p, in + next, out + next, in + p, out + next, out + p}) list->PrimWriteIdx(first + static_cast<unsigned>(corner));
            }
        }
        const ImU32 clear = i.colour & ~IM_COL32_A_MASK;
        for (std::size_t p = 0; p < points.size(); ++p) list->PrimWriteVtx(points[p], list->_Data->TexUvWhitePixel, clear | outlines[p / count].opacity << IM_COL32_A_SHIFT);
    }

    static void add_round_outline(std::vector<ImVec2>& points, ImVec2 a, ImVec2 b, float radius) {
        constexpr int steps = 8;   // of a corner
        const ImVec2 centres[] = {{a.x + radius, a.y + radius}, {b.x - radius, a.y + radius}, {b.x - radius, b.y - radius}, {a.x + radius, b.y - radius}};
        for (int corner = 0; corner < 4; ++corner) {
            for (int step = 0; step <= steps; ++step) {
                const float angle = IM_PI * (1 + static_cast<float>(corner) / 2 + static_cast<float>(step) / (2 * steps));
                points.push_back({centres[corner].x + radius * std::cos(angle), centres[corner].y + radius * std::sin(angle)});
            }
        }
    }

    ImVec2 at(const PaintItem& i, float x, float y) const { return {(i.rect.x + i.rect.w / 2 + x) * density, (i.rect.y + i.rect.h / 2 + y) * density}; }

    // AddLine shifts its ends by half a pixel; a path of our own does not.
    void stroke(const PaintItem& i, std::initializer_list<ImVec2> points, float thickness) const {
        for (const ImVec2 point : points) list->PathLineTo(at(i, point.x, point.y));
        list->PathStroke(i.colour, ImDrawFlags_None, thickness * density);
    }
    void tick(const PaintItem& i) const {
        const float half = i.rect.w * 0.31f;
        stroke(i, {{-half, half * -0.01f}, {half * -0.26f, half * 0.72f}, {half, half * -0.54f}}, i.thickness);
    }
    void cross(const PaintItem& i) const {
        const float half = i.rect.w * 0.19f;
        stroke(i, {{-half, -half}, {half, half}}, i.thickness);
        stroke(i, {{-half, half}, {half, -half}}, i.thickness);
    }
    void magnifier(const PaintItem& i) const {   // of 20 px
        list->AddCircle(at(i, -1.5f, -1.5f), 6 * density + 0.5f, i.colour, 0, 2 * density);   // which takes the half off again
        stroke(i, {{3, 3}, {8, 8}}, 2);
    }
    void text(const PaintItem& i) const { draw_text(list, i.style, i.rect.x * density, (i.rect.y + baseline(i.style)) * density, i.colour, i.text); }
};

std::uint64_t mix(std::uint64_t hash, const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t b = 0; b < size; ++b) hash = (hash ^ bytes[b]) * 1099511628211u;   // FNV-1a
    return hash;
}

}  // namespace

Span span_of(const PaintItem& item) {
    const float out = bleed(item);
    return {item.rect.y - out, item.rect.y + item.rect.h + out};
}

bool is_due(const PaintItem& item, const Touch& touch) {
    switch (item.when) {
        case When::always: return true;
        case When::hovered: return item.node == touch.hovered;
        case When::held: return item.node == touch.held || item.node == touch.pressed;
        case When::standing: return item.node != touch.pressed;
        case When::toggled: return item.node == touch.pressed;
    }
    return false;
}

void draw(ImDrawList* list, const PaintItem& item, float density) {
    const Brush brush{list, density};
    switch (item.shape) {
        case Shape::fill: return brush.fill(item);
        case Shape::border: return brush.border(item);
        case Shape::shadow: return brush.shadow(item);
        case Shape::rule: return brush.rule(item);
        case Shape::tick: return brush.tick(item);
        case Shape::cross: return brush.cross(item);
        case Shape::magnifier: return brush.magnifier(item);
        case Shape::text:
        case Shape::sign: return brush.text(item);
    }
}

std::uint64_t start_hash(const Viewport& viewport, ImU32 ground) {
    const float numbers[] = {viewport.width, viewport.rem, viewport.dpr};
    return mix(mix(14695981039346656037u, numbers, sizeof numbers), &ground, sizeof ground);
}

std::uint64_t mix_hash(std::uint64_t hash, const PaintItem& item) {
    const float numbers[] = {item.rect.x, item.rect.y, item.rect.w, item.rect.h, item.radius, item.thickness, item.style.size, item.style.line};
    const std::uint32_t kinds[] = {static_cast<std::uint32_t>(item.shape), static_cast<std::uint32_t>(item.style.face), item.colour, static_cast<std::uint32_t>(item.text.size())};
    hash = mix(hash, numbers, sizeof numbers);
    hash = mix(hash, kinds, sizeof kinds);
    return mix(hash, item.text.data(), item.text.size());
}

}  // namespace finder::ui
