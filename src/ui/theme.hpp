// Colours and sizes of the design. web/themes.css and web/page.css hold the same; a test compares them.
#pragma once
#include "imgui.h"
#include "view/theme.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finder::ui {

//        name             what it is for
#define FINDER_COLOURS(X) \
    X(ground)        /* of the page */ \
    X(card)          /* of cards and fields */ \
    X(ink)           /* text */ \
    X(quiet)         /* text that is read second */ \
    X(line)          /* edges that only part things */ \
    X(line_strong)   /* edges of what can be used */ \
    X(accent)        /* links, edges of buttons, filled buttons */ \
    X(on_accent)     /* text on it */ \
    X(soft)          /* a tinted ground */ \
    X(warn)          /* text: ask, confirm */ \
    X(warn_soft)     /* the ground of a warning */ \
    X(crisis)        /* the ground of "help now" */ \
    X(on_crisis)     /* text on it */ \
    X(crisis_edge)   /* the edge of a button on it; the next two: under the pointer, pressed */ \
    X(crisis_hover) \
    X(crisis_held) \
    X(accent_hover)  /* a filled button under the pointer */ \
    X(accent_tint)   /* laid over a ground while it is pressed */ \
    X(selection)     /* laid over selected text; the browser paints it */

enum class Colour : std::uint8_t {
    none,
#define FINDER_COLOUR(name) name,
    FINDER_COLOURS(FINDER_COLOUR)
#undef FINDER_COLOUR
};

inline constexpr std::string_view colour_names[] = {
#define FINDER_COLOUR(name) #name,
    FINDER_COLOURS(FINDER_COLOUR)
#undef FINDER_COLOUR
};
inline constexpr std::size_t colour_count = sizeof colour_names / sizeof colour_names[0];

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) { return IM_COL32(hex >> 16, hex >> 8 & 255, hex & 255, alpha); }

struct Palette {
    std::array<ImU32, colour_count> colours;   // in the order above
    bool shadows;                              // seen on light grounds only
    constexpr ImU32 operator[](Colour colour) const { return colour == Colour::none ? 0 : colours[static_cast<std::size_t>(colour) - 1]; }
};

inline constexpr Palette light_palette{{rgb(0xFBFAF7), rgb(0xFFFFFF), rgb(0x1C2321), rgb(0x4B5552), rgb(0xD9DDD8), rgb(0x8A938F), rgb(0x0B6E69), rgb(0xFFFFFF),
                                        rgb(0xE2F1EF), rgb(0x8A4B00), rgb(0xFFF3E0), rgb(0x7A1F2B), rgb(0xFFFFFF), rgb(0xFFFFFF, 0x99), rgb(0xFFFFFF, 0x22),
                                        rgb(0xFFFFFF, 0x33), rgb(0x085B57), rgb(0x0B6E69, 0x1A), rgb(0x000000, 0x26)}, true};

inline constexpr Palette dark_palette{{rgb(0x121716), rgb(0x1B2220), rgb(0xEEF2F0), rgb(0xB4BFBB), rgb(0x35403D), rgb(0x7F8C88), rgb(0x6FD3CB), rgb(0x06201E),
                                       rgb(0x17332F), rgb(0xFFC078), rgb(0x33270F), rgb(0x8E2A38), rgb(0xFFFFFF), rgb(0xFFFFFF, 0x99), rgb(0xFFFFFF, 0x22),
                                       rgb(0xFFFFFF, 0x33), rgb(0x97E4DD), rgb(0x6FD3CB, 0x1A), rgb(0xFFFFFF, 0x2A)}, false};

// For people who need more of it: every text at least 7:1.
inline constexpr Palette contrast_palette{{rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000), rgb(0x1F2624), rgb(0x5A625F), rgb(0x000000), rgb(0x00403D), rgb(0xFFFFFF),
                                           rgb(0xE2F1EF), rgb(0x5A3000), rgb(0xFFF3E0), rgb(0x5A0F1A), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF, 0x22),
                                           rgb(0xFFFFFF, 0x33), rgb(0x002B29), rgb(0x00403D, 0x1A), rgb(0x000000, 0x26)}, false};

inline constexpr Palette contrast_dark_palette{{rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0xE4EAE7), rgb(0xA6B0AC), rgb(0xFFFFFF), rgb(0x8FF0E7), rgb(0x000000),
                                                rgb(0x0A2623), rgb(0xFFD08A), rgb(0x261A05), rgb(0x5A0F1A), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF, 0x22),
                                                rgb(0xFFFFFF, 0x33), rgb(0xC4F8F3), rgb(0x8FF0E7, 0x26), rgb(0xFFFFFF, 0x33)}, false};

constexpr const Palette& palette_of(view::Theme theme) {
    switch (theme) {
        case view::Theme::dark: return dark_palette;
        case view::Theme::contrast: return contrast_palette;
        case view::Theme::contrast_dark: return contrast_dark_palette;
        default: return light_palette;
    }
}

// Browsers give letters lighter than this more ink.
constexpr bool is_light(ImU32 colour) {
    return (colour >> IM_COL32_R_SHIFT & 255) * 3 + (colour >> IM_COL32_G_SHIFT & 255) * 6 + (colour >> IM_COL32_B_SHIFT & 255) > 1280;
}

// Nominal px.
inline constexpr float wide_margin = 24, narrow_margin = 16;
inline constexpr float page_width = 1200, filters_width = 300, filters_gap = 32, contact_width = 320, contact_gap = 40, prose_width = 680;

}  // namespace finder::ui
