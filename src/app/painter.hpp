// Lays a View out and paints it. Which one there is, is chosen when the program is linked: Dear ImGui's
// (painter_imgui.cpp), or none (painter_none.cpp) where the program runs as plain JavaScript, in page view.
#pragma once
#include "app/json_writer.hpp"
#include "app/place.hpp"
#include "ui/geometry.hpp"
#include "view/view.hpp"

#include <cstdint>
#include <memory>

namespace finder::app {

class Painter {
public:
    virtual ~Painter() = default;

    // Lays out, if the view or the viewport is another one. Returns the height of the document, css px.
    virtual float show(std::shared_ptr<const view::View> view, const ui::Viewport& viewport) = 0;
    // Where show() put everything. Lives until the next call.
    virtual const Places& places() = 0;
    // How far down show() put a node of the view; css px.
    virtual float top_of(view::Key key) const = 0;
    // After a lost context came back. False when there is no surface to draw on.
    virtual bool restart() = 0;
    // The rest is in css px of the document, and means what app/finder_api.h says of it.
    virtual std::uint64_t tile_hash(float top, float height) const = 0;
    virtual void paint(float top, float height) = 0;
    virtual bool point(float x, float y, bool down) = 0;
    virtual void press(view::Key key) = 0;
    virtual void write_painted(JsonWriter& out) const = 0;
};

// nullptr when there is no surface to draw on, or no painter in this program.
std::unique_ptr<Painter> make_painter();

// Whether this program's painter shows every text as it is written.
bool can_paint(const view::View& view);

}  // namespace finder::app
