// Draws with WebGL 2 and asks it no question while drawing: in a browser each glGet waits for the GPU process, and ImGui's
// own backend asks about fifteen a frame (979 ms for 205 of them, measured). The context is ours alone.
#include "app/renderer.hpp"

#include "imgui.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <cstddef>

namespace finder::app {

namespace {

constexpr const char* vertex_source = R"(#version 300 es
uniform vec4 view;   // offset and scale from document px to clip space
in vec2 position;
in vec2 uv;
in vec4 colour;
out vec2 fragment_uv;
out vec4 fragment_colour;
void main() {
    fragment_uv = uv;
    fragment_colour = colour;
    gl_Position = vec4((position - view.xy) * view.zw + vec2(-1.0, 1.0), 0.0, 1.0);
})";

// The atlas holds coverage only. Half precision, which phones take at their word, cannot tell the texels of a large one apart.
constexpr const char* fragment_source = R"(#version 300 es
precision highp float;
uniform sampler2D atlas;
in vec2 fragment_uv;
in vec4 fragment_colour;
out vec4 pixel;
void main() { pixel = vec4(fragment_colour.rgb, fragment_colour.a * texture(atlas, fragment_uv).r); }
)";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

void attribute(GLuint place, GLint size, GLenum type, GLboolean normalised, std::size_t offset) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, size, type, normalised, sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
}

GLuint link_program() {
    const GLuint program = glCreateProgram();
    glAttachShader(program, compile(GL_VERTEX_SHADER, vertex_source));
    glAttachShader(program, compile(GL_FRAGMENT_SHADER, fragment_source));
    glBindAttribLocation(program, 0, "position");
    glBindAttribLocation(program, 1, "uv");
    glBindAttribLocation(program, 2, "colour");
    glLinkProgram(program);
    GLint linked = GL_FALSE;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);   // the only question, once
    return linked ? program : 0;
}

}  // namespace

// Everything but textures, buffers' contents, viewport and scissor is set once: nothing of this state ever changes.
struct Renderer::Surface {
    GLint view;

    explicit Surface(GLuint program) {
        view = glGetUniformLocation(program, "view");
        glUseProgram(program);
        GLuint vertex_array = 0, buffers[2] = {};
        glGenVertexArrays(1, &vertex_array);
        glBindVertexArray(vertex_array);
        glGenBuffers(2, buffers);
        glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers[1]);
        attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
        attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
        attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
        glEnable(GL_BLEND);   // on an opaque surface, so no question of premultiplied alpha
        glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        glEnable(GL_SCISSOR_TEST);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    }

    static void create(ImTextureData& texture) {   // Alpha8, as text.cpp asks for
        GLuint name = 0;
        glGenTextures(1, &name);
        glBindTexture(GL_TEXTURE_2D, name);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        IM_ASSERT(texture.Format == ImTextureFormat_Alpha8);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED, GL_UNSIGNED_BYTE, texture.GetPixels());
        texture.SetTexID(name);
        texture.SetStatus(ImTextureStatus_OK);
    }

    static void update(ImTextureData& texture) {
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
        for (const ImTextureRect& r : texture.Updates) glTexSubImage2D(GL_TEXTURE_2D, 0, r.x, r.y, r.w, r.h, GL_RED, GL_UNSIGNED_BYTE, texture.GetPixelsAt(r.x, r.y));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        texture.SetStatus(ImTextureStatus_OK);
    }

    static void destroy(ImTextureData& texture) {
        const auto name = static_cast<GLuint>(texture.TexID);
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }

    static void bring_up_to_date(ImTextureData& texture) {
        if (texture.Status == ImTextureStatus_WantCreate) create(texture);
        else if (texture.Status == ImTextureStatus_WantUpdates) update(texture);
        else if (texture.Status == ImTextureStatus_WantDestroy) destroy(texture);
    }

    // Much cheaper than a rectangle as large as the surface.
    static void fill(const ImDrawData& data, std::uint32_t colour) {
        const auto part = [colour](int shift) { return static_cast<float>(colour >> shift & 255u) / 255; };
        glScissor(0, 0, static_cast<GLsizei>(data.DisplaySize.x), static_cast<GLsizei>(data.DisplaySize.y));
        glClearColor(part(0), part(8), part(16), 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    static int draw_list(const ImDrawData& data, const ImDrawList& list) {
        glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
        unsigned indices = 0;
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const float left = command.ClipRect.x - data.DisplayPos.x, top = command.ClipRect.y - data.DisplayPos.y;
            const float right = command.ClipRect.z - data.DisplayPos.x, bottom = command.ClipRect.w - data.DisplayPos.y;
            if (right <= left || bottom <= top || command.ElemCount == 0) continue;
            glScissor(static_cast<GLint>(left), static_cast<GLint>(data.DisplaySize.y - bottom), static_cast<GLsizei>(right - left), static_cast<GLsizei>(bottom - top));
            glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
            glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT, reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
            indices += command.ElemCount;
        }
        return static_cast<int>(indices / 3);
    }
};

Renderer::Renderer(std::unique_ptr<Surface> surface) : surface_(std::move(surface)) {}
Renderer::~Renderer() = default;   // the GL objects go with their context

std::unique_ptr<Renderer> Renderer::make() {
    if (emscripten_webgl_get_current_context() <= 0) return nullptr;
    const GLuint program = link_program();
    return program ? std::unique_ptr<Renderer>(new Renderer(std::make_unique<Surface>(program))) : nullptr;
}

int Renderer::draw(ImDrawData& data, std::uint32_t ground) {
    static_assert(sizeof(ImDrawIdx) == 4);
    if (data.Textures)
        for (ImTextureData* texture : *data.Textures) Surface::bring_up_to_date(*texture);
    glViewport(0, 0, static_cast<GLsizei>(data.DisplaySize.x), static_cast<GLsizei>(data.DisplaySize.y));
    Surface::fill(data, ground);
    glUniform4f(surface_->view, data.DisplayPos.x, data.DisplayPos.y, 2 / data.DisplaySize.x, -2 / data.DisplaySize.y);
    int triangles = 0;
    for (const ImDrawList* list : data.CmdLists) triangles += Surface::draw_list(data, *list);
    return triangles;
}

}  // namespace finder::app
