// Turns a View and the places of its nodes into the smallest message that brings the twin up to date.
#pragma once
#include "app/json_writer.hpp"
#include "app/place.hpp"
#include "view/view.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace finder::app {

class UpdateWriter {
public:
    // Appends "removed":[...] and "nodes":[...] to `out`. `places` is nullptr in page view: places that were sent
    // are kept, so that a switch of views costs only what changed.
    void write(JsonWriter& out, const view::View& view, const Places* places);
    void forget() { sent_.clear(); }

private:
    struct Sent {
        view::Node node;
        view::Key parent = 0;
        std::uint32_t order = 0;   // place in the last view: the twin's siblings stand by it
        std::optional<Place> place;
        std::uint32_t round = 0;   // the last message in which the node existed
    };

    static void write_node(JsonWriter& out, const Sent& sent, view::Key after);
    std::vector<bool> standing(const view::View& view) const;
    void write_removed(JsonWriter& out);

    std::unordered_map<view::Key, Sent> sent_;
    std::uint32_t round_ = 0;
};

}  // namespace finder::app
