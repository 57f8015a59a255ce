// The proof that the picture and the document agree: every painted text and control has its element with equal text and
// a rectangle within 1 css px, every text of the document is painted, and nothing leaves its box or lies over anything else.
#pragma once
#include "test_app_support.hpp"

#include <cmath>
#include <set>

namespace finder_app_test {

struct Rect {
    double x = 0, y = 0, w = 0, h = 0;
    double right() const { return x + w; }
    double bottom() const { return y + h; }
};

inline Rect rect_of(const json& numbers) { return {numbers[0].get<double>(), numbers[1].get<double>(), numbers[2].get<double>(), numbers[3].get<double>()}; }
inline bool is_near(const Rect& a, const Rect& b) { return std::abs(a.x - b.x) < 1 && std::abs(a.y - b.y) < 1 && std::abs(a.w - b.w) < 1 && std::abs(a.h - b.h) < 1; }
inline bool overlap(const Rect& a, const Rect& b) {
    constexpr double hair = 0.5;
    return std::min(a.right(), b.right()) - std::max(a.x, b.x) > hair && std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > hair;
}

inline std::string without_end(const std::string& text) { return text.substr(0, text.find_last_not_of(' ') + 1); }

struct Text { Key key = 0; std::string text; Rect rect; };

// One page, as an element tree and as a picture.
class Audit {
public:
    Audit(const Page& page, double width) : twin_(page.twin), width_(width), height_(page.last["height"].get<double>()) {
        const json painted = parsed(finder_painted(page.engine.self));
        for (const json& text : painted["texts"]) texts_.push_back({text["key"].get<Key>(), text["text"].get<std::string>(), rect_of(text["rect"])});
        for (const json& control : painted["controls"]) controls_[control["key"].get<Key>()] = rect_of(control["rect"]);
    }

    // Everything that is wrong, in words.
    std::vector<std::string> complaints(double least_height) {
        check_texts();
        check_controls(least_height);
        check_bounds();
        check_overlaps();
        return wrong_;
    }
    std::size_t texts() const { return texts_.size(); }
    std::size_t controls() const { return controls_.size(); }

private:
    const json& said(Key key) const { return twin_.at(key).said; }

    void complain(const std::string& what, Key key, const Rect& rect) {
        std::string node = key && twin_.has(key) ? said(key).value("role", "") + " \"" + said(key).value("text", "") + "\"" : "nothing";
        char place[96];
        std::snprintf(place, sizeof place, " at %.2f %.2f, %.2f x %.2f", rect.x, rect.y, rect.w, rect.h);
        wrong_.push_back(what + ": " + node + place);
    }

    // In the document: rects count from the nearest ancestor that has one.
    Rect place(Key key) const {
        Rect rect = rect_of(said(key)["rect"]);
        for (Key up = twin_.at(key).parent; up != 0; up = twin_.at(up).parent)
            if (said(up).contains("rect")) {
                rect.x += said(up)["rect"][0].get<double>();
                rect.y += said(up)["rect"][1].get<double>();
            }
        return rect;
    }

    // The lines of an element, each where the style sheet puts it.
    std::vector<Text> lines(Key key) const {
        std::vector<Text> found;
        const json &node = said(key), type = node.value("type", json::array()), lines = node.value("lines", json::array());
        if (lines.empty() || type.size() != 5) return found;
        const Rect box = place(key);
        const double line = type[4].get<double>();
        for (std::size_t i = 0; i < lines.size(); i += 2)
            found.push_back({key, without_end(lines[i].get<std::string>()),
                             {box.x + type[0].get<double>(), box.y + type[1].get<double>() + line * static_cast<double>(i / 2), lines[i + 1].get<double>(), line}});
        return found;
    }

    static bool is_seen(const std::string& role) { return role != "field_name" && role != "sheet_done" && role != "skip"; }   // heard only; drawn by the browser

    void check_texts() {
        std::map<Key, std::vector<Text>> by_key;
        for (const Text& text : texts_) by_key[text.key].push_back(text);
        for (const auto& [key, painted] : by_key)
            if (!twin_.has(key)) complain("a painted text has no element", 0, painted[0].rect);
        for (const auto& [key, element] : twin_.elements()) {
            const std::string text = element.said.value("text", ""), role = element.said.value("role", "");
            const std::vector<Text>& painted = by_key[key];
            if (text.empty() || !is_seen(role)) {
                if (!painted.empty()) complain("painted, and not in the document", key, painted[0].rect);
                continue;
            }
            compare(key, text, lines(key), painted);   // `text`: what the lines are, joined
        }
    }

    void compare(Key key, const std::string& text, const std::vector<Text>& told, const std::vector<Text>& painted) {
        if (text != said(key)["whole"]) complain("lines that are not the text", key, place(key));
        if (told.size() != painted.size()) return complain("another number of painted lines", key, place(key));
        const Rect box = place(key);
        for (std::size_t i = 0; i < told.size(); ++i) {
            if (told[i].text != painted[i].text) complain("another text is painted: " + painted[i].text, key, painted[i].rect);
            if (!is_near(told[i].rect, painted[i].rect)) complain("painted elsewhere", key, painted[i].rect);
            const Rect& ink = painted[i].rect;
            if (ink.x < box.x - 1 || ink.right() > box.right() + 1 || ink.y < box.y - 1 || ink.bottom() > box.bottom() + 1) complain("the text leaves its box", key, ink);
        }
    }

    static bool is_control(const std::string& role) {
        static const std::set<std::string> controls = {"crisis_link", "leave", "nav_link", "tool", "text_input", "option", "text_button", "filters_button", "chip", "relax",
                                                       "card_link", "call", "button_link", "wide_button", "page_link", "back", "source_link"};
        return controls.contains(role);
    }

    void check_controls(double least_height) {
        for (const auto& [key, rect] : controls_) {
            if (!twin_.has(key) || !said(key).contains("rect")) { complain("a painted control has no element", key, rect); continue; }
            if (!is_near(place(key), rect)) complain("a control is elsewhere", key, rect);
            if (rect.h < least_height - 0.01) complain("a control is too low to press", key, rect);
            if (rect.w < 24 - 0.01) complain("a control is too narrow to press", key, rect);
        }
        for (const auto& [key, element] : twin_.elements())
            if (is_control(element.said.value("role", "")) && !controls_.contains(key)) complain("a control is not painted", key, {});
    }

    // The place of the nearest ancestor that has one, else the page.
    Rect around_of(Key key) const {
        for (Key up = twin_.at(key).parent; up != 0; up = twin_.at(up).parent)
            if (said(up).contains("rect")) return place(up);
        return {0, 0, width_, height_};
    }

    void check_bounds() {
        for (const auto& [key, element] : twin_.elements()) {
            if (!element.said.contains("rect")) continue;
            const Rect rect = place(key);
            if (rect.x < -0.01 || rect.right() > width_ + 0.01 || rect.y < -0.01 || rect.bottom() > height_ + 0.01) complain("outside the page", key, rect);
            if (rect.w <= 0 || rect.h <= 0) complain("nothing to see", key, rect);
            const Rect around = around_of(key);
            if (rect.x < around.x - 0.01 || rect.right() > around.right() + 0.01 || rect.y < around.y - 0.01 || rect.bottom() > around.bottom() + 0.01) complain("outside what it is in", key, rect);
        }
    }

    // All of the page: also texts of different parents never meet.
    void check_overlaps() {
        std::vector<Text> sorted = texts_;
        std::sort(sorted.begin(), sorted.end(), [](const Text& a, const Text& b) { return a.rect.y < b.rect.y; });
        for (std::size_t i = 0; i < sorted.size(); ++i)
            for (std::size_t k = i + 1; k < sorted.size() && sorted[k].rect.y < sorted[i].rect.bottom(); ++k)
                if (overlap(sorted[i].rect, sorted[k].rect)) complain("over \"" + sorted[k].text + "\"", sorted[i].key, sorted[i].rect);
        std::vector<std::pair<Key, Rect>> boxes(controls_.begin(), controls_.end());
        std::sort(boxes.begin(), boxes.end(), [](const auto& a, const auto& b) { return a.second.y < b.second.y; });
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t k = i + 1; k < boxes.size() && boxes[k].second.y < boxes[i].second.bottom(); ++k)
                if (overlap(boxes[i].second, boxes[k].second)) complain("a control over another", boxes[i].first, boxes[i].second);
    }

    const Twin& twin_;
    double width_, height_;
    std::vector<Text> texts_;
    std::map<Key, Rect> controls_;
    std::vector<std::string> wrong_;
};

// --- The pages

inline void unfold_all(Page& page) {
    for (const Key key : page.twin.all("text_button"))
        if (page.twin.has(key) && page.twin.at(key).said.value("expanded", 1) == 0) page.press(key);
}

struct Shown { const char* name; void (*open)(Page&); };
inline const Shown pages[] = {
    {"the list", [](Page&) {}},
    {"a filtered list", [](Page& page) { page.go("q=san&groups=trauma,anxiety&payment=medi-cal&not-stated=1"); }},
    {"an empty list", [](Page& page) { page.go("q=yoga&groups=trauma&insurers=aetna&languages=hindi"); }},
    {"a program", [](Page& page) { page.go("program=edgewood-iop-san-carlos"); }},
    {"about", [](Page& page) { page.go("page=about"); }},
    {"the filters", [](Page& page) { page.go("groups=trauma&show=filters"); }},
    {"all filters explained", [](Page& page) { page.go("show=filters"); unfold_all(page); }},
    {"a refused list", [](Page& page) { page.engine.load("{\"programs\": [1, 2]}"); finder_set_display(page.engine.self, 1, "dark", 150, 1); page.show(); }},
    {"words as long as a line", [](Page& page) { page.go("q=" + std::string(150, 'w')); }},
};

}  // namespace finder_app_test
