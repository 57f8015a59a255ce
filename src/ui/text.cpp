#include "ui/text.hpp"

#include "finder/utf8.hpp"
#include "imgui_internal.h"

#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

namespace finder::ui {

namespace {

struct FaceStyle { int weight; float letter_spacing_em; bool on_dark; };
constexpr FaceStyle face_styles[face_count] = {{400, 0, false}, {600, 0, false}, {600, -0.01f, false}, {400, 0, true}, {600, 0, true}, {600, -0.01f, true}};

const FaceStyle& style_of(Face face) { return face_styles[static_cast<int>(face)]; }

// What one ImGui context knows about text. Found through the atlas, so that several contexts do not mix.
struct TextState {
    const GlyphSource* source = nullptr;
    float density = 1;
    ImFont* fonts[face_count] = {};
    ImFontLoader loader;
    std::unordered_map<unsigned long long, float> kerning;   // by pair, face and size; nominal px
    std::unordered_map<std::string, float> widths;           // by style and text; nominal px
    std::vector<unsigned char> bitmap;
};

TextState& state_of(ImFontAtlas* atlas) { return *static_cast<TextState*>(atlas->UserData); }
TextState& state() { return state_of(ImGui::GetIO().Fonts); }

// A letter drawn at x = 3.4 from a bitmap made at x = 3 is blurred (bilinear) or misplaced (rounded), so each is
// rasterised at several horizontal phases, stacked in one strip. Four are what Chromium has (0.1 % of the pixels differ,
// 0.7 % with two); on denser screens fewer are as fine in css px, and letters are large there.
int phase_count(float density) { return density >= 5 ? 1 : density >= 2.5f ? 2 : 4; }

// Every WebGL 2 device that we know takes this size: 16 MB of coverage, enough for the page at 400 % on a 300 % screen.
constexpr int atlas_side = 4096;

// --- ImFontLoader

// ImGui wants FontLoaderData empty until here; FontNo carries the face.
bool init_source(ImFontAtlas*, ImFontConfig* source) {
    source->FontLoaderData = const_cast<FaceStyle*>(&face_styles[source->FontNo]);
    return true;
}
void drop_source(ImFontAtlas*, ImFontConfig* source) { source->FontLoaderData = nullptr; }
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }   // the browser falls back by itself
const FaceStyle& style_of(const ImFontConfig* source) { return *static_cast<const FaceStyle*>(source->FontLoaderData); }

bool init_baked(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
    float ascent = 0, descent = 0;
    state_of(atlas).source->line_metrics(baked->Size * baked->RasterizerDensity, style_of(source).weight, ascent, descent);
    baked->Ascent = ascent / baked->RasterizerDensity;
    baked->Descent = -descent / baked->RasterizerDensity;
    baked->LoadNoRenderOnLayout = true;   // measuring must not rasterise
    return true;
}

// Rasterises into the atlas. A letter that has no ink or does not fit stays invisible; the document still has it.
void rasterise(TextState& text, ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImFontGlyph* glyph, ImWchar code_point) {
    const float scale = baked->RasterizerDensity, px = baked->Size * scale;
    const int phases = phase_count(scale);
    // Room for a letter three times as wide and twice as high as its size; hardly any is.
    const auto room = static_cast<std::size_t>((3 * px + 8) * (2 * px + 8)) * static_cast<std::size_t>(phases);
    if (text.bitmap.size() < room) text.bitmap.resize(room);
    const FaceStyle& style = style_of(source);
    GlyphBox box{};
    if (!text.source->rasterise(code_point, px, style.weight, style.on_dark, phases, box, text.bitmap.data(), static_cast<int>(text.bitmap.size()))) return;
    if (box.width >= atlas_side || box.height * phases >= atlas_side) return;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, box.width, box.height * phases);
    if (id == ImFontAtlasRectId_Invalid) return;
    glyph->X0 = static_cast<float>(box.left) / scale;
    glyph->Y0 = static_cast<float>(box.top) / scale;
    glyph->X1 = static_cast<float>(box.left + box.width) / scale;
    glyph->Y1 = static_cast<float>(box.top + box.height) / scale;
    glyph->Visible = true;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id), text.bitmap.data(), ImTextureFormat_Alpha8, box.width);
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point, ImFontGlyph* glyph, float* advance_only) {
    TextState& text = state_of(atlas);
    const float scale = baked->RasterizerDensity;
    const FaceStyle& style = style_of(source);
    const float advance = text.source->advance(code_point, baked->Size * scale, style.weight) / scale + style.letter_spacing_em * baked->Size;
    if (advance_only) { *advance_only = advance; return true; }
    glyph->Codepoint = code_point & 0x3FFFFFFu;   // a bit field of 26
    glyph->AdvanceX = advance;
    if (code_point != ' ' && code_point != 0xA0) rasterise(text, atlas, source, baked, glyph, code_point);
    return true;
}

// GetFontBaked rounds the size to whole px: sizes here are nominal whole numbers, and everything fractional
// (rem, a device pixel ratio of 1.25) is in the density, which is part of ImGui's cache key.
ImFontBaked* baked_font(TextState& text, const TextStyle& style) { return text.fonts[static_cast<int>(style.face)]->GetFontBaked(style.size, text.density); }

// --- Kerning: ImGui knows none, the browser does.

bool may_kern(unsigned c) { return (c > ' ' && c < 0x250) || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2028); }

float kern(TextState& text, ImFontBaked* baked, Face face, unsigned first, unsigned second) {
    if (!may_kern(first) || !may_kern(second)) return 0;
    const unsigned long long key = static_cast<unsigned long long>(first) << 40 | static_cast<unsigned long long>(second) << 16 |
                                   static_cast<unsigned>(face) << 12 | static_cast<unsigned>(baked->Size);
    const auto [at, is_new] = text.kerning.try_emplace(key, 0.f);
    if (is_new) {
        const float scale = baked->RasterizerDensity, spacing = style_of(face).letter_spacing_em * baked->Size;
        at->second = text.source->pair_advance(first, second, baked->Size * scale, style_of(face).weight) / scale + 2 * spacing -
                     baked->GetCharAdvance(static_cast<ImWchar>(first)) - baked->GetCharAdvance(static_cast<ImWchar>(second));
    }
    return at->second;
}

unsigned next_code_point(const char*& at, const char* end) {
    unsigned code_point = 0;
    at += ImTextCharFromUtf8(&code_point, at, end);
    return code_point;
}

// --- Line breaking: the part of UAX 14 that our words need.

bool is_among(unsigned c, std::u32string_view set) { return set.find(static_cast<char32_t>(c)) != set.npos; }
bool is_digit(unsigned c) { return c >= '0' && c <= '9'; }
bool is_ideograph(unsigned c) { return c >= 0x2E80; }   // Chinese, Japanese, Korean, and pictures

// Part of the letter before it: accents, and what makes one picture of several code points.
bool continues_letter(unsigned c) { return (c >= 0x300 && c < 0x370) || c == 0x200D || c == 0x20E3 || (c >= 0xFE00 && c < 0xFE10) || (c >= 0x1F3FB && c <= 0x1F3FF); }

// Kinsoku: what stays with the letter before it, and what stays with the one after it.
bool never_first(unsigned c) { return continues_letter(c) || is_among(c, U"!%),.:;?]}…’”、。々〉》」』】〕ー！％），．：；？］｝・"); }
bool never_last(unsigned c) { return is_among(c, U"([{‘“〈《「『【〔（［｛"); }

bool may_break_between(unsigned first, unsigned next) {
    if (next == ' ') return false;
    if (first == ' ' || first == 0x200B) return true;
    if (never_first(next) || never_last(first)) return false;
    if (first == '-' || first == '/') return !is_digit(next) && next != first;   // keeps 650-579-0350 and 24/7 in one piece
    if (first == 0x2010 || first == 0x2013 || first == 0x2014) return next != first;
    return is_ideograph(first) || is_ideograph(next);
}

// In test builds: the audit holds everything that is drawn against the document.
void report_drawn([[maybe_unused]] std::string_view utf8) {
#ifdef IMGUI_ENABLE_TEST_ENGINE
    ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.TestEngineHookItems) IMGUI_TEST_ENGINE_LOG("%.*s", static_cast<int>(utf8.size()), utf8.data());
#endif
}

}  // namespace

void add_fonts(ImFontAtlas* atlas, const GlyphSource& source) {
    auto* text = IM_NEW(TextState);
    text->source = &source;
    text->loader.Name = "browser";
    text->loader.FontSrcInit = init_source;
    text->loader.FontSrcDestroy = drop_source;
    text->loader.FontSrcContainsGlyph = contains_glyph;
    text->loader.FontBakedInit = init_baked;
    text->loader.FontBakedLoadGlyph = load_glyph;
    atlas->UserData = text;
    atlas->TexDesiredFormat = ImTextureFormat_Alpha8;
    atlas->TexMinWidth = atlas->TexMinHeight = 512;
    atlas->TexMaxWidth = atlas->TexMaxHeight = atlas_side;
    for (int face = 0; face < face_count; ++face) {
        ImFontConfig config;
        config.FontLoader = &text->loader;
        config.FontNo = static_cast<ImU32>(face);
        config.SizePixels = 16;
        text->fonts[face] = atlas->AddFont(&config);
    }
}

void drop_fonts(void* user_data) { IM_DELETE(static_cast<TextState*>(user_data)); }

void set_density(float density) {
    TextState& text = state();
    if (density == text.density) return;
    text.density = density;
    text.kerning.clear();
    text.widths.clear();
}

void keep_letters() {
    const TextState& text = state();
    const ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    if (atlas->TexData->Width >= atlas_side && atlas->TexData->Height >= atlas_side) return;   // then those go that are not needed now
    for (int i = 0; i < atlas->Builder->BakedPool.Size; ++i) {
        ImFontBaked& baked = atlas->Builder->BakedPool[i];
        if (baked.RasterizerDensity == text.density) baked.LastUsedFrame = ImMax(baked.LastUsedFrame, atlas->Builder->FrameCount);
    }
}

float baseline(const TextStyle& style) {
    TextState& text = state();
    const ImFontBaked* baked = baked_font(text, style);
    // Half the leading above the text, floored to a device pixel as Chromium does, then the ascent.
    return std::floor((style.line - baked->Ascent + baked->Descent) / 2 * text.density) / text.density + baked->Ascent;
}

bool can_draw(std::string_view utf8) {
    struct Range { char32_t first, last; };
    static constexpr Range shaped[] = {
        {0x300, 0x36F}, {0x590, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x18AF}, {0x1900, 0x1CFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
        {0x2066, 0x2069}, {0x20D0, 0x20FF}, {0xA800, 0xABFF}, {0xFB1D, 0xFDFF}, {0xFE00, 0xFE2F}, {0xFE70, 0xFEFF}, {0x10800, 0x11FFF}, {0x1E800, 0x1FBFF}, {0xE0000, 0xE01EF}};
    while (!utf8.empty()) {
        const char32_t c = take_code_point(utf8).value;
        if (c < shaped[0].first) continue;
        for (const Range& range : shaped)
            if (c >= range.first && c <= range.last) return false;
    }
    return true;
}

float text_width(const TextStyle& style, std::string_view utf8) {
    TextState& text = state();
    std::string key(utf8);
    key += static_cast<char>(style.face);
    key += static_cast<char>(style.size);
    constexpr std::size_t most = 20000;   // a page has a few thousand texts
    if (text.widths.size() > most) text.widths.clear();
    const auto [at, is_new] = text.widths.try_emplace(std::move(key), 0.f);
    if (!is_new) return at->second;
    ImFontBaked* baked = baked_font(text, style);
    float width = 0;
    unsigned before = 0;
    for (const char *c = utf8.data(), *end = c + utf8.size(); c < end;) {
        const unsigned code_point = next_code_point(c, end);
        width += kern(text, baked, style.face, before, code_point) + baked->GetCharAdvance(static_cast<ImWchar>(code_point));
        before = code_point;
    }
    return at->second = width;
}

std::size_t line_end(const TextStyle& style, std::string_view utf8, float limit) {
    if (text_width(style, utf8) <= limit) return utf8.size();   // most texts, and most from the cache
    constexpr float slack = 0.01f;   // a width that went through sums and differences still holds its own text
    TextState& text = state();
    ImFontBaked* baked = baked_font(text, style);
    const char *begin = utf8.data(), *end = begin + utf8.size(), *at = begin, *word_break = begin, *part_break = begin, *letter_break = begin;
    float width = 0;
    for (unsigned before = 0; at < end;) {
        const char* start = at;
        const unsigned c = next_code_point(at, end);
        if (!continues_letter(c)) letter_break = start;
        if (may_break_between(before, c) && start > begin) word_break = start;
        if ((before == '-' || before == '/') && c != before) part_break = start;
        width += kern(text, baked, style.face, before, c) + baked->GetCharAdvance(static_cast<ImWchar>(c));
        before = c;
        // A space that does not fit hangs at the end of the line, as in CSS; a word longer than the line breaks between its parts, or else anywhere.
        if (width <= limit + slack || c == ' ') continue;
        const char* found = word_break > begin ? word_break : part_break > begin ? part_break : letter_break > begin ? letter_break : at;
        return static_cast<std::size_t>(found - begin);
    }
    return utf8.size();
}

void draw_text(ImDrawList* list, const TextStyle& style, float x, float y, ImU32 colour, std::string_view utf8) {
    report_drawn(utf8);
    TextState& text = state();
    ImFontBaked* baked = baked_font(text, style);
    const int phases = phase_count(text.density);
    const auto steps = static_cast<float>(phases);
    y = std::floor(y + 0.5f);
    unsigned before = 0;
    for (const char *c = utf8.data(), *end = c + utf8.size(); c < end;) {
        // A glyph that is not cached may grow the atlas and start a new draw command, so it is
        // fetched before space for its quad is reserved, and its uv is used at once.
        const unsigned code_point = next_code_point(c, end);
        x += kern(text, baked, style.face, before, code_point) * text.density;
        before = code_point;
        const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(code_point));
        if (glyph->Visible) {
            const float snapped = std::floor(x * steps + 0.5f) / steps, whole = std::floor(snapped);
            const float strip = (glyph->V1 - glyph->V0) / steps, v = glyph->V0 + strip * (snapped - whole) * steps;
            const ImVec2 min(whole + std::round(glyph->X0 * text.density), y + std::round(glyph->Y0 * text.density));
            const ImVec2 max(whole + std::round(glyph->X1 * text.density), y + std::round(glyph->Y1 * text.density));
            list->PrimReserve(6, 4);
            list->PrimRectUV(min, max, ImVec2(glyph->U0, v), ImVec2(glyph->U1, v + strip), colour);
        }
        x += glyph->AdvanceX * text.density;
    }
}

}  // namespace finder::ui
