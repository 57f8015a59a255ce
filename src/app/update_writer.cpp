#include "app/update_writer.hpp"

#include <utility>

namespace finder::app {

namespace {

// The nearest ancestor with a place of its own, whose element is what `left` and `top` count from.
ui::Rect origin_of(const view::View& view, const ui::Layout& layout, std::uint32_t at) {
    for (std::uint32_t up = view.nodes[at].parent; up != 0; up = view.nodes[up].parent)
        if (layout.boxes[up].placed) return layout.boxes[up].rect;
    return {};
}

void write_flag(JsonWriter& out, std::string_view name, const std::optional<bool>& flag) {
    if (flag) out.key(name).integer(*flag ? 1 : 0);
}

}  // namespace

std::optional<UpdateWriter::Place> UpdateWriter::place_of(const view::View& view, const ui::Layout& layout, std::uint32_t at) {
    const ui::Box& box = layout.boxes[at];
    if (!box.placed) return std::nullopt;
    const ui::Rect origin = origin_of(view, layout, at);
    const float u = layout.viewport.unit();
    return Place{(box.rect.x - origin.x) * u, (box.rect.y - origin.y) * u, box.rect.w * u, box.rect.h * u,
                 box.text_x * u, box.text_y * u, box.style, box.lines, !box.lines.empty() || view.nodes[at].role == view::Role::text_input};
}

void UpdateWriter::write_node(JsonWriter& out, const Sent& sent, float unit) {
    const view::Node& node = sent.node;
    out.open('{').key("key").integer(node.key).key("parent").integer(sent.parent).key("after").integer(sent.after);
    out.key("role").string(name_of(node.role));
    out.text_member("text", node.text);
    out.text_member("said_before", node.said_before);
    out.text_member("said_after", node.said_after);
    out.text_member("name", node.name);
    out.text_member("href", node.href);
    if (node.role == view::Role::text_input) out.key("value").string(node.value);
    out.text_member("hint", node.hint);
    write_flag(out, "checked", node.checked);
    write_flag(out, "expanded", node.expanded);
    write_flag(out, "pressed", node.pressed);
    if (node.action) out.key("acts").integer(1);
    if (const auto& p = sent.place) {
        out.key("rect").open('[').number(p->x).number(p->y).number(p->w).number(p->h).close(']');
        if (p->is_text) {
            out.key("type").open('[').number(p->text_x).number(p->text_y).integer(static_cast<std::uint32_t>(p->style.face));
            out.number(p->style.size * unit).number(p->style.line * unit).close(']');
        }
        if (!p->lines.empty()) {
            out.key("lines").open('[');
            for (const ui::Line& line : p->lines) out.string(line.text).number(line.width * unit);
            out.close(']');
        }
    }
    out.close('}');
}

void UpdateWriter::write_removed(JsonWriter& out) {
    out.key("removed").open('[');
    for (auto at = sent_.begin(); at != sent_.end();) {
        if (at->second.round == round_) { ++at; continue; }
        out.integer(at->first);
        at = sent_.erase(at);
    }
    out.close(']');
}

void UpdateWriter::write(JsonWriter& out, const view::View& view, const ui::Layout* layout) {
    ++round_;
    const float unit = layout ? layout->viewport.unit() : 1;
    std::vector<view::Key> last_child(view.nodes.size(), 0);
    JsonWriter nodes;   // apart, because what was removed is known only at the end and is sent first
    nodes.open('[');
    for (std::uint32_t i = 1; i < view.nodes.size(); ++i) {
        const view::Node& node = view.nodes[i];
        const view::Key parent = node.parent == 0 ? 0 : view.nodes[node.parent].key;
        const view::Key after = std::exchange(last_child[node.parent], node.key);
        auto place = layout ? place_of(view, *layout, i) : std::nullopt;
        const auto [at, is_new] = sent_.try_emplace(node.key);
        Sent& sent = at->second;
        sent.round = round_;
        const bool same_place = !layout || place == sent.place;
        if (!is_new && same_place && sent.parent == parent && sent.after == after && sent.node == node) continue;
        if (layout) sent.place = std::move(place);
        sent.node = node;
        sent.parent = parent;
        sent.after = after;
        write_node(nodes, sent, unit);
    }
    nodes.close(']');
    write_removed(out);
    out.key("nodes").raw(nodes.text());
}

}  // namespace finder::app
