// One ImGui context that lays out a View and paints it in tiles.
//
// Screen areas are ImGui child windows and controls are ImGui items in document coordinates (device px); a tile
// is a viewport on that document (ImDrawData::DisplayPos). ImGui gets the pointer for looks only: it activates nothing.
#pragma once
#include "ui/layout.hpp"
#include "ui/paint.hpp"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

struct ImDrawData;
struct ImGuiContext;

namespace finder::ui {

class Interface {
public:
    explicit Interface(const GlyphSource& glyphs);   // must outlive it
    ~Interface();
    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;

    // Lays out, if the view or the viewport is another one, and looks anew what is under the pointer.
    const Layout& show(std::shared_ptr<const view::View> view, const Viewport& viewport);
    const Layout& layout() const { return layout_; }
    const view::View* view() const { return view_.get(); }   // what the layout is of; nullptr before the first

    // Css px of the document; a negative x means the pointer is away. Runs a frame without drawing.
    // Returns whether anything looks different now.
    bool point(float x, float y, bool down);
    // Shows in the present layout that something was pressed: a check box as it will be, what else looks held when it is,
    // so. Until the next show().
    void press(view::Key key);
    view::Key hovered() const { return hovered_; }
    view::Key held() const { return held_; }

    // A number that changes when the picture of that strip (css px of the document) changes.
    std::uint64_t tile_hash(float top, float height) const;
    // Runs one ImGui frame that draws the strip; valid until the next call. DisplayPos is the strip's top left in
    // device px, DisplaySize its size. The caller uploads ImDrawData::Textures, fills it with layout().ground and draws.
    ImDrawData* paint(float top, float height);
    // The renderer lost what it had: every texture is sent anew.
    void forget_textures();

    // For audits: the ids of its items are the keys of the View's nodes.
    ImGuiContext* context() const { return context_; }

private:
    // An ImGui item to come, device px.
    struct Control { std::uint32_t node = 0; ImVec2 min, max; };
    // A screen area, at least as large as its controls: ImGui hides from the pointer what hangs out.
    struct Region { view::Key key = 0; ImVec2 min, max; std::vector<Control> controls; };

    void index_layout();
    Region region_of(const Area& area) const;
    void submit(const Region& region) const;
    // Runs one ImGui frame; draws the strip, if there is one (css px).
    void frame(const Span* strip);
    void draw_items(const Span& strip) const;
    // Tells ImGui where the pointer is, and reads what is under it.
    void look();
    Touch touch() const;   // by node

    ImGuiContext* context_;
    std::shared_ptr<const view::View> view_;
    Layout layout_;
    std::unordered_map<view::Key, std::uint32_t> by_key_;   // the controls
    std::vector<Region> regions_;
    std::vector<Span> spans_;   // of layout_.items
    bool settled_ = false;      // a frame has run since the last layout
    view::Key hovered_ = 0, held_ = 0;
    std::uint32_t pressed_ = 0;   // a node
    float pointer_x_ = -1, pointer_y_ = -1;   // css px
    bool down_ = false;
};

}  // namespace finder::ui
