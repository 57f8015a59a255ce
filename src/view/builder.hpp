// Builds the tree of a View in reading order and gives every node its key.
#pragma once
#include "view/view.hpp"

#include <unordered_set>

namespace finder::view {

class Builder {
public:
    Builder();

    // Ends the node it was made for when it goes out of scope.
    class Scope {
    public:
        Scope(Builder& builder, std::uint32_t node) : builder_(builder), node_(node) {}
        ~Scope() { builder_.close(); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        Node& node() const { return builder_.nodes_[node_]; }
        Node* operator->() const { return &node(); }

    private:
        Builder& builder_;
        std::uint32_t node_;
    };

    // `id` tells siblings of one role apart and must stay the same from one View to the next.
    [[nodiscard]] Scope open(Role role, std::string_view id = {});
    // The reference lives until the next node is added.
    Node& leaf(Role role, std::string text, std::string_view id = {});

    std::vector<Node> take();

private:
    std::uint32_t add(Role role, std::string_view id);
    void close();

    std::vector<Node> nodes_;
    std::vector<std::uint32_t> open_;
    std::unordered_set<Key> keys_;
};

}  // namespace finder::view
