#include "app/glyphs.hpp"
#include "app/painter.hpp"
#include "app/renderer.hpp"
#include "ui/interface.hpp"

#include <utility>

namespace finder::app {

namespace {

// The nearest ancestor with a place of its own, whose element is what `left` and `top` count from.
ui::Rect origin_of(const view::View& view, const ui::Layout& layout, std::uint32_t at) {
    for (std::uint32_t up = view.nodes[at].parent; up != 0; up = view.nodes[up].parent)
        if (layout.boxes[up].placed) return layout.boxes[up].rect;
    return {};
}

std::optional<Place> place_of(const view::View& view, const ui::Layout& layout, std::uint32_t at) {
    const ui::Box& box = layout.boxes[at];
    if (!box.placed) return std::nullopt;
    const ui::Rect origin = origin_of(view, layout, at);
    const float u = layout.viewport.unit();
    Place place{(box.rect.x - origin.x) * u, (box.rect.y - origin.y) * u, box.rect.w * u, box.rect.h * u, box.text_x * u, box.text_y * u,
                static_cast<std::uint32_t>(box.style.face), box.style.size * u, box.style.line * u, {}, false};
    for (const ui::Line& line : box.lines) place.lines.push_back({line.text, line.width * u});
    place.is_text = !box.lines.empty() || view.nodes[at].role == view::Role::text_input;
    return place;
}

Places places_of(const view::View& view, const ui::Layout& layout) {
    Places places;
    places.of.resize(view.nodes.size());
    for (std::uint32_t i = 1; i < view.nodes.size(); ++i) places.of[i] = place_of(view, layout, i);
    return places;
}

void write_rect(JsonWriter& out, const ui::Rect& rect, float unit) {
    out.key("rect").open('[').number(rect.x * unit).number(rect.y * unit).number(rect.w * unit).number(rect.h * unit).close(']');
}

// The audit asks what is painted, not what was meant: it reads the list that the painter reads.
void write_painted_texts(JsonWriter& out, const view::View& view, const ui::Layout& layout) {
    for (const ui::PaintItem& item : layout.items) {
        if (item.shape != ui::Shape::text) continue;
        out.open('{').key("key").integer(view.nodes[item.node].key).key("text").string(item.text);
        write_rect(out, item.rect, layout.viewport.unit());
        out.close('}');
    }
}

void write_painted_controls(JsonWriter& out, const view::View& view, const ui::Layout& layout) {
    for (std::size_t i = 1; i < view.nodes.size(); ++i) {
        if (!layout.boxes[i].placed || !ui::is_control(view.nodes[i].role)) continue;
        out.open('{').key("key").integer(view.nodes[i].key);
        write_rect(out, layout.boxes[i].rect, layout.viewport.unit());
        out.close('}');
    }
}

class ImGuiPainter final : public Painter {
public:
    explicit ImGuiPainter(std::unique_ptr<Renderer> renderer) : renderer_(std::move(renderer)) {}

    float show(std::shared_ptr<const view::View> view, const ui::Viewport& viewport) override {
        const ui::Layout& layout = interface_.show(std::move(view), viewport);
        return layout.height * layout.viewport.unit();
    }

    const Places& places() override { return places_ = places_of(*interface_.view(), interface_.layout()); }

    float top_of(view::Key key) const override {
        const view::View& shown = *interface_.view();
        for (std::size_t i = 0; i < shown.nodes.size(); ++i)
            if (shown.nodes[i].key == key) return interface_.layout().boxes[i].rect.y * interface_.layout().viewport.unit();
        return 0;
    }

    bool restart() override {
        renderer_ = Renderer::make();
        interface_.forget_textures();
        return renderer_ != nullptr;
    }

    std::uint64_t tile_hash(float top, float height) const override { return interface_.tile_hash(top, height); }

    void paint(float top, float height) override {
        if (!renderer_) return;
        if (ImDrawData* data = interface_.paint(top, height)) renderer_->draw(*data, interface_.layout().ground);
    }

    bool point(float x, float y, bool down) override { return interface_.point(x, y, down); }

    void press(view::Key key) override { interface_.press(key); }

    void write_painted(JsonWriter& out) const override {
        const view::View* shown = interface_.view();   // what was laid out last; the document may be newer
        out.open('{').key("texts").open('[');
        if (shown) write_painted_texts(out, *shown, interface_.layout());
        out.close(']').key("controls").open('[');
        if (shown) write_painted_controls(out, *shown, interface_.layout());
        out.close(']').close('}');
    }

private:
    ui::Interface interface_{glyph_source()};
    std::unique_ptr<Renderer> renderer_;
    Places places_;
};

}  // namespace

std::unique_ptr<Painter> make_painter() {
    auto renderer = Renderer::make();
    return renderer ? std::make_unique<ImGuiPainter>(std::move(renderer)) : nullptr;
}

bool can_paint(const view::View& view) { return ui::can_paint(view); }

}  // namespace finder::app
