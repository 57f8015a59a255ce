// Puts ImGui's draw data on a surface: WebGL in the browser (renderer_webgl.cpp), none in native tests (renderer_null.cpp).
#pragma once
#include <cstdint>
#include <memory>

struct ImDrawData;

namespace finder::app {

class Renderer {
public:
    // nullptr when there is no surface to draw on. After a lost context came back, make another one and have the
    // interface forget its textures; the old one needs no care.
    static std::unique_ptr<Renderer> make();
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // Uploads what changed in draw_data's textures, fills the surface with `ground` (0xAABBGGRR, opaque), then draws.
    // Returns the number of triangles.
    int draw(ImDrawData& draw_data, std::uint32_t ground);

private:
    struct Surface;
    explicit Renderer(std::unique_ptr<Surface> surface);
    std::unique_ptr<Surface> surface_;
};

}  // namespace finder::app
