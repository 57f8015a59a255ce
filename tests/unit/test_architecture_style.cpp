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
            CHECK((look.edge == 0) == (look.edge_width == 0));
            if (holds_text(look.flow)) {
                CHECK((look.colour >> IM_COL32_A_SHIFT) == 255);
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
        const bool wanted = tag == "a" || tag == "button" || (tag == "input" && role != Role::checkbox) || role == Role::option;   // the label presses its check box
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

std::map<std::string, ImU32> theme_colours() {
    const ui::Theme& t = ui::light_theme;
    return {{"ground", t.ground}, {"card", t.card}, {"ink", t.ink}, {"quiet", t.quiet}, {"line", t.line}, {"line-strong", t.line_strong}, {"accent", t.accent},
            {"on-accent", t.on_accent}, {"soft", t.soft}, {"warn", t.warn}, {"warn-soft", t.warn_soft}, {"crisis", t.crisis}, {"on-crisis", t.on_crisis},
            {"accent-hover", t.accent_hover}, {"accent-tint", t.accent_tint}};
}

// Without what is only for paper.
std::string screen_css() {
    const std::string css = web_file("page.css");
    const std::size_t from = css.find("@media print"), to = css.find("\n}", from);
    REQUIRE(to != css.npos);
    return css.substr(0, from) + css.substr(to);
}

TEST_CASE("the colours of the picture are those of page.css") {
    const std::map<std::string, ImU32> colours = theme_colours();
    CHECK(sizeof(ui::Theme) == colours.size() * sizeof(ImU32));   // none is forgotten above
    std::map<std::string, std::string> painted, css;
    for (const auto& [name, colour] : colours) painted[name] = css_colour(colour);
    const std::string file = screen_css();
    for (const auto& m : matches(file, R"(--([a-z-]+): *(#[0-9A-Fa-f]+))")) CHECK(css.emplace(m.str(1), upper(m.str(2))).second);
    CHECK(painted == css);
}

TEST_CASE("page.css uses no colour that is not the theme's") {
    std::set<std::string> known = {"#000000"};   // what the browser lays over selected text
    for (const auto& [name, colour] : theme_colours()) known.insert(css_colour(colour).substr(0, 7));
    const std::string page = screen_css(), painted = web_file("painted.css");
    for (const std::string& file : {page, painted})
        for (const auto& m : matches(file, R"((?:#|%23)([0-9A-Fa-f]{6})(?:[0-9A-Fa-f]{2})?(?![0-9A-Za-z]))")) {
            CAPTURE(m.str(0));
            CHECK(known.contains("#" + upper(m.str(1))));
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

TEST_CASE("every text can be read on every ground it stands on, also under the pointer") {
    const ui::Theme& t = ui::light_theme;
    const struct { const char* what; ImU32 text; std::vector<ImU32> grounds; } pairs[] = {
        {"ink", t.ink, {t.ground, t.card, t.soft, t.warn_soft, blended(t.accent_tint, t.ground)}},
        {"quiet", t.quiet, {t.ground, t.card, t.soft, blended(t.accent_tint, t.ground)}},
        {"accent", t.accent, {t.ground, t.card, t.soft, blended(t.accent_tint, t.ground), blended(t.accent_tint, t.card), blended(t.accent_tint, t.soft)}},
        {"on_accent", t.on_accent, {t.accent, t.accent_hover}},
        {"warn", t.warn, {t.warn_soft, t.ground, t.card}},
        {"on_crisis", t.on_crisis, {t.crisis, blended(ui::rgb(0xFFFFFF, 0x22), t.crisis), blended(ui::rgb(0xFFFFFF, 0x33), t.crisis)}},
    };
    for (const auto& [what, text, grounds] : pairs)
        for (const ImU32 ground : grounds) {
            CAPTURE(std::string(what));
            CAPTURE(css_colour(ground));
            CHECK(contrast(text, ground) >= 4.5);
        }
}

TEST_CASE("the edges of fields, boxes and buttons can be seen") {
    const ui::Theme& t = ui::light_theme;
    for (const ImU32 ground : {t.card, t.ground}) {
        CAPTURE(css_colour(ground));
        CHECK(contrast(t.line_strong, ground) >= 3);
        CHECK(contrast(t.accent, ground) >= 3);
    }
    CHECK(contrast(blended(ui::rgb(0xFFFFFF, 0x99), t.crisis), t.crisis) >= 3);
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
