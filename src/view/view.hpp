// The semantic document: every word, number and state that a person can perceive, in reading order.
// The twin (DOM) is built from it, and ImGui lays it out and paints it. Neither holds state of its own.
#pragma once
#include "view/action.hpp"
#include "view/roles.hpp"
#include "view/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finder::view {

using Key = std::uint32_t;   // never 0; the same thing keeps its key from one View to the next

struct Node {
    Key key = 0;
    std::uint32_t parent = 0;   // place in View::nodes; the root is its own parent
    std::uint32_t end = 0;      // one past its last descendant
    Role role = Role::main;
    std::string text;           // read and painted; only nodes without children have text
    std::string said_before;    // heard before the text, not seen: "Offered: "
    std::string said_after;     // heard after it: " programs"
    std::string name;           // accessible name of a landmark or list that has no text of its own
    std::string href;           // links
    std::string value;          // text fields: what was typed
    std::string hint;           // text fields: placeholder
    std::string group;          // radio buttons: those of one group exclude each other
    std::optional<bool> checked, expanded, pressed;
    std::uint32_t set_place = 0, set_size = 0;   // items of a list of which only a part is here: their place from 1, and how many there are
    std::optional<Action> action;   // what pressing it does; SetText for text fields

    friend bool operator==(const Node& a, const Node& b);   // compares what can be perceived, not the action
};

struct View {
    std::vector<Node> nodes;    // pre-order; nodes[0] is a root without a role of its own
    std::string title;          // of the document
    std::string announcement;   // for a status region; empty when there is nothing to say
    std::string range;          // of a list with pages: which programs this one holds, in words
    Key heading = 0;            // where focus goes when the screen changes
    Key opener = 0;             // narrow list: the button that opens the filter sheet, where focus returns to
    Theme theme = Theme::light;
};

// Pure: the same arguments give the same View, keys included.
View make_view(const State& state, const Results& results, const Dataset& dataset, const Words& words);

}  // namespace finder::view
