// Rectangles in nominal css px: what the design says at 1rem = 16px. `unit` (rem / 16) turns them into css px.
#pragma once
#include <algorithm>
#include <cmath>

namespace finder::ui {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
    bool contains(float px, float py) const { return px >= x && px < x + w && py >= y && py < y + h; }
};

// The page as the browser gives it.
struct Viewport {
    float width = 1280;   // css px
    float rem = 16;       // css px of 1rem, as measured
    float dpr = 1;        // device px per css px
    float unit() const { return rem / 16; }
    float nominal_width() const { return width / unit(); }
    float density() const { return unit() * dpr; }   // device px per nominal px
    // How thick a border of that width comes out, nominal px: as in CSS, whole device px, at least one.
    float border(float w) const { return w > 0 ? std::max(1.f, std::floor(w * density())) / density() : 0; }
    bool narrow() const { return nominal_width() < 900; }
    friend bool operator==(const Viewport&, const Viewport&) = default;
};

}  // namespace finder::ui
