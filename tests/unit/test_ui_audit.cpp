// Completeness, as ImGui itself tells it: on every screen of the real data each item that it has is a control of the
// document, at the same place and with the same words, and each text that it draws is in the document, and the other way.
#include "test_ui_support.hpp"
#include "test_view_support.hpp"
#include "view/share_link.hpp"

#include <cstdarg>
#include <iterator>
#include <map>
#include <set>

namespace {

struct Heard { ImRect box; std::string label; };
std::map<ImGuiID, Heard> items;       // of the context whose TestEngineHookItems is set
std::multiset<std::string> drawn;     // one a line of text

}  // namespace

// --- What ImGui's own test engine would hear

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& box, const ImGuiLastItemData*) { items[id].box = box; }
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags) { items[id].label = label; }
void ImGuiTestEngineHook_Log(ImGuiContext*, const char* format, ...) {
    std::array<char, 2048> text{};
    std::va_list values;
    va_start(values, format);
    std::vsnprintf(text.data(), text.size(), format, values);
    va_end(values);
    drawn.emplace(text.data());
}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace {

using namespace finder;
using namespace finder::ui;
using namespace finder::ui::test;
using view::test::shipped;

std::string words_of(const view::View& view, std::uint32_t node) {
    for (std::uint32_t i = node; i < view.nodes[node].end; ++i)
        if (!view.nodes[i].text.empty()) return view.nodes[i].text;
    return view.nodes[node].hint;
}

bool is_same(const ImRect& a, const ImRect& b) { return a.Min.x == b.Min.x && a.Min.y == b.Min.y && a.Max.x == b.Max.x && a.Max.y == b.Max.y; }

void check_items(const Screen& screen) {
    std::set<ImGuiID> known;
    for (const auto& [node, box] : screen.controls()) {
        const view::Key key = screen.shown->nodes[node].key;
        known.insert(key);
        REQUIRE_MESSAGE(items.contains(key), words_of(*screen.shown, node));
        CHECK(items[key].label == words_of(*screen.shown, node));
        CHECK_FALSE(items[key].label.empty());
        CHECK_MESSAGE(is_same(items[key].box, box), words_of(*screen.shown, node));
    }
    std::set<std::string> own = {""};   // ImGui's windows are items as well, and hold the controls
    for (const ImGuiWindow* window : screen.interface.context()->Windows) own.insert(window->Name);
    for (const auto& [id, item] : items) {
        if (own.contains(item.label)) continue;
        CHECK_MESSAGE(known.contains(id), "an item that is not in the document: " << item.label);
    }
    CHECK(known.size() > 3);
}

// Each line once for each place where the document has it. A sign that is a letter (the ? of "not stated") is said in words.
void check_texts(const Screen& screen) {
    std::multiset<std::string> told;
    for (const PaintItem& item : screen.interface.layout().items)
        if (item.shape == Shape::sign) told.insert(item.text);
    for (const Box& box : screen.interface.layout().boxes)
        for (const Line& line : box.lines) told.insert(line.text.substr(0, line.text.find_last_not_of(' ') + 1));
    for (std::uint32_t i = 1; i < screen.shown->nodes.size(); ++i) {
        std::string whole;
        for (const Line& line : screen.interface.layout().boxes[i].lines) whole += line.text;
        if (!whole.empty()) CHECK(whole == screen.shown->nodes[i].text);
    }
    std::vector<std::string> unknown, missing;
    std::set_difference(drawn.begin(), drawn.end(), told.begin(), told.end(), std::back_inserter(unknown));
    std::set_difference(told.begin(), told.end(), drawn.begin(), drawn.end(), std::back_inserter(missing));
    for (const std::string& text : unknown) FAIL_CHECK("drawn, and not in the document: " << text);
    for (const std::string& text : missing) FAIL_CHECK("in the document, and not drawn: " << text);
    CHECK(drawn.size() > 10);
}

const char* const links[] = {"", "page-number=2", "groups=trauma&payment=medi-cal&not-stated=1", "q=zzzz&groups=trauma", "q=san&groups=trauma,anxiety", "program=edgewood-iop-san-carlos", "page=about", "show=filters&groups=trauma"};

TEST_CASE("on every screen ImGui's items are the document's controls, and what it draws are the document's words") {
    const view::test::Site& site = shipped();
    for (const char* link : links)
        for (const float width : {1280.f, 390.f})
            for (const float dpr : {1.f, 1.25f, 3.f})
                for (const bool choices : {false, true}) {
                    view::State state = view::decode_link(link, site.dataset).state;
                    state.narrow = viewport(dpr, width).narrow();
                    state.display_open = choices;
                    Screen screen(viewport(dpr, width), std::make_shared<view::View>(site.view(state)));
                    CAPTURE(std::string(link));
                    CAPTURE(width);
                    screen.interface.context()->TestEngineHookItems = true;
                    items.clear();
                    screen.interface.point(-1, -1, false);
                    check_items(screen);
                    screen.interface.context()->TestEngineHookItems = true;
                    drawn.clear();
                    screen.interface.paint(0, screen.css_height() + 1);
                    check_texts(screen);
                }
}

TEST_CASE("the audit hears of what is not in the document") {
    Screen screen(viewport(1));
    const ImGuiContext* before = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(screen.interface.context());
    screen.interface.context()->TestEngineHookItems = true;
    drawn.clear();
    draw_text(ImGui::GetForegroundDrawList(), {}, 0, 20, IM_COL32_WHITE, "a word of nobody");
    ImGui::SetCurrentContext(const_cast<ImGuiContext*>(before));
    CHECK(drawn == std::multiset<std::string>{"a word of nobody"});
}

}  // namespace
