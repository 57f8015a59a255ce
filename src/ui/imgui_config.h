// What we use of Dear ImGui, and nothing else. Included by imgui.h (IMGUI_USER_CONFIG).
#pragma once
#define IMGUI_USE_WCHAR32            // Chinese extension planes and emoji are one code point
#define IMGUI_DISABLE_DEFAULT_FONT   // every glyph comes from the browser
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_SSE
#define ImDrawIdx unsigned int       // a tile may hold more than 65,536 vertices
