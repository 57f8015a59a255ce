// Draws nothing, but answers ImGui's requests as a real renderer does and insists on what a real one relies on, so that
// whole frames run in native tests.
#include "app/renderer.hpp"

#include "imgui.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>

namespace finder::app {

namespace {

// Also where asserts are compiled out: it is what this renderer is for.
void insist(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "No renderer could draw this: %s\n", what);
    std::abort();
}

struct Size { int width = 0, height = 0; };

void check_vertices(const ImDrawList& list) {
    for (const ImDrawVert& vertex : list.VtxBuffer) {
        insist(std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y), "a vertex is nowhere");
        insist(vertex.uv.x >= 0 && vertex.uv.x <= 1 && vertex.uv.y >= 0 && vertex.uv.y <= 1, "a vertex is outside its texture");
    }
}

}  // namespace

// The textures as a graphics card would know them.
struct Renderer::Surface {
    std::unordered_map<ImTextureID, Size> textures;
    ImTextureID last = 0;

    void create(ImTextureData& texture) {
        insist(texture.TexID == ImTextureID_Invalid && texture.GetPixels(), "a texture to create exists or is empty");
        textures[++last] = {texture.Width, texture.Height};
        texture.SetTexID(last);
        texture.SetStatus(ImTextureStatus_OK);
    }

    void update(ImTextureData& texture) const {
        const Size& size = textures.at(texture.TexID);
        insist(size.width == texture.Width && size.height == texture.Height, "a texture changed its size");
        for (const ImTextureRect& r : texture.Updates) insist(r.x + r.w <= size.width && r.y + r.h <= size.height, "an update is outside its texture");
        texture.SetStatus(ImTextureStatus_OK);
    }

    void destroy(ImTextureData& texture) {
        insist(texture.UnusedFrames > 0, "a texture to destroy is in use");
        textures.erase(texture.TexID);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }

    int check(const ImDrawList& list, const ImDrawCmd& command) const {
        insist(command.UserCallback == nullptr && command.VtxOffset == 0, "a callback or vertex offset");
        insist(command.ElemCount % 3 == 0 && command.IdxOffset + command.ElemCount <= static_cast<unsigned>(list.IdxBuffer.Size), "indices are missing");
        insist(textures.contains(command.GetTexID()), "an unknown texture");
        for (unsigned i = 0; i < command.ElemCount; ++i)
            insist(list.IdxBuffer[static_cast<int>(command.IdxOffset + i)] < static_cast<ImDrawIdx>(list.VtxBuffer.Size), "an index is out of range");
        return static_cast<int>(command.ElemCount / 3);
    }
};

Renderer::Renderer(std::unique_ptr<Surface> surface) : surface_(std::move(surface)) {}
Renderer::~Renderer() = default;
std::unique_ptr<Renderer> Renderer::make() { return std::unique_ptr<Renderer>(new Renderer(std::make_unique<Surface>())); }

int Renderer::draw(ImDrawData& data, std::uint32_t ground) {
    insist(ground >> 24 == 255, "what was there before shines through");
    insist(data.Valid && data.DisplaySize.x > 0 && data.DisplaySize.y > 0, "nothing was rendered");
    if (data.Textures) {
        for (ImTextureData* texture : *data.Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) surface_->create(*texture);
            else if (texture->Status == ImTextureStatus_WantUpdates) surface_->update(*texture);
            else if (texture->Status == ImTextureStatus_WantDestroy) surface_->destroy(*texture);
        }
    }
    int triangles = 0;
    for (const ImDrawList* list : data.CmdLists) {
        check_vertices(*list);
        for (const ImDrawCmd& command : list->CmdBuffer) triangles += surface_->check(*list, command);
    }
    return triangles;
}

}  // namespace finder::app
