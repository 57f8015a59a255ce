// What stands in several places agrees: roles (view/roles.hpp, web/roles.js, web/page.css, ui/style.cpp), colours and sizes.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"   // GCC 12 sees some in std::regex under ASan
#endif
#include "test_architecture_support.hpp"
#include "ui/geometry.hpp"
#include "ui/style.hpp"
#include "ui/theme.hpp"

#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <regex>
#include <set>

namespace {

using namespace finder_architecture_test;
using namespace finder;
using ui::Flow;
using ui::Look;
using view::Role;

std::string web_file(const char* name) { return read_file(source_dir() / "web" / name); }

std::vector<Role> all_roles() {
    std::vector<Role> all;
    for (std::size_t i = 0; i < view::role_count; ++i) all.push_back(static_cast<Role>(i));
    return all;
}

std::vector<std::smatch> matches(const std::string& text, const std::string& pattern) {
    static std::map<std::string, std::regex> known;   // a match points into its text, not into the pattern
    const std::regex& regex = known.try_emplace(pattern, pattern).first->second;
    return {std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator()};
}

// --- Roles

// role -> tag, as web/roles.js has it.
std::map<std::string, std::string> tags_of_roles() {
    const std::string file = web_file("roles.js");
    const std::size_t from = file.find("ROLES = {"), to = file.find("\n};", from);
    REQUIRE(to != file.npos);
    const std::string table = file.substr(from, to - from);
    std::map<std::string, std::string> tags;
    for (const auto& m : matches(table, R"(([a-z_]+): *(?:\['([a-z0-9]+)'|(button|list)\b))")) {
        CAPTURE(m.str(1));
        const std::string tag = m[2].matched ? m.str(2) : m.str(3) == "list" ? "ul" : "button";
        CHECK(tags.emplace(m.str(1), tag).second);   // once
    }
    return tags;
}

TEST_CASE("every role has an element in roles.js, and every element there is a role's") {
    std::set<std::string> roles, keys;
    for (const Role role : all_roles()) roles.insert(std::string(name_of(role)));
    for (const auto& [role, tag] : tags_of_roles()) keys.insert(role);
    CHECK(roles == keys);
    CHECK(roles.size() == view::role_count);
}

// Elements that look as their element always does here, or only hold others.
const std::set<std::string> need_no_rule = {"crisis-text", "filters", "main", "option-name", "search", "detail-text", "glance-value", "source-link", "source-name"};

TEST_CASE("every role has a rule in page.css, or is known to need none") {
    const std::string css = web_file("page.css");
    for (const Role role : all_roles()) {
        std::string name(name_of(role));
        std::replace(name.begin(), name.end(), '_', '-');
        CAPTURE(name);
        const bool has_rule = !matches(css, "\\." + name + "(?![a-z-])").empty();
        CHECK((has_rule || need_no_rule.contains(name)));
    }
    for (const std::string& name : need_no_rule) {
        std::string role = name;
        std::replace(role.begin(), role.end(), '-', '_');
        CHECK(std::count(std::begin(view::role_names), std::end(view::role_names), role) == 1);
    }
}

bool holds_text(Flow flow) { return flow == Flow::text || flow == Flow::button || flow == Flow::mark; }

TEST_CASE("every role looks like something: letters that can be read, sizes that are sizes") {
    const std::map<std::string, std::string> tags = tags_of_roles();
    for (const bool narrow : {false, true})
        for (const Role role : all_roles()) {
            CAPTURE(std::string(name_of(role)));
            CAPTURE(narrow);
            const Look look = ui::look_of(role, narrow);
            for (const float size : {look.pad_x, look.pad_top, look.pad_bottom, look.indent, look.min_height, look.gap_x, look.gap_y, look.max_width, look.radius, look.edge_width, look.margin_right})
                CHECK((size >= 0 && size < 1000));
            CHECK((look.margin_top > -10 && look.margin_top < 100));
            CHECK((look.edge == ui::Colour::none) == (look.edge_width == 0));
            if (holds_text(look.flow)) {
                CHECK((ui::light_palette[look.colour] >> IM_COL32_A_SHIFT) == 255);
                CHECK((look.text.size >= 15 && look.text.size <= 32));
                CHECK((look.text.line >= look.text.size * 1.19f && look.text.line <= look.text.size * 1.5f));
            }
            static const std::set<std::string> always_text = {"a", "button", "p", "h1", "h2", "dt", "dd", "legend"}, never_text = {"aside", "header", "footer", "nav", "main", "form", "ul", "dl", "fieldset"};
            const std::string& tag = tags.at(std::string(name_of(role)));
            if (always_text.contains(tag)) CHECK((holds_text(look.flow) || role == Role::sheet_done || role == Role::skip));   // the browser paints these
            if (never_text.contains(tag)) CHECK_FALSE(holds_text(look.flow));
        }
}

TEST_CASE("what is a link, a button or a field in the document is a control in the picture, and nothing else is") {
    for (const auto& [name, tag] : tags_of_roles()) {
        CAPTURE(name);
        const auto at = std::find(std::begin(view::role_names), std::end(view::role_names), name);
        REQUIRE(at != std::end(view::role_names));
        const auto role = static_cast<Role>(at - std::begin(view::role_names));
        const bool wanted = tag == "a" || tag == "button" || (tag == "input" && role != Role::checkbox && role != Role::radio) || role == Role::option || role == Role::choice;   // the label presses its box
        CHECK(ui::is_control(role) == wanted);
    }
}

// --- Colours

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

struct TextPair { const char* what; ImU32 text; std::vector<ImU32> grounds; };

std::vector<TextPair> text_pairs(const ui::Palette& p) {
    using enum ui::Colour;
    const auto over = [&p](ui::Colour tint, ui::Colour on) { return blended(p[tint], p[on]); };
    return {
        {"ink", p[ink], {p[ground], p[card], p[soft], p[warn_soft], over(accent_tint, ground), over(accent_tint, soft)}},
        {"quiet", p[quiet], {p[ground], p[card], p[soft], over(accent_tint, ground)}},
        {"accent", p[accent], {p[ground], p[card], p[soft], over(accent_tint, ground), over(accent_tint, card), over(accent_tint, soft)}},
        {"on_accent", p[on_accent], {p[accent], p[accent_hover]}},
        {"warn", p[warn], {p[warn_soft], p[ground], p[card]}},
        {"on_crisis", p[on_crisis], {p[crisis], over(crisis_hover, crisis), over(crisis_held, crisis)}},
    };
}

TEST_CASE("every text can be read on every ground it stands on, in every theme, also under the pointer") {
    for (const view::Theme theme : all_themes) {
        const bool high = theme == view::Theme::contrast || theme == view::Theme::contrast_dark;
        for (const TextPair& pair : text_pairs(ui::palette_of(theme)))
            for (const ImU32 ground : pair.grounds) {
                CAPTURE(std::string(view::theme_names[static_cast<std::size_t>(theme)]) + " " + pair.what);
                CAPTURE(css_colour(ground));
                CHECK(contrast(pair.text, ground) >= (high ? 7 : 4.5));
                // The browser lays it over the picture: letters and ground alike.
                const ImU32 selected = ui::palette_of(theme)[ui::Colour::selection];
                CHECK(contrast(blended(selected, pair.text), blended(selected, ground)) >= 4.5);
            }
    }
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

// --- Sizes

using Declarations = std::map<std::string, std::string>;

// Selector -> what all its rules say, later ones over earlier ones, for one block of rules.
std::map<std::string, Declarations> rules_of(const std::string& css) {
    std::map<std::string, Declarations> rules;
    for (const auto& rule : matches(css, R"(([^{}]+)\{([^{}]*)\})")) {
        const std::string selectors = rule.str(1) + ",", body = rule.str(2) + ";";
        for (const auto& selector : matches(selectors, R"(\s*([^,]+?)\s*,)"))
            for (const auto& declaration : matches(body, R"(([a-z-]+):\s*([^;]+);)")) rules[selector.str(1)][declaration.str(1)] = declaration.str(2);
    }
    return rules;
}

std::optional<float> px(const Declarations& rule, const std::string& property) {
    const auto at = rule.find(property);
    if (at == rule.end() || (!at->second.ends_with("rem") && !at->second.ends_with("px"))) return std::nullopt;
    return std::strtof(at->second.c_str(), nullptr) * (at->second.ends_with("rem") ? 16.f : 1.f);
}

// A line of text may be as high as CSS wants it without being told so.
float least_height(const Look& look, float wanted) { return look.min_height == 0 && look.text.line >= wanted ? wanted : look.min_height; }

TEST_CASE("letters, least heights and corners have the sizes of page.css") {
    const std::string css = web_file("page.css");
    const std::size_t from = css.find("@media (max-width: 56.24em)"), to = css.find("\n}", from);
    REQUIRE(to != css.npos);
    CHECK(!ui::Viewport{56.25f * 16, 16, 1}.narrow());
    CHECK(ui::Viewport{56.24f * 16, 16, 1}.narrow());
    const auto wide = rules_of(css.substr(0, std::min(from, css.find("@media")))), narrow = rules_of(css.substr(css.find('{', from) + 1, to - css.find('{', from) - 1));
    int compared = 0;
    for (const bool is_narrow : {false, true})
        for (const Role role : all_roles()) {
            std::string selector = ".finder ." + std::string(name_of(role));
            std::replace(selector.begin() + 9, selector.end(), '_', '-');
            Declarations rule = wide.contains(selector) ? wide.at(selector) : Declarations();
            if (is_narrow && narrow.contains(selector))
                for (const auto& [property, value] : narrow.at(selector)) rule[property] = value;
            const Look look = ui::look_of(role, is_narrow);
            CAPTURE(selector);
            CAPTURE(is_narrow);
            if (const auto size = px(rule, "font-size"); size && holds_text(look.flow)) { CHECK(look.text.size == doctest::Approx(*size)); ++compared; }
            if (const auto height = px(rule, "min-height"); height && look.flow != Flow::fixed) { CHECK(least_height(look, *height) == doctest::Approx(*height)); ++compared; }
            if (const auto radius = px(rule, "border-radius"); radius && look.radius > 0 && look.flow != Flow::button) { CHECK(look.radius == doctest::Approx(*radius)); ++compared; }
        }
    CHECK(compared > 60);
}

}  // namespace
