// Measuring, breaking and drawing text, with the boxes of glyphs_null.cpp for letters.
#include "app/glyphs.hpp"
#include "imgui.h"
#include "ui/text.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace finder::ui;

// An ImGui context of its own with our fonts, current while it lives.
class TextContext {
public:
    explicit TextContext(const GlyphSource& source = finder::app::glyph_source()) : context_(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.DisplaySize = {100, 100};
        add_fonts(io.Fonts, source);
        ImGui::NewFrame();
    }
    ~TextContext() {
        ImGui::SetCurrentContext(context_);
        ImGui::EndFrame();
        void* fonts = ImGui::GetIO().Fonts->UserData;
        ImGui::DestroyContext(context_);
        drop_fonts(fonts);
    }
    TextContext(const TextContext&) = delete;
    TextContext& operator=(const TextContext&) = delete;
    void make_current() { ImGui::SetCurrentContext(context_); }

private:
    ImGuiContext* context_;
};

constexpr TextStyle body{Face::regular, 17, 24.65f};

std::vector<std::string> lines_of(std::string_view text, float width) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = line_end(body, text, width);
        REQUIRE(end > 0);
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

// The first line of `text` where there is just room for its beginning `room`.
std::string first_line(std::string_view text, std::string_view room) {
    return std::string(text.substr(0, line_end(body, text, text_width(body, room) + 0.1f)));
}

TEST_CASE("a text that fits is one line") {
    const TextContext context;
    CHECK(lines_of("Edgewood Center", 1000) == std::vector<std::string>{"Edgewood Center"});
    CHECK(lines_of("Edgewood Center", text_width(body, "Edgewood Center")) == std::vector<std::string>{"Edgewood Center"});
}

TEST_CASE("the space at a break hangs out of its line and does not count") {
    const TextContext context;
    const float width = text_width(body, "Edgewood") + 0.5f;
    CHECK(lines_of("Edgewood Center", width) == std::vector<std::string>{"Edgewood ", "Center"});
    CHECK(lines_of("Edgewood    Center", width) == std::vector<std::string>{"Edgewood    ", "Center"});
}

TEST_CASE("a word longer than its line breaks anywhere, but never within a letter") {
    const TextContext context;
    const auto lines = lines_of("Psychoneuroimmunology", 60);
    CHECK(lines.size() > 2);
    for (const std::string& line : lines) CHECK(text_width(body, line) <= 60.5f);
    for (const std::string& line : lines_of("e\u0301e\u0301e\u0301e\u0301", 12)) CHECK(line.size() % 3 == 0);
    CHECK(lines_of("anything", 0).size() == 8);   // a letter a line is the least
}

TEST_CASE("lines break after dashes and slashes, but phone numbers and ratios stay whole") {
    const TextContext context;
    CHECK(first_line("cognitive-behavioral", "cognitive-behav") == "cognitive-");
    CHECK(first_line("evening/weekend", "evening/week") == "evening/");
    CHECK(first_line("Monday\u2013Friday", "Monday\u2013Fri") == "Monday\u2013");
    CHECK(first_line("650-579-0350", "650-579-03") == "650-579-");   // longer than the line: between its parts
    CHECK(first_line("650-579-0350", "65") == "65");                 // and where a part is, anywhere
    CHECK(first_line("open 24/7", "open 24/") == "open ");
    CHECK(first_line("see https://", "see https:/") == "see ");
}

TEST_CASE("Chinese breaks between signs, but no line starts with closing or ends with opening punctuation") {
    const TextContext context;
    const std::string_view text = "你好，世界（测试）好吗？「好」。";
    for (float width = 72; width < 300; width += 3) {
        for (const std::string& line : lines_of(text, width)) {
            CHECK_FALSE((line.starts_with("，") || line.starts_with("）") || line.starts_with("？") || line.starts_with("」") || line.starts_with("。")));
            CHECK_FALSE((line.ends_with("（") || line.ends_with("「")));
        }
    }
}

TEST_CASE("whatever the width, the lines are the text again, and each but the hanging space fits") {
    const TextContext context;
    const std::string_view text = "Evening groups (ages 12\u201317) \u2014 family/teen therapy, DBT-informed; se habla espa\u00F1ol. \u60A8\u597D\uFF01 Call 650-579-0350.";
    for (float width = 20; width < 900; width += 7) {
        std::string joined;
        for (const std::string& line : lines_of(text, width)) {
            joined += line;
            std::string_view seen = line;
            while (seen.ends_with(' ')) seen.remove_suffix(1);
            CHECK(text_width(body, seen) <= width + 0.1f);
        }
        CHECK(joined == text);
    }
}

TEST_CASE("any bytes can be measured, broken and drawn") {
    const TextContext context;
    const std::string bytes("\xFF\xC3\x28\xF4\x90\x80\x80 \xE2\x82\0x", 13);
    CHECK(text_width(body, bytes) > 0);
    CHECK(lines_of(bytes, 20).size() > 1);
    draw_text(ImGui::GetForegroundDrawList(), body, 0, 20, IM_COL32_BLACK, bytes);
}

TEST_CASE("widths are nominal: nearly the same at every density") {
    const TextContext context;
    const float width = text_width(body, "Partial hospitalization");
    for (const float density : {0.5f, 1.1f, 1.25f, 2.f, 3.f, 12.f}) {
        set_density(density);
        CHECK(text_width(body, "Partial hospitalization") == doctest::Approx(width).epsilon(0.001));
    }
}

TEST_CASE("a baseline is within its line box, where rounded device px put it") {
    const TextContext context;
    for (const float density : {1.f, 1.25f, 2.f, 3.f}) {
        set_density(density);
        const float at = baseline(body) * density;
        CHECK(at == doctest::Approx(std::round(at)).epsilon(1e-5));
        CHECK(at > 0);
        CHECK(at < body.line * density);
    }
}

TEST_CASE("letters are drawn on whole device pixels") {
    const TextContext context;
    for (const float density : {1.f, 1.25f, 1.75f, 3.f, 12.f}) {
        set_density(density);
        ImDrawList* list = ImGui::GetForegroundDrawList();
        const int before = list->VtxBuffer.Size;
        draw_text(list, body, 3.4f, 20.6f, IM_COL32_BLACK, "Call Edgewood");
        CHECK(list->VtxBuffer.Size == before + 12 * 4);
        for (int v = before; v < list->VtxBuffer.Size; ++v) {
            CHECK(list->VtxBuffer[v].pos.x == std::round(list->VtxBuffer[v].pos.x));
            CHECK(list->VtxBuffer[v].pos.y == std::round(list->VtxBuffer[v].pos.y));
        }
    }
}

// Letters that kern: every pair is 1/10 em narrower than its parts.
float kerned_advance(std::uint32_t, float px, int) { return px / 2; }
float kerned_pair(std::uint32_t, std::uint32_t, float px, int) { return px * 0.9f; }
GlyphSource kerned_source() {
    GlyphSource source = finder::app::glyph_source();
    source.advance = kerned_advance;
    source.pair_advance = kerned_pair;
    return source;
}

TEST_CASE("kerning narrows a text once for each pair, and headings by their letter-spacing") {
    const GlyphSource source = kerned_source();
    const TextContext context(source);
    CHECK(text_width(body, "AV") == doctest::Approx(17 * 0.9f));
    CHECK(text_width(body, "AVAV") == doctest::Approx(17 * 1.7f));
    CHECK(text_width({Face::heading, 20, 24}, "AVAV") == doctest::Approx(20 * 1.7f - 4 * 0.2f));
    CHECK(text_width(body, "\u4F60\u597D") == doctest::Approx(17));   // ideographs do not kern
}

TEST_CASE("contexts side by side keep their own letters and density") {
    const GlyphSource source = kerned_source();
    TextContext plain, kerned(source);
    kerned.make_current();
    set_density(3);
    const float narrow = text_width(body, "AVAV");
    plain.make_current();
    CHECK(text_width(body, "AVAV") > narrow);
    kerned.make_current();
    CHECK(text_width(body, "AVAV") == narrow);
}

// Letters larger than any atlas.
bool huge_rasterise(std::uint32_t, float, int, bool, int, GlyphBox& box, unsigned char*, int) {
    box = {0, -5000, 5000, 5000};
    return true;
}

TEST_CASE("letters that find no room are left out, and the rest goes on") {
    GlyphSource source = finder::app::glyph_source();
    source.rasterise = huge_rasterise;
    const TextContext context(source);
    ImDrawList* list = ImGui::GetForegroundDrawList();
    const int before = list->VtxBuffer.Size;
    draw_text(list, body, 0, 20, IM_COL32_BLACK, "Call");
    CHECK(list->VtxBuffer.Size == before);
}

TEST_CASE("an atlas that is full leaves letters out and stays within its size") {
    const TextContext context;
    set_density(12);
    ImDrawList* list = ImGui::GetForegroundDrawList();
    for (unsigned c = 0x4E00; c < 0x4E00 + 700; ++c) {
        const char utf8[] = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
        draw_text(list, {Face::heading, 28, 33.6f}, 0, 20, IM_COL32_BLACK, {utf8, 3});
    }
    const ImTextureData* texture = ImGui::GetIO().Fonts->TexData;
    CHECK(texture->Width <= 4096);
    CHECK(texture->Height <= 4096);
    CHECK(texture->Format == ImTextureFormat_Alpha8);
}

TEST_CASE("what only a browser can draw is known: shaped and right-to-left scripts, loose accents, emoji") {
    for (const char* text : {"", "Edgewood – “yoga”, 2–5 pm · Ages 12–17", "Peñínsula, Đà Nẵng, Łódź", "焦虑 カウンセリング 상담", "Тревога", "Άγχος", "\xFF broken"}) CHECK(can_draw(text));
    for (const char* text : {"العربية", "עברית", "हिन्दी", "ไทย", "ខ្មែរ", "e\u0301", "👩‍⚕️", "a\u202Eb", "a\u200Fb"}) {
        CHECK_FALSE(can_draw(text));
        CHECK_FALSE(can_draw("Edgewood " + std::string(text)));
    }
}

}  // namespace
