// What stands in several places agrees: roles (view/roles.hpp, web/roles.js, web/page.css, ui/style.cpp) and sizes.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"   // GCC 12 sees some in std::regex under ASan
#endif
#include "test_architecture_support.hpp"
#include "ui/geometry.hpp"
#include "ui/style.hpp"

#include <cstdlib>
#include <map>
#include <optional>
#include <set>

namespace {

using namespace finder_architecture_test;
using namespace finder;
using ui::Flow;
using ui::Look;
using view::Role;

std::vector<Role> all_roles() {
    std::vector<Role> all;
    for (std::size_t i = 0; i < view::role_count; ++i) all.push_back(static_cast<Role>(i));
    return all;
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
const std::set<std::string> need_no_rule = {"crisis-text", "choice-name", "sheet", "filters", "main", "option-name", "search", "detail-text", "glance-value", "source-link", "source-name"};

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
