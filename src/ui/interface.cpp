#include "ui/interface.hpp"

#include "imgui_internal.h"

#include <algorithm>
#include <cmath>

namespace finder::ui {

namespace {

constexpr ImGuiWindowFlags window_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

// Several contexts may live side by side natively; ImGui has one "current" one.
class Current {
public:
    explicit Current(ImGuiContext* context) : before_(ImGui::GetCurrentContext()) { ImGui::SetCurrentContext(context); }
    ~Current() { ImGui::SetCurrentContext(before_); }
    Current(const Current&) = delete;
    Current& operator=(const Current&) = delete;

private:
    ImGuiContext* before_;
};

void set_up_context() {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.ConfigInputTrickleEventQueue = false;   // one frame tells all
    io.DeltaTime = 1 / 60.f;                   // nothing here depends on time
    io.DisplaySize = {16, 16};
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = style.ItemSpacing = style.FramePadding = style.TouchExtraPadding = {0, 0};
    style.WindowBorderSize = style.ChildBorderSize = style.WindowRounding = style.ChildRounding = 0;
    style.WindowMinSize = {1, 1};
}

ImVec2 snapped(float x, float y, float density) { return {std::floor(x * density + 0.5f), std::floor(y * density + 0.5f)}; }

// What an audit calls the control: its own words, or those of the first part that has some.
[[maybe_unused]] const char* label_of(const view::View& view, std::uint32_t node) {
    for (std::uint32_t i = node; i < view.nodes[node].end; ++i)
        if (!view.nodes[i].text.empty()) return view.nodes[i].text.c_str();
    return view.nodes[node].name.empty() ? view.nodes[node].hint.c_str() : view.nodes[node].name.c_str();
}

}  // namespace

Interface::Interface(const GlyphSource& glyphs) {
    const Current nobody(nullptr);   // CreateContext makes the first context current; whoever was stays
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    set_up_context();
    add_fonts(ImGui::GetIO().Fonts, glyphs);
    ImGui::NewFrame();   // an empty frame builds the atlas, so that the layout can measure
    ImGui::EndFrame();
}

Interface::~Interface() {
    void* fonts = context_->IO.Fonts->UserData;
    ImGui::DestroyContext(context_);
    drop_fonts(fonts);
}

const Layout& Interface::show(std::shared_ptr<const view::View> next, const Viewport& viewport) {
    pressed_ = 0;
    if (next == view_ && viewport == layout_.viewport) return layout_;
    const Current current(context_);
    set_density(viewport.density());
    view_ = std::move(next);
    layout_ = lay_out(*view_, viewport);
    index_layout();
    if (pointer_x_ >= 0) look();   // other things may have come under it
    return layout_;
}

void Interface::index_layout() {
    settled_ = false;
    by_key_.clear();
    regions_.clear();
    spans_.clear();
    for (const PaintItem& item : layout_.items) spans_.push_back(span_of(item));
    for (const Area& area : layout_.areas) {
        regions_.push_back(region_of(area));
        for (const Control& control : regions_.back().controls) by_key_.emplace(view_->nodes[control.node].key, control.node);
    }
    if (!by_key_.contains(hovered_)) hovered_ = 0;
    if (!by_key_.contains(held_)) held_ = 0;
}

Interface::Region Interface::region_of(const Area& area) const {
    const float density = layout_.viewport.density();
    const auto corners = [&](const Rect& r) { return std::pair{snapped(r.x, r.y, density), snapped(r.x + r.w, r.y + r.h, density)}; };
    Region region{view_->nodes[area.node].key, corners(area.rect).first, corners(area.rect).second, {}};
    for (std::uint32_t i = area.node; i < view_->nodes[area.node].end; ++i) {
        if (!layout_.boxes[i].placed || !is_control(view_->nodes[i].role)) continue;
        const auto [min, max] = corners(layout_.boxes[i].rect);
        region.controls.push_back({i, min, max});
        region.min = ImMin(region.min, min);
        region.max = ImMax(region.max, max);
    }
    return region;
}

// Controls are ImGui items of our own place and look: ButtonBehavior tells hovered and held; that one was pressed is
// the document's to say.
void Interface::submit(const Region& region) const {
    ImGui::SetCursorScreenPos(region.min);
    ImGui::BeginChild(static_cast<ImGuiID>(region.key), ImVec2(region.max.x - region.min.x, region.max.y - region.min.y), ImGuiChildFlags_None, window_flags);
    [[maybe_unused]] ImGuiContext& g = *context_;   // the macro below wants this name
    for (const Control& control : region.controls) {
        const auto id = static_cast<ImGuiID>(view_->nodes[control.node].key);
        const ImRect box(control.min, control.max);
        ImGui::SetCursorScreenPos(box.Min);
        ImGui::ItemSize(box.GetSize());
        ImGui::ItemAdd(box, id);
        bool hovered = false, held = false;
        ImGui::ButtonBehavior(box, id, &hovered, &held);
        IMGUI_TEST_ENGINE_ITEM_INFO(id, label_of(*view_, control.node), g.LastItemData.StatusFlags);
    }
    ImGui::EndChild();
}

// Everything is in document coordinates: the page is one big window, and a tile is a view on it.
void Interface::frame(const Span* strip) {
    const Viewport& viewport = layout_.viewport;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::round(viewport.width * viewport.dpr), std::ceil(layout_.height * viewport.density()) + 1};
    ImGui::NewFrame();
    keep_letters();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("page", nullptr, window_flags);
    if (strip) draw_items(*strip);
    for (const Region& region : regions_) submit(region);
    ImGui::End();
    if (strip) ImGui::Render();
    else ImGui::EndFrame();
    settled_ = true;
}

// All of it goes to the page's list, whole: what hangs out of an area (a card's shadow) is seen, as in CSS. The clip is
// that of the drawing only; a clipped child window would be dead for the pointer in the next frame.
void Interface::draw_items(const Span& strip) const {
    const Viewport& viewport = layout_.viewport;
    const ImVec2 min(0, std::round(strip.top * viewport.dpr)), max(ImGui::GetIO().DisplaySize.x, std::round(strip.bottom * viewport.dpr));
    const Span near{strip.top / viewport.unit(), strip.bottom / viewport.unit()};
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRect(min, max);
    const Touch now = touch();
    for (std::size_t i = 0; i < spans_.size(); ++i)
        if (spans_[i].meets(near) && is_due(layout_.items[i], now)) draw(list, layout_.items[i], viewport.density());
    list->PopClipRect();
}

Touch Interface::touch() const {
    const auto node_of = [&](view::Key key) { const auto at = by_key_.find(key); return at == by_key_.end() ? 0 : at->second; };
    return {node_of(hovered_), node_of(held_), pressed_};
}

void Interface::look() {
    if (!settled_) frame(nullptr);   // ImGui finds the window under the pointer among those of the last frame
    ImGuiIO& io = ImGui::GetIO();
    const float dpr = layout_.viewport.dpr;
    if (pointer_x_ < 0) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    else io.AddMousePosEvent(pointer_x_ * dpr, pointer_y_ * dpr);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, down_);
    frame(nullptr);
    hovered_ = by_key_.contains(context_->HoveredId) ? context_->HoveredId : 0;
    held_ = down_ && by_key_.contains(context_->ActiveId) ? context_->ActiveId : 0;
}

bool Interface::point(float x, float y, bool down) {
    if (!view_) return false;
    const Current current(context_);
    const view::Key hovered = hovered_, held = held_;
    pointer_x_ = x;
    pointer_y_ = y;
    down_ = down;
    look();
    return hovered != hovered_ || held != held_;
}

void Interface::press(view::Key key) {
    pressed_ = 0;
    if (!view_) return;
    const auto& nodes = view_->nodes;
    const auto at = std::find_if(nodes.begin(), nodes.end(), [key](const view::Node& node) { return node.key == key; });
    if (at != nodes.end()) pressed_ = static_cast<std::uint32_t>(at - nodes.begin());
}

std::uint64_t Interface::tile_hash(float top, float height) const {
    const Viewport& viewport = layout_.viewport;
    const Span near{top / viewport.unit(), (top + height) / viewport.unit()};
    const Touch now = touch();
    std::uint64_t hash = start_hash(viewport, layout_.ground);
    for (std::size_t i = 0; i < spans_.size(); ++i)
        if (spans_[i].meets(near) && is_due(layout_.items[i], now)) hash = mix_hash(hash, layout_.items[i]);
    return hash;
}

ImDrawData* Interface::paint(float top, float height) {
    if (!view_) return nullptr;
    const Current current(context_);
    const Viewport& viewport = layout_.viewport;
    const Span strip{top, top + height};
    frame(&strip);
    ImDrawData* data = ImGui::GetDrawData();
    data->DisplayPos = {0, std::round(top * viewport.dpr)};
    data->DisplaySize = {std::round(viewport.width * viewport.dpr), std::round(strip.bottom * viewport.dpr) - data->DisplayPos.y};
    return data;
}

void Interface::forget_textures() {
    for (ImTextureData* texture : context_->PlatformIO.Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

}  // namespace finder::ui
