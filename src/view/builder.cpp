#include "view/builder.hpp"

namespace finder::view {

namespace {

// FNV-1a: small, and the same on every machine, so keys agree between the build and the browser.
Key hash_of(Key parent, Role role, std::string_view id) {
    Key hash = 2166136261u;
    const auto mix = [&hash](unsigned byte) { hash = (hash ^ byte) * 16777619u; };
    for (int shift = 0; shift < 32; shift += 8) mix(parent >> shift & 255u);
    mix(static_cast<unsigned>(role));
    for (const char c : id) mix(static_cast<unsigned char>(c));
    return hash;
}

}  // namespace

Builder::Builder() {
    nodes_.push_back({});
    nodes_[0].key = 1;
    keys_.insert({0, 1});
    open_.push_back(0);
}

std::uint32_t Builder::add(Role role, std::string_view id) {
    const std::uint32_t parent = open_.back(), at = static_cast<std::uint32_t>(nodes_.size());
    Key key = hash_of(nodes_[parent].key, role, id);
    while (!keys_.insert(key).second) ++key;   // a collision, or a sibling without an id: order decides
    Node& node = nodes_.emplace_back();
    node.key = key;
    node.parent = parent;
    node.end = at + 1;
    node.role = role;
    return at;
}

Builder::Scope Builder::open(Role role, std::string_view id) {
    const std::uint32_t at = add(role, id);
    open_.push_back(at);
    return {*this, at};
}

void Builder::close() {
    nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
    open_.pop_back();
}

Node& Builder::leaf(Role role, std::string text, std::string_view id) {
    Node& node = nodes_[add(role, id)];
    node.text = std::move(text);
    return node;
}

std::vector<Node> Builder::take() {
    nodes_[0].end = static_cast<std::uint32_t>(nodes_.size());
    return std::move(nodes_);
}

}  // namespace finder::view
