// The finder as JavaScript has it: the C ABI of app/finder_api.h, wrapped as in web/engine.js, and a document like that of
// web/twin.js, without a browser.
#pragma once
#include "app/finder_api.h"
#include "test_finder_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace finder_app_test {

using nlohmann::json;
using Key = std::uint32_t;

// Holds a million times in a long walk, which doctest need not count.
inline void insist(bool holds, const char* what) {
    if (!holds) FAIL(what);
}

inline json parsed(const char* text) {
    json value = json::parse(text, nullptr, false);
    REQUIRE_FALSE(value.is_discarded());
    return value;
}

class Engine {
public:
    explicit Engine(float width = 1280, float rem = 16, float dpr = 1) {
        REQUIRE(self != nullptr);
        finder_set_viewport(self, width, rem, dpr);
    }
    ~Engine() { finder_destroy(self); }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    json update() { return parsed(finder_update(self)); }
    json painted() { return parsed(finder_painted(self)); }
    bool load(const std::string& text) { return finder_load_programs(self, text.data(), text.size()) == 1; }
    void paint() {
        REQUIRE(finder_start_painting(self) == 1);
        finder_set_painted(self, 1);
    }

    finder_handle* self = finder_create();
};

inline json embedded_programs() {
    std::size_t size = 0;
    const char* text = finder_embedded_programs(&size);
    return json::parse(text, text + size, nullptr, false);
}

// What twin.js makes of updates: state stays until something else is said; only what a person can perceive is kept.
class Twin {
public:
    struct Element {
        Key parent = 0;
        std::vector<Key> children;
        json said = json::object();
    };

    void apply(const json& update) {
        for (const json& key : update["removed"]) remove(key.get<Key>());
        for (const json& node : update["nodes"]) patch(node);
    }

    const std::map<Key, Element>& elements() const { return elements_; }
    const Element& at(Key key) const { return elements_.at(key); }
    bool has(Key key) const { return elements_.contains(key); }
    std::string text(Key key) const { return at(key).said.value("text", ""); }

    // The elements of a role in the order of the document.
    std::vector<Key> all(std::string_view role, Key from = 0) const {
        std::vector<Key> found;
        collect(role, from, found);
        return found;
    }
    Key first(std::string_view role, std::string_view text = {}) const {
        for (const Key key : all(role))
            if (text.empty() || this->text(key) == text) return key;
        return 0;
    }
    std::vector<std::string> texts(std::string_view role) const {
        std::vector<std::string> found;
        for (const Key key : all(role)) found.push_back(text(key));
        return found;
    }
    // The check box of the option with that name.
    Key checkbox(std::string_view name) const {
        for (const Key option : all("option"))
            for (const Key part : at(option).children)
                if (text(part) == name) return at(option).children.at(0);
        return 0;
    }

private:
    void remove(Key key) {
        insist(elements_.contains(key), "what is removed was there");
        const Key parent = elements_[key].parent;
        if (elements_.contains(parent)) std::erase(elements_[parent].children, key);
        elements_.erase(key);
    }

    void patch(const json& node) {
        const Key key = node["key"].get<Key>(), parent = node["parent"].get<Key>(), after = node["after"].get<Key>();
        insist(key != 0, "a key is never 0");
        insist(elements_.contains(parent), "parents come first");
        if (elements_.contains(key)) std::erase(elements_[elements_[key].parent].children, key);
        std::vector<Key>& siblings = elements_[parent].children;
        const auto before = std::find(siblings.begin(), siblings.end(), after);
        insist(after == 0 || before != siblings.end(), "a node stands after a sibling");
        siblings.insert(after == 0 ? siblings.begin() : before + 1, key);
        Element& element = elements_[key];
        element.parent = parent;
        say(element.said, node);
    }

    static void say(json& said, const json& node) {
        for (const char* name : {"role", "name", "hint", "value", "checked", "expanded", "pressed"})
            if (node.contains(name)) said[name] = node[name];
        for (const char* name : {"href", "acts", "set_place", "set_size"}) {
            said.erase(name);
            if (node.contains(name)) said[name] = node[name];
        }
        if (node.contains("text") || node.contains("said_before") || node.contains("said_after")) {
            for (const char* name : {"said_before", "said_after"}) said[name] = node.value(name, "");
            said["whole"] = node.value("text", "");
            said["text"] = node.contains("lines") ? joined(node["lines"]) : node.value("text", "");
            said.erase("lines");
        }
        for (const char* name : {"rect", "type", "lines"})
            if (node.contains(name)) said[name] = node[name];
    }

    static std::string joined(const json& lines) {
        std::string text;
        for (std::size_t i = 0; i < lines.size(); i += 2) text += lines[i].get<std::string>();
        return text;
    }

    void collect(std::string_view role, Key key, std::vector<Key>& found) const {
        if (key != 0 && at(key).said["role"] == role) found.push_back(key);
        for (const Key child : at(key).children) collect(role, child, found);
    }

    std::map<Key, Element> elements_ = {{0, {}}};
};

// A finder and its document, brought up to date.
struct Page {
    explicit Page(float width = 1280, float rem = 16) : engine(width, rem) { show(); }
    const json& show() {
        last = engine.update();
        twin.apply(last);
        return last;
    }
    const json& press(Key key) {
        REQUIRE(finder_activate(engine.self, key) == 1);
        return show();
    }
    const json& type(const std::string& text) {
        REQUIRE(finder_type(engine.self, twin.first("text_input"), text.c_str()) == 1);
        return show();
    }
    const json& go(const std::string& fragment) {
        finder_navigate(engine.self, fragment.c_str());
        return show();
    }

    Engine engine;
    Twin twin;
    json last;
};

}  // namespace finder_app_test
