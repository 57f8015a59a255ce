#include "app/update_writer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace finder::app {

namespace {

// The nearest ancestor with a place of its own, whose element is what `left` and `top` count from.
ui::Rect origin_of(const view::View& view, const ui::Layout& layout, std::uint32_t at) {
    for (std::uint32_t up = view.nodes[at].parent; up != 0; up = view.nodes[up].parent)
        if (layout.boxes[up].placed) return layout.boxes[up].rect;
    return {};
}

// The root has no element of its own: the host stands for it.
view::Key parent_key(const view::View& view, std::uint32_t at) {
    const std::uint32_t parent = view.nodes[at].parent;
    return parent == 0 ? 0 : view.nodes[parent].key;
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

// Far down a page the same distance comes out a little different; what nobody can see need not be sent.
bool UpdateWriter::Place::is_near(const Place& other) const {
    constexpr float unseen = 0.05f;   // css px
    const auto near = [](float a, float b) { return std::abs(a - b) < unseen; };
    return near(x, other.x) && near(y, other.y) && near(w, other.w) && near(h, other.h) && near(text_x, other.text_x) && near(text_y, other.text_y) &&
           style == other.style && lines == other.lines && is_text == other.is_text;
}

bool UpdateWriter::same_place(const std::optional<Place>& one, const std::optional<Place>& other) {
    return one && other ? one->is_near(*other) : one.has_value() == other.has_value();
}

// Which nodes the twin need not move. It takes out what was removed, then puts each node that it is told of after its
// sibling, in the order of the view: those not yet told of stand behind, in their old order.
std::vector<bool> UpdateWriter::standing(const view::View& view) const {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> old(view.nodes.size());   // by parent: old order, node
    for (std::uint32_t i = 1; i < view.nodes.size(); ++i) {
        const auto at = sent_.find(view.nodes[i].key);
        if (at != sent_.end() && at->second.parent == parent_key(view, i)) old[view.nodes[i].parent].emplace_back(at->second.order, i);
    }
    for (auto& siblings : old) std::sort(siblings.begin(), siblings.end());
    std::vector<bool> stands(view.nodes.size()), moved(view.nodes.size());
    std::vector<std::size_t> next(view.nodes.size());
    for (std::uint32_t i = 1; i < view.nodes.size(); ++i) {
        const auto& siblings = old[view.nodes[i].parent];
        std::size_t& head = next[view.nodes[i].parent];
        while (head < siblings.size() && moved[siblings[head].second]) ++head;
        stands[i] = head < siblings.size() && siblings[head].second == i;
        if (stands[i]) ++head;
        else moved[i] = true;
    }
    return stands;
}

void UpdateWriter::write_node(JsonWriter& out, const Sent& sent, view::Key after, float unit) {
    const view::Node& node = sent.node;
    out.open('{').key("key").integer(node.key).key("parent").integer(sent.parent).key("after").integer(after);
    out.key("role").string(name_of(node.role));
    out.text_member("text", node.text);
    out.text_member("said_before", node.said_before);
    out.text_member("said_after", node.said_after);
    out.text_member("name", node.name);
    out.text_member("href", node.href);
    if (node.role == view::Role::text_input) out.key("value").string(node.value);
    out.text_member("hint", node.hint);
    out.text_member("group", node.group);
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
    const std::vector<bool> stands = standing(view);
    std::vector<view::Key> last_child(view.nodes.size(), 0);
    JsonWriter nodes;   // apart, because what was removed is known only at the end and is sent first
    nodes.open('[');
    for (std::uint32_t i = 1; i < view.nodes.size(); ++i) {
        const view::Node& node = view.nodes[i];
        const view::Key parent = parent_key(view, i);
        const view::Key after = std::exchange(last_child[node.parent], node.key);
        auto place = layout ? place_of(view, *layout, i) : std::nullopt;
        const auto [at, is_new] = sent_.try_emplace(node.key);
        Sent& sent = at->second;
        sent.round = round_;
        sent.order = i;
        if (!is_new && stands[i] && sent.node == node && (!layout || same_place(place, sent.place))) continue;
        sent.place = std::move(place);   // in page view none: the new text has no lines, and gets them when it is painted again
        sent.node = node;
        sent.parent = parent;
        write_node(nodes, sent, after, unit);
    }
    nodes.close(']');
    write_removed(out);
    out.key("nodes").raw(nodes.text());
}

}  // namespace finder::app
