// Sizes that both the arranging and the painting of a control need. Nominal px; web/page.css has the same.
#pragma once

namespace finder::ui {

inline constexpr float check_box = 22, check_gap = 10, option_reach = 8;          // a row reaches out on both sides
inline constexpr float radio_ring = 5;                                            // from a radio button's edge to its dot
inline constexpr float disc = 20, disc_gap = 7;                                   // the sign before a mark
inline constexpr float field_pad = 14, magnifier = 20, field_gap = 10;
inline constexpr float chip_gap = 8, chip_cross = 12;
inline constexpr float bullet_dot = 6;
inline constexpr float term_width = 200, term_gap = 20, value_gap = 2, marks_gap = 32;
inline constexpr float button_pad_y = 4;                                          // seen only when a button's text wraps
inline constexpr float underline_offset = 3;                                      // from the baseline

}  // namespace finder::ui
