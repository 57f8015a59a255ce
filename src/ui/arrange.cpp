#include "ui/arrange.hpp"

#include "ui/metrics.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace finder::ui {

using view::Role;

namespace {

float widest(const std::vector<Line>& lines) {
    float width = 0;
    for (const Line& line : lines) width = std::max(width, line.width);
    return width;
}

}  // namespace

std::vector<std::uint32_t> Arranger::children(std::uint32_t node) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = node + 1; i < view_.nodes[node].end; i = view_.nodes[i].end) found.push_back(i);
    return found;
}

// What a node takes in a row when there is room.
float Arranger::natural_width(std::uint32_t node) const {
    const Look look = this->look(node);
    const float text = view_.nodes[node].text.empty() ? 0 : text_width(look.text, view_.nodes[node].text);
    switch (look.flow) {
        case Flow::hidden: return 0;
        case Flow::text: return text + 2 * look.pad_x + look.indent;
        case Flow::button: return text + 2 * (look.pad_x + viewport_.border(look.edge_width)) + (view_.nodes[node].role == Role::chip ? chip_gap + chip_cross : 0);
        case Flow::mark: return text + disc + disc_gap;
        case Flow::choice: return check_box + check_gap + natural_width(node + 2) + 2 * look.pad_x;
        default: break;
    }
    float width = 0, count = 0;
    for (const std::uint32_t child : children(node)) {
        const float one = natural_width(child) + this->look(child).margin_right;
        width = look.flow == Flow::row ? width + one + (count++ > 0 ? look.gap_x : 0) : std::max(width, one);
    }
    return width;
}

void Arranger::break_lines(std::uint32_t node, const TextStyle& style, float width) {
    Box& box = boxes_[node];
    box.style = style;
    box.placed = true;
    for (std::string_view rest = view_.nodes[node].text; !rest.empty();) {
        const std::string_view line = rest.substr(0, std::max<std::size_t>(1, line_end(style, rest, width)));
        const std::size_t ink = line.find_last_not_of(' ');   // a space at a line's end hangs
        box.lines.push_back({std::string(line), text_width(style, line.substr(0, ink == line.npos ? 0 : ink + 1))});
        rest.remove_prefix(line.size());
    }
}

void Arranger::shift(std::uint32_t node, float x, float y) {
    for (std::uint32_t i = node; i < view_.nodes[node].end; ++i) {
        boxes_[i].rect.x += x;
        boxes_[i].rect.y += y;
    }
}

float Arranger::place(std::uint32_t node, float x, float y, float width) {
    const Look look = this->look(node);
    if (look.max_width > 0) width = std::min(width, look.max_width);
    Box& box = boxes_[node];
    box.rect = {x - look.reach, y, width + 2 * look.reach, 0};
    box.placed = look.placed || is_control(view_.nodes[node].role);
    switch (look.flow) {
        case Flow::hidden: box.placed = false; return 0;
        case Flow::fixed: box.placed = false; return box.rect.h = look.min_height;
        case Flow::text: return box.rect.h = place_text(node, look, x, y, width);
        case Flow::button: return box.rect.h = place_button(node, look, x, y, width);
        case Flow::mark: return box.rect.h = place_mark(node, look, x, y, width);
        case Flow::option: return box.rect.h = place_option(node, look, x, y, width);
        case Flow::choice: return box.rect.h = place_choice(node, look, x, y, width);
        case Flow::field: return box.rect.h = place_field(node, look, x, y, width);
        case Flow::input: return box.rect.h = look.min_height;
        case Flow::column: return box.rect.h = place_column(node, look, x, y, width);
        case Flow::row: return box.rect.h = place_row(node, look, x, y, width);
        case Flow::body: return box.rect.h = look.pad_top + place_body(node, x, y + look.pad_top, width);
        case Flow::detail: return box.rect.h = place_detail(node, x, y, width);
        case Flow::term_row: return box.rect.h = place_term_row(node, x, y, width);
        case Flow::columns: return box.rect.h = place_columns(node, look, x, y, width);
    }
    return 0;
}

// A link is as wide as its words, so that nobody presses it by missing something else.
float Arranger::place_text(std::uint32_t node, const Look& look, float, float, float width) {
    Box& box = boxes_[node];
    break_lines(node, look.text, width - 2 * look.pad_x - look.indent);
    const float text_height = static_cast<float>(box.lines.size()) * look.text.line;
    const float height = std::max(look.min_height, look.pad_top + text_height + look.pad_bottom);
    box.text_x = look.pad_x + look.indent;
    box.text_y = look.min_height > 0 ? (height - text_height) / 2 : look.pad_top;
    if (is_control(view_.nodes[node].role)) box.rect.w = widest(box.lines);
    return height;
}

float Arranger::place_button(std::uint32_t node, const Look& look, float, float, float width) {
    Box& box = boxes_[node];
    const float edge = viewport_.border(look.edge_width), sign = view_.nodes[node].role == Role::chip ? chip_gap + chip_cross : 0;
    break_lines(node, look.text, width - 2 * (look.pad_x + edge) - sign);
    const float text_height = static_cast<float>(box.lines.size()) * look.text.line;
    const float height = std::max(look.min_height, text_height + 2 * (button_pad_y + edge));
    box.text_x = box.lines.size() > 1 ? edge + look.pad_x : (width - sign - widest(box.lines)) / 2;   // a text that wraps fills its room
    box.text_y = (height - text_height) / 2;
    return height;
}

float Arranger::place_mark(std::uint32_t node, const Look& look, float, float, float width) {
    Box& box = boxes_[node];
    break_lines(node, look.text, width - disc - disc_gap);
    box.text_x = disc + disc_gap;
    return static_cast<float>(box.lines.size()) * look.text.line;
}

float Arranger::place_option(std::uint32_t node, const Look& look, float x, float y, float width) {
    const auto parts = children(node);   // checkbox, name, count
    const std::uint32_t box = parts[0], name = parts[1], count = parts[2];
    const Look count_look = this->look(count);
    const float count_width = natural_width(count), left = x + check_box + check_gap;
    const float name_height = place(name, left, y, width - check_box - check_gap - check_gap - count_width);
    const float height = std::max(look.min_height, name_height + 2 * button_pad_y), middle = y + height / 2;
    shift(name, 0, (height - name_height) / 2);
    boxes_[box].rect = {x, middle - check_box / 2, check_box, check_box};
    boxes_[box].placed = true;
    place(count, x + width - count_width, middle - count_look.text.line / 2, count_width);
    boxes_[node].rect = {x - option_reach, y, width + 2 * option_reach, height};
    return height;
}

float Arranger::place_choice(std::uint32_t node, const Look& look, float x, float y, float width) {
    const auto parts = children(node);
    const std::uint32_t radio = parts[0], name = parts[1];
    const float left = look.pad_x + check_box + check_gap;
    const float name_height = place(name, x + left, y, width - left - look.pad_x);
    const float height = std::max(look.min_height, name_height + 2 * button_pad_y);
    shift(name, 0, (height - name_height) / 2);
    boxes_[radio].rect = {x + look.pad_x, y + (height - check_box) / 2, check_box, check_box};
    boxes_[radio].placed = true;
    return height;
}

float Arranger::place_field(std::uint32_t node, const Look& look, float x, float y, float width) {
    const float edge = viewport_.border(look.edge_width), left = edge + field_pad + magnifier + field_gap;
    for (const std::uint32_t part : children(node)) {
        if (view_.nodes[part].role != Role::text_input) continue;
        boxes_[part].rect = {x + left, y + edge, width - left - edge - field_pad, look.min_height - 2 * edge};
        boxes_[part].placed = true;
        boxes_[part].style = this->look(part).text;
    }
    boxes_[node].placed = true;
    return look.min_height;
}

float Arranger::place_column(std::uint32_t node, const Look& look, float x, float y, float width) {
    const float edge = viewport_.border(look.edge_width), in_x = look.pad_x + edge, in_y = look.pad_top + edge;
    float at = in_y;
    bool first = true;
    for (const std::uint32_t child : children(node)) {
        const Look of_child = this->look(child);
        if (of_child.flow == Flow::hidden) continue;
        if (!first) at += of_child.margin_top + look.gap_y;
        first = false;
        const float room = width - 2 * in_x;
        const bool stretched = of_child.flow != Flow::button || of_child.full_width || look.stretches;
        at += place(child, x + in_x, y + at, stretched ? room : std::min(room, natural_width(child)));
    }
    return at + look.pad_bottom + edge;
}

float Arranger::place_row(std::uint32_t node, const Look& look, float x, float y, float width) {
    std::vector<Item> line;
    float used = 0, at = look.pad_top;
    bool first_line = true;
    const auto end_line = [&] {
        if (line.empty()) return;
        if (!first_line) at += look.gap_y;
        at += place_line(line, look.gap_x, x, y + at, width);
        first_line = false;
        line.clear();
        used = 0;
    };
    for (const std::uint32_t child : children(node)) {
        Item item{child, this->look(child), 0};
        item.width = item.look.own_line ? width : std::min(width, natural_width(child));
        const float more = (line.empty() ? 0 : look.gap_x) + item.width + item.look.margin_right;
        if (used + more > width + 0.01f) end_line();
        used += line.empty() ? item.width + item.look.margin_right : more;
        line.push_back(item);
    }
    end_line();
    return at + look.pad_bottom;
}

// One line of a row: what is left over goes to those that grow, or before the one that is pushed to the right.
float Arranger::place_line(const std::vector<Item>& line, float gap, float x, float y, float width) {
    float used = gap * static_cast<float>(line.size() - 1), growing = 0, height = 0;
    for (const Item& item : line) {
        used += item.width + item.look.margin_right;
        growing += item.look.grow ? 1.f : 0.f;
    }
    const float left_over = std::max(0.f, width - used);
    bool pushed = growing > 0;   // then nothing is left to push with
    for (const Item& item : line) {
        if (item.look.push_right && !pushed) { x += left_over; pushed = true; }
        const float own = item.width + (item.look.grow ? left_over / growing : 0);
        height = std::max(height, place(item.node, x, y, own));
        x += own + item.look.margin_right + gap;
    }
    for (const Item& item : line) shift(item.node, 0, (height - boxes_[item.node].rect.h) / 2);
    return height;
}

// The filters beside what they found; one under the other when narrow, or where there is only one of them.
float Arranger::place_body(std::uint32_t node, float x, float y, float width) {
    const auto parts = children(node);
    if (viewport_.narrow() || parts.size() != 2) return place_stack(parts, x, y, width);
    const float filters = place(parts[0], x, y, filters_width), left = filters_width + filters_gap;
    return std::max(filters, place(parts[1], x + left, y, width - left));
}

// How to reach it stands beside both what it is and its facts.
float Arranger::place_detail(std::uint32_t node, float x, float y, float width) {
    const auto parts = children(node);
    if (viewport_.narrow() || parts.size() != 3) return place_stack(parts, x, y, width);
    const float texts = width - contact_gap - contact_width;
    const float contact = place(parts[1], x + texts + contact_gap, y, contact_width);
    return std::max(contact, place_stack({parts[0], parts[2]}, x, y, texts));
}

float Arranger::place_stack(const std::vector<std::uint32_t>& parts, float x, float y, float width) {
    float at = 0;
    for (const std::uint32_t part : parts) {
        if (at > 0) at += look(part).margin_top;
        at += place(part, x, y + at, width);
    }
    return at;
}

float Arranger::place_term_row(std::uint32_t node, float x, float y, float width) {
    const auto parts = children(node);   // a term, and its values one under the other
    const bool narrow = viewport_.narrow();
    const float left = narrow ? 0 : term_width + term_gap, term = place(parts[0], x, y, narrow ? width : term_width);
    float at = narrow ? term : 0;
    for (std::size_t i = 1; i < parts.size(); ++i) at += (narrow ? value_gap : 0) + place(parts[i], x + left, y + at + (narrow ? value_gap : 0), width - left);
    return std::max(term, at);
}

float Arranger::place_columns(std::uint32_t node, const Look& look, float x, float y, float width) {
    const std::size_t columns = viewport_.narrow() ? 1 : 2;
    const float column = (width - marks_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto cells = children(node);
    float at = 0;
    for (std::size_t i = 0; i < cells.size(); i += columns) {
        if (i > 0) at += look.gap_y;
        float height = 0;
        for (std::size_t c = 0; c < columns && i + c < cells.size(); ++c)
            height = std::max(height, place(cells[i + c], x + static_cast<float>(c) * (column + marks_gap), y + at, column));
        at += height;
    }
    return at;
}

}  // namespace finder::ui
