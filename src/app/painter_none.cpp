// The program without Dear ImGui: what there is to show, the browser shows.
#include "app/painter.hpp"

namespace finder::app {

std::unique_ptr<Painter> make_painter() { return nullptr; }

bool can_paint(const view::View&) { return false; }

}  // namespace finder::app
