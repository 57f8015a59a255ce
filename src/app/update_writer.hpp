// Turns a View and its Layout into the smallest message that brings the twin up to date.
#pragma once
#include "app/json_writer.hpp"
#include "ui/layout.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace finder::app {

class UpdateWriter {
public:
    // Appends "removed":[...] and "nodes":[...] to `out`. `layout` is nullptr in page view: places that were sent
    // are kept, so that a switch of views costs only what changed.
    void write(JsonWriter& out, const view::View& view, const ui::Layout* layout);
    void forget() { sent_.clear(); }

private:
    // Where a node is, in css px and relative to its nearest placed ancestor, so that a card that moves is one write.
    struct Place {
        float x = 0, y = 0, w = 0, h = 0, text_x = 0, text_y = 0;
        ui::TextStyle style;
        std::vector<ui::Line> lines;
        bool is_text = false;
        bool is_near(const Place& other) const;
    };
    struct Sent {
        view::Node node;
        view::Key parent = 0;
        std::uint32_t order = 0;   // place in the last view: the twin's siblings stand by it
        std::optional<Place> place;
        std::uint32_t round = 0;   // the last message in which the node existed
    };

    static std::optional<Place> place_of(const view::View& view, const ui::Layout& layout, std::uint32_t at);
    static bool same_place(const std::optional<Place>& one, const std::optional<Place>& other);
    static void write_node(JsonWriter& out, const Sent& sent, view::Key after, float unit);
    std::vector<bool> standing(const view::View& view) const;
    void write_removed(JsonWriter& out);

    std::unordered_map<view::Key, Sent> sent_;
    std::uint32_t round_ = 0;
};

}  // namespace finder::app
