// Colours and sizes of the design. web/page.css holds the same; a test compares them.
#pragma once
#include "imgui.h"

namespace finder::ui {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) { return IM_COL32(hex >> 16, hex >> 8 & 255, hex & 255, alpha); }

struct Theme {
    ImU32 ground, card, ink, quiet, line, line_strong, accent, on_accent, soft, warn, warn_soft, crisis, on_crisis;
    ImU32 accent_hover, accent_tint;   // a filled button, and a tinted one, under the pointer
};

inline constexpr Theme light_theme{rgb(0xFBFAF7), rgb(0xFFFFFF), rgb(0x1C2321), rgb(0x4B5552), rgb(0xD9DDD8), rgb(0x8A938F), rgb(0x0B6E69),
                                   rgb(0xFFFFFF), rgb(0xE2F1EF), rgb(0x8A4B00), rgb(0xFFF3E0), rgb(0x7A1F2B), rgb(0xFFFFFF),
                                   rgb(0x085B57), rgb(0x0B6E69, 0x1A)};

// Nominal px.
inline constexpr float wide_margin = 24, narrow_margin = 16;
inline constexpr float page_width = 1200, filters_width = 300, filters_gap = 32, contact_width = 320, contact_gap = 40, prose_width = 680;

}  // namespace finder::ui
