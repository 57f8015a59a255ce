// Where a painter put the elements of a View: all that the document has to know of a layout, in css px.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finder::app {

struct PlacedLine {
    std::string text;
    float width = 0;
    friend bool operator==(const PlacedLine&, const PlacedLine&) = default;
};

// Relative to the nearest placed ancestor, so that a card that moves is one write.
struct Place {
    float x = 0, y = 0, w = 0, h = 0;
    float text_x = 0, text_y = 0;   // top left of the first line
    std::uint32_t face = 0;
    float size = 0, line = 0;       // of the letters, and the height of a line
    std::vector<PlacedLine> lines;
    bool is_text = false;
};

struct Places {
    std::vector<std::optional<Place>> of;   // one a node; none for a container without a look of its own
};

}  // namespace finder::app
