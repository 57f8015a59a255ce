#include "app/update_writer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace finder::app {

namespace {

// The root has no element of its own: the host stands for it.
view::Key parent_key(const view::View& view, std::uint32_t at) {
    const std::uint32_t parent = view.nodes[at].parent;
    return parent == 0 ? 0 : view.nodes[parent].key;
}

void write_flag(JsonWriter& out, std::string_view name, const std::optional<bool>& flag) {
    if (flag) out.key(name).integer(*flag ? 1 : 0);
}

// Far down a page the same distance comes out a little different; what nobody can see need not be sent.
bool is_near(const Place& one, const Place& other) {
    constexpr float unseen = 0.05f;   // css px
    const auto near = [](float a, float b) { return std::abs(a - b) < unseen; };
    return near(one.x, other.x) && near(one.y, other.y) && near(one.w, other.w) && near(one.h, other.h) && near(one.text_x, other.text_x) &&
           near(one.text_y, other.text_y) && one.face == other.face && one.size == other.size && one.line == other.line && one.lines == other.lines &&
           one.is_text == other.is_text;
}

bool same_place(const std::optional<Place>& one, const std::optional<Place>& other) {
    return one && other ? is_near(*one, *other) : one.has_value() == other.has_value();
}

void write_place(JsonWriter& out, const Place& p) {
    out.key("rect").open('[').number(p.x).number(p.y).number(p.w).number(p.h).close(']');
    if (p.is_text) out.key("type").open('[').number(p.text_x).number(p.text_y).integer(p.face).number(p.size).number(p.line).close(']');
    if (p.lines.empty()) return;
    out.key("lines").open('[');
    for (const PlacedLine& line : p.lines) out.string(line.text).number(line.width);
    out.close(']');
}

}  // namespace

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

void UpdateWriter::write_node(JsonWriter& out, const Sent& sent, view::Key after) {
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
    if (node.set_size > 0) out.key("set_place").integer(node.set_place).key("set_size").integer(node.set_size);
    if (node.action) out.key("acts").integer(1);
    if (sent.place) write_place(out, *sent.place);
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

void UpdateWriter::write(JsonWriter& out, const view::View& view, const Places* places) {
    ++round_;
    const std::vector<bool> stands = standing(view);
    std::vector<view::Key> last_child(view.nodes.size(), 0);
    JsonWriter nodes;   // apart, because what was removed is known only at the end and is sent first
    nodes.open('[');
    for (std::uint32_t i = 1; i < view.nodes.size(); ++i) {
        const view::Node& node = view.nodes[i];
        const view::Key parent = parent_key(view, i);
        const view::Key after = std::exchange(last_child[node.parent], node.key);
        const auto [at, is_new] = sent_.try_emplace(node.key);
        Sent& sent = at->second;
        sent.round = round_;
        sent.order = i;
        if (!is_new && stands[i] && sent.node == node && (!places || same_place(places->of[i], sent.place))) continue;
        sent.place = places ? places->of[i] : std::nullopt;   // in page view none: the new text has no lines, and gets them when it is painted again
        sent.node = node;
        sent.parent = parent;
        write_node(nodes, sent, after);
    }
    nodes.close(']');
    write_removed(out);
    out.key("nodes").raw(nodes.text());
}

}  // namespace finder::app
