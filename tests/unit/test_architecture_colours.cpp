// The colours of the painted page and those of the style sheets are the same, in every theme, and can be read.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"   // GCC 12 sees some in std::regex under ASan
#endif
#include "test_architecture_support.hpp"
#include "ui/theme.hpp"

#include <cmath>
#include <cstdio>
#include <map>
#include <set>

namespace {

using namespace finder_architecture_test;
using namespace finder;

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

// "#0B6E69", with its alpha only when it is not opaque.
std::string css_colour(ImU32 colour) {
    const auto part = [colour](int shift) { return static_cast<unsigned>(colour >> shift & 255); };
    char text[16];
    std::snprintf(text, sizeof text, "#%02X%02X%02X%02X", part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT));
    return part(IM_COL32_A_SHIFT) == 255 ? std::string(text, 7) : text;
}

constexpr view::Theme all_themes[] = {view::Theme::light, view::Theme::dark, view::Theme::contrast, view::Theme::contrast_dark};

std::map<std::string, std::string> painted_colours(view::Theme theme) {
    std::map<std::string, std::string> colours;
    for (std::size_t i = 0; i < ui::colour_count; ++i) {
        std::string name(ui::colour_names[i]);
        std::replace(name.begin(), name.end(), '_', '-');
        colours[name] = css_colour(ui::palette_of(theme).colours[i]);
    }
    return colours;
}

// Without what is only for paper.
std::string screen_css() {
    const std::string css = web_file("page.css");
    const std::size_t from = css.find("@media print"), to = css.find("\n}", from);
    REQUIRE(to != css.npos);
    return css.substr(0, from) + css.substr(to);
}

// The theme that a set of colours in themes.css is for: the one named, or the one whose wishes its media query asks for.
view::Theme theme_of_rule(const std::string& media, const std::string& selector) {
    if (const auto named = matches(selector, R"re(data-theme="([a-z-]+)")re"); !named.empty())
        for (const view::Theme theme : all_themes)
            if (view::theme_names[static_cast<std::size_t>(theme)] == named[0].str(1)) return theme;
    return view::theme_of(view::ThemeChoice::system, {media.find("dark") != media.npos, media.find("more") != media.npos});
}

TEST_CASE("every set of colours in themes.css is the painted one, with and without script") {
    std::map<std::pair<view::Theme, bool>, int> seen;
    std::string media;
    const std::string file = web_file("themes.css");
    for (const auto& m : matches(file, R"((@media[^{]*)\{|(\.finder[^{}]*)\{([^{}]*)\})")) {
        if (m[1].matched) { media = m.str(1); continue; }
        if (m.str(3).find("--ground") == std::string::npos) continue;
        CAPTURE(media + m.str(2));
        const view::Theme theme = theme_of_rule(media, m.str(2));
        std::map<std::string, std::string> css;
        const std::string body = m.str(3);
        for (const auto& c : matches(body, R"(--([a-z-]+): *(#[0-9A-Fa-f]+))")) CHECK(css.emplace(c.str(1), upper(c.str(2))).second);
        CHECK(css == painted_colours(theme));
        CHECK((body.find("--card-shadow: none") == std::string::npos) == ui::palette_of(theme).shadows);
        ++seen[{theme, m.str(2).find("data-theme=") != std::string::npos}];
    }
    CHECK(seen.size() == 7);   // light needs no name: it is what there is without one
}

TEST_CASE("the ground around the finder is the theme's") {
    const std::string file = web_file("themes.css");
    int found = 0;
    for (const auto& m : matches(file, R"re(data-theme="([a-z-]+)"\]\) \{ background: (#[0-9A-F]{6}))re"))
        for (const view::Theme theme : all_themes)
            if (view::theme_names[static_cast<std::size_t>(theme)] == m.str(1)) { CHECK(m.str(2) == painted_colours(theme)["ground"]); ++found; }
    CHECK(found == 4);
}

TEST_CASE("page.css and painted.css use no colour that is not the theme's") {
    const std::set<std::string> shadow = {"#1C2321"};   // under what floats, in every theme
    const std::string page = screen_css(), painted = web_file("painted.css");
    for (const std::string& file : {page, painted})
        for (const auto& m : matches(file, R"((?:#|%23)([0-9A-Fa-f]{6})(?:[0-9A-Fa-f]{2})?(?![0-9A-Za-z]))")) {
            CAPTURE(m.str(0));
            CHECK(shadow.contains("#" + upper(m.str(1))));
        }
}

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(ImU32 colour) {
    const auto channel = [colour](int shift) {
        const double c = (colour >> shift & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) + 0.0722 * channel(IM_COL32_B_SHIFT);
}

double contrast(ImU32 one, ImU32 other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST_CASE("the contrast formula gives WCAG's own examples") {
    CHECK(contrast(ui::rgb(0x000000), ui::rgb(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(ui::rgb(0x777777), ui::rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.001));
    CHECK(contrast(ui::rgb(0x767676), ui::rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.001));
}

// `over` with its alpha, on an opaque ground.
ImU32 blended(ImU32 over, ImU32 ground) {
    const double alpha = (over >> IM_COL32_A_SHIFT & 255) / 255.0;
    const auto part = [&](int shift) { return static_cast<unsigned>(std::lround((over >> shift & 255) * alpha + (ground >> shift & 255) * (1 - alpha))); };
    return IM_COL32(part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), 255);
}

// Grounds that a text stands on, and those that only the pointer makes.
struct TextPair { const char* what; ImU32 text; std::vector<ImU32> grounds, touched; };

std::vector<TextPair> text_pairs(const ui::Palette& p) {
    using enum ui::Colour;
    const auto over = [&p](ui::Colour tint, ui::Colour on) { return blended(p[tint], p[on]); };
    return {
        {"ink", p[ink], {p[ground], p[card], p[soft], p[warn_soft]}, {over(accent_tint, ground), over(accent_tint, soft)}},
        {"quiet", p[quiet], {p[ground], p[card], p[soft]}, {over(accent_tint, ground)}},
        {"accent", p[accent], {p[ground], p[card], p[soft]}, {over(accent_tint, ground), over(accent_tint, card), over(accent_tint, soft)}},
        {"on_accent", p[on_accent], {p[accent]}, {p[accent_hover]}},
        {"warn", p[warn], {p[warn_soft], p[ground], p[card]}, {}},
        {"on_crisis", p[on_crisis], {p[crisis]}, {over(crisis_hover, crisis), over(crisis_held, crisis)}},
    };
}

template <typename Check> void for_all_texts(const Check& check) {
    for (const view::Theme theme : all_themes) {
        const std::string name(view::theme_names[static_cast<std::size_t>(theme)]);
        const bool high = theme == view::Theme::contrast || theme == view::Theme::contrast_dark;
        for (const TextPair& pair : text_pairs(ui::palette_of(theme))) check(name + " " + pair.what, pair, high ? 7 : 4.5, ui::palette_of(theme));
    }
}

TEST_CASE("every text can be read on every ground it stands on, in every theme, also under the pointer") {
    for_all_texts([](const std::string& what, TextPair pair, double least, const ui::Palette&) {
        pair.grounds.insert(pair.grounds.end(), pair.touched.begin(), pair.touched.end());
        for (const ImU32 ground : pair.grounds) {
            CAPTURE(what);
            CAPTURE(css_colour(ground));
            CHECK(contrast(pair.text, ground) >= least);
        }
    });
}

TEST_CASE("selected text can be read: the browser lays a colour over the picture, letters and ground alike") {
    for_all_texts([](const std::string& what, const TextPair& pair, double, const ui::Palette& palette) {
        const ImU32 over = palette[ui::Colour::selection];
        for (const ImU32 ground : pair.grounds) {
            CAPTURE(what);
            CAPTURE(css_colour(ground));
            CHECK(contrast(blended(over, pair.text), blended(over, ground)) >= 4.5);
            if (pair.text == palette[ui::Colour::ink] || pair.text == palette[ui::Colour::quiet]) CHECK(contrast(blended(over, ground), ground) >= 1.2);   // and is seen to be selected
        }
    });
}

TEST_CASE("the edges of fields, boxes and buttons, and the focus ring, can be seen in every theme") {
    using enum ui::Colour;
    for (const view::Theme theme : all_themes) {
        const ui::Palette& p = ui::palette_of(theme);
        for (const ImU32 on : {p[card], p[ground], p[soft]}) {
            CAPTURE(std::string(view::theme_names[static_cast<std::size_t>(theme)]));
            CAPTURE(css_colour(on));
            if (on != p[soft]) CHECK(contrast(p[line_strong], on) >= 3);
            CHECK(contrast(p[accent], on) >= 3);   // links, filled buttons, a ticked box, the ring
        }
        CHECK(contrast(blended(p[crisis_edge], p[crisis]), p[crisis]) >= 3);
        CHECK(contrast(p[on_crisis], p[crisis]) >= 3);   // the ring there
        CHECK(contrast(p[on_accent], p[accent]) >= 3);   // the tick in its box
    }
}

}  // namespace
