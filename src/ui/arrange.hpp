// Gives every node of a View its Box: a small part of what CSS calls block, flex and grid.
#pragma once
#include "ui/layout.hpp"

namespace finder::ui {

class Arranger {
public:
    // `boxes` has one Box a node; both outlive it.
    Arranger(const view::View& view, const Viewport& viewport, std::vector<Box>& boxes) : view_(view), viewport_(viewport), boxes_(boxes) {}

    // Puts the node and all in it at x, y, at most `width` wide. Returns its height.
    float place(std::uint32_t node, float x, float y, float width);

    Look look(std::uint32_t node) const { return look_of(view_.nodes[node].role, viewport_.narrow()); }

private:
    struct Item { std::uint32_t node; Look look; float width; };

    std::vector<std::uint32_t> children(std::uint32_t node) const;
    float natural_width(std::uint32_t node) const;
    void break_lines(std::uint32_t node, const TextStyle& style, float width);
    void shift(std::uint32_t node, float x, float y);

    float place_text(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_button(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_mark(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_option(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_choice(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_field(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_column(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_row(std::uint32_t node, const Look& look, float x, float y, float width);
    float place_line(const std::vector<Item>& line, float gap, float x, float y, float width);
    float place_body(std::uint32_t node, float x, float y, float width);
    float place_detail(std::uint32_t node, float x, float y, float width);
    float place_stack(const std::vector<std::uint32_t>& parts, float x, float y, float width);
    float place_term_row(std::uint32_t node, float x, float y, float width);
    float place_columns(std::uint32_t node, const Look& look, float x, float y, float width);

    const view::View& view_;
    const Viewport& viewport_;
    std::vector<Box>& boxes_;
};

}  // namespace finder::ui
