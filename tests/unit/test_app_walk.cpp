// A long walk through the finder at random: after every step the document that grew by updates is the one that a fresh
// finder_send_all gives.
#include "test_app_support.hpp"

#include <cmath>
#include <random>

namespace {

using namespace finder_app_test;

// --- How two documents differ

bool is_near(const json& one, const json& other) {
    if (one.is_number() && other.is_number()) return std::abs(one.get<double>() - other.get<double>()) < 0.06;   // what is not sent cannot be seen
    if (!one.is_array() || !other.is_array()) return one == other;
    return one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(), is_near);
}

std::string difference(const json& one, const json& other, bool painted) {
    for (const char* name : {"role", "text", "said_before", "said_after", "name", "href", "value", "hint", "checked", "expanded", "pressed", "acts", "set_place", "set_size"})
        if (one.value(name, json()) != other.value(name, json())) return std::string(name) + ": " + one.dump() + " is not " + other.dump();
    for (const char* name : {"rect", "type", "lines"})
        if (painted && !is_near(one.value(name, json()), other.value(name, json()))) return std::string(name) + ": " + one.dump() + " is not " + other.dump();
    return "";
}

// The first difference, or nothing.
std::string difference(const Twin& grown, const Twin& fresh, bool painted) {
    if (grown.elements().size() != fresh.elements().size()) return std::to_string(grown.elements().size()) + " elements, not " + std::to_string(fresh.elements().size());
    for (const auto& [key, element] : fresh.elements()) {
        if (!grown.has(key)) return "missing: " + element.said.dump();
        if (grown.at(key).children != element.children) return "another order in " + element.said.dump();
        const std::string found = difference(grown.at(key).said, element.said, painted);
        if (!found.empty()) return found;
    }
    return "";
}

// --- The walk: two finders to whom the same is done, one of whom tells everything every time

class Walk {
public:
    Walk(unsigned seed, float width, bool painted) : random_(seed), grown_(width), all_(width), painted_(painted) {
        for (Page* page : {&grown_, &all_}) {
            REQUIRE(finder_start_painting(page->engine.self) == 1);
            finder_set_painted(page->engine.self, painted);
        }
        show();
    }

    // What was done, for a message.
    std::string step() {
        const unsigned what = roll(100);
        std::string done = what < 70 ? press() : what < 84 ? type() : what < 92 ? navigate() : what < 95 ? escape() : what < 98 ? switch_view() : resize();
        show();
        return done;
    }

    // Also the other way: what the update said of its link brings a third finder to the same programs.
    std::string wrong() const {
        const std::string found = difference(grown_.twin, fresh_, painted_);
        if (!found.empty()) return found;
        for (const char* same : {"title", "fragment", "height", "display", "theme", "narrow", "language", "heading", "turned", "history", "announcement"})
            if (grown_.last[same] != all_.last[same]) return same;
        return "";
    }
    std::size_t nodes_sent() const { return grown_.last["nodes"].size(); }
    std::size_t nodes_there() const { return fresh_.elements().size() - 1; }

private:
    unsigned roll(unsigned sides) { return static_cast<unsigned>(random_() % sides); }
    template <typename T> const T& any_of(const std::vector<T>& all) { return all[roll(static_cast<unsigned>(all.size()))]; }

    void show() {
        finder_send_all(all_.engine.self);
        grown_.show();
        all_.last = all_.engine.update();
        fresh_ = Twin();
        fresh_.apply(all_.last);
        CHECK(all_.last["removed"].empty());
    }

    std::string press() {
        std::vector<Key> keys;
        for (const auto& [key, element] : fresh_.elements()) {
            const std::string role = element.said.value("role", "");
            if (element.said.contains("acts") && role != "text_input" && (role != "leave" || roll(10) == 0) && (role != "card_link" || roll(20) == 0)) keys.push_back(key);
        }
        const Key key = any_of(keys);
        const int done = finder_activate(grown_.engine.self, key);
        CHECK(done >= 1);
        CHECK(finder_activate(all_.engine.self, key) == done);
        return "press " + fresh_.at(key).said.dump();
    }

    std::string type() {
        static const std::vector<std::string> texts = {"", "s", "sa", "san", "san mateo", "recovery", "r", "a", "center", "women", "yoga", "zzz", "\"<b>&\x01\\", "Peñínsula 中文", "caminar"};
        const Key field = fresh_.first("text_input");
        const std::string& text = any_of(texts);
        for (Page* page : {&grown_, &all_}) CHECK(finder_type(page->engine.self, field, text.c_str()) == (field ? 1 : 0));
        return "type " + text;
    }

    std::string navigate() {
        static const std::vector<std::string> links = {"", "q=san", "groups=trauma", "groups=trauma,anxiety&payment=medi-cal", "page=about", "show=filters", "program=edgewood-iop-san-carlos",
                                                       "q=a&not-stated=1&insurers=aetna", "county=san-mateo", "program=nothing", "groups=,,x&&=&%&q=%", "page-number=3", "page-number=999&not-stated=1&groups=trauma", "languages=spanish&program=edgewood-iop-san-carlos"};
        const std::string& link = any_of(links);
        for (Page* page : {&grown_, &all_}) finder_navigate(page->engine.self, link.c_str());
        return "go to " + link;
    }

    std::string escape() {
        CHECK(finder_escape(grown_.engine.self) == finder_escape(all_.engine.self));
        return "escape";
    }

    std::string switch_view() {
        painted_ = !painted_;
        for (Page* page : {&grown_, &all_}) finder_set_painted(page->engine.self, painted_);
        return painted_ ? "paint" : "page view";
    }

    std::string resize() {
        const float width = any_of(std::vector<float>{320, 390, 899, 1280, 1600}), rem = any_of(std::vector<float>{16, 20, 32});
        for (Page* page : {&grown_, &all_}) finder_set_viewport(page->engine.self, width, rem, 1);
        return "resize";
    }

    std::mt19937 random_;
    Page grown_, all_;
    Twin fresh_;
    bool painted_;
};

void walk(unsigned seed, float width, bool painted) {
    Walk walk(seed, width, painted);
    std::size_t sent = 0, there = 0;
    std::vector<std::string> steps;
    for (int i = 0; i < 300; ++i) {
        steps.push_back(walk.step());
        const std::string wrong = walk.wrong();
        CAPTURE(i);
        CAPTURE(steps.back());
        CAPTURE(steps[steps.size() < 2 ? 0 : steps.size() - 2]);
        REQUIRE(wrong == "");
        sent += walk.nodes_sent();
        there += walk.nodes_there();
    }
    MESSAGE("sent " << sent << " of " << there << " nodes");
    CHECK(sent < there);
}

TEST_CASE("updates and a fresh start give the same document after every step: wide, page view") { walk(1, 1280, false); }
TEST_CASE("updates and a fresh start give the same document after every step: wide, painted") { walk(2, 1280, true); }
TEST_CASE("updates and a fresh start give the same document after every step: narrow, page view") { walk(3, 390, false); }
TEST_CASE("updates and a fresh start give the same document after every step: narrow, painted") { walk(4, 390, true); }

TEST_CASE("cards that change places in blocks stand right") {
    // Names that share words, so that what is typed ranks them one way or the other.
    Page page;
    json programs = embedded_programs();
    const json one = programs["programs"][0];
    programs["programs"] = json::array();
    for (const std::string name : {"Alpha", "Delta"})
        for (const std::string number : {"1", "2", "3"}) {
            json program = one;
            program["name"] = name + " " + number;
            program["id"] = (name == "Alpha" ? "a" : "d") + number;
            program["organization"] = name == "Alpha" ? "Delta House" : "Alpha House";
            programs["programs"].push_back(program);
        }
    REQUIRE(page.engine.load(programs.dump()));
    page.show();
    const std::vector<std::string> alphas_first = {"Alpha 1", "Alpha 2", "Alpha 3", "Delta 1", "Delta 2", "Delta 3"};
    std::vector<std::string> deltas_first = alphas_first;
    std::rotate(deltas_first.begin(), deltas_first.begin() + 3, deltas_first.end());
    for (const std::string text : {"alpha", "delta", "house", "delta", "", "delta", "alpha"}) {
        page.type(text);
        CAPTURE(text);
        CHECK(page.twin.texts("card_link") == (text == "delta" ? deltas_first : alphas_first));
    }
}

}  // namespace
