// The sets of colours, and what a person chose of how the page looks and which keys it takes.
#pragma once
#include <cstdint>
#include <string_view>

namespace finder::view {

enum class Theme : std::uint8_t { light, dark, contrast, contrast_dark };
inline constexpr std::string_view theme_names[] = {"light", "dark", "contrast", "contrast-dark"};

enum class ThemeChoice : std::uint8_t { system, light, dark, contrast };
inline constexpr std::string_view theme_choice_names[] = {"system", "light", "dark", "contrast"};
inline constexpr ThemeChoice theme_choices[] = {ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast};

inline constexpr std::uint16_t text_sizes[] = {100, 125, 150, 200};   // percent

// Kept while the page is open, and beside the browser's history; never part of a link.
struct Display {
    bool simple = false;                        // page view was chosen
    ThemeChoice theme = ThemeChoice::system;
    std::uint16_t text_size = 100;              // one of text_sizes
    bool slash = true;                          // the key / goes to the search (WCAG 2.1.4: can be switched off)
    friend bool operator==(const Display&, const Display&) = default;
};

// What the device says that the person prefers.
struct Preferences {
    bool dark = false, more_contrast = false;
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

// "High contrast" is on the ground that the device prefers.
constexpr Theme theme_of(ThemeChoice choice, Preferences device) {
    const bool dark = choice == ThemeChoice::dark || (choice != ThemeChoice::light && device.dark);
    const bool contrast = choice == ThemeChoice::contrast || (choice == ThemeChoice::system && device.more_contrast);
    if (contrast) return dark ? Theme::contrast_dark : Theme::contrast;
    return dark ? Theme::dark : Theme::light;
}

}  // namespace finder::view
