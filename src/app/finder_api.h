/* The door between C++ and JavaScript: an opaque handle, numbers and UTF-8.
 *
 * Strings that come back live until the next call with the same handle. Positions and sizes are css px of the
 * document (top left of the host element). No function is called by C++ into JavaScript but the glyph functions of
 * glyphs_browser.cpp. Everything runs synchronously, so a browser's rights for a user's gesture last. */
#ifndef FINDER_API_H
#define FINDER_API_H

#include <stddef.h>
#include <stdint.h>

#ifdef __EMSCRIPTEN__
#include <emscripten/emscripten.h>
#define FINDER_API EMSCRIPTEN_KEEPALIVE
#else
#define FINDER_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct finder_handle finder_handle;

/* Changes when a call below changes its meaning. */
FINDER_API int finder_api_version(void);

/* A finder with the embedded programs, on the empty list screen. NULL only if the embedded data cannot be read. */
FINDER_API finder_handle* finder_create(void);
FINDER_API void finder_destroy(finder_handle* self);

/* Replaces the programs by those in `json` (UTF-8). Returns 1, or 0 when they were refused: the old ones stay, and
 * the next update shows every error in words. */
FINDER_API int finder_load_programs(finder_handle* self, const char* json, size_t size);

/* The programs that the page was told to use could not be had: the next update says so. `why`: a few words, UTF-8. */
FINDER_API void finder_refuse_programs(finder_handle* self, const char* why);

/* The built-in programs in another language: the texts of files like data/words/en.json and data/vocabulary.json, UTF-8.
 * Returns "" when they were taken, or every error, a line each, and all stays as it was. */
FINDER_API const char* finder_load_language(finder_handle* self, const char* words, size_t words_size, const char* vocabulary, size_t vocabulary_size);

/* A link's fragment, without '#'. */
FINDER_API void finder_navigate(finder_handle* self, const char* fragment);

/* What pressing the node `key` does. Returns 1 when there is such a node with something to do, 2 when it is "leave".
 * A text field is typed in, not pressed. */
FINDER_API int finder_activate(finder_handle* self, uint32_t key);
/* The text now in the text field `key`. */
FINDER_API int finder_type(finder_handle* self, uint32_t key, const char* text);
/* Escape: closes the filter sheet, or the choices of how the page looks. Returns 1 when there was something to close. */
FINDER_API int finder_escape(finder_handle* self);

/* css px of the host's width and of 1rem in it; device px per css px. */
FINDER_API void finder_set_viewport(finder_handle* self, float width, float rem, float dpr);
/* 0: page view is shown, and updates carry no geometry. */
FINDER_API void finder_set_painted(finder_handle* self, int painted);
/* What keeps the painted view from being shown: "none", "no_webgl", "context_lost", "no_glyphs", "trap", "no_wasm" or "slow_webgl". */
FINDER_API void finder_set_reason(finder_handle* self, const char* reason);
/* What the person chose of how the page looks, as an update gave it; what is not known is as it is at first. */
FINDER_API void finder_set_display(finder_handle* self, int simple, const char* theme, int text_size, int slash);
/* What the device says that the person prefers: a dark page, more contrast. */
FINDER_API void finder_set_preferences(finder_handle* self, int dark, int more_contrast);
/* 1: the next updates hold all programs of the list (at most 500) and no filter sheet: for the page that the build writes.
 * 0: a page of the list, the one before. */
FINDER_API void finder_set_whole(finder_handle* self, int whole);
/* 1: the next updates are what is printed: whole, and with words where the screen has controls. 0: as it was before. */
FINDER_API void finder_set_paper(finder_handle* self, int paper);

/* How many programs a page of the list holds. */
FINDER_API int finder_page_size(finder_handle* self);

/* The picture may come before the document: lays out what the next update says, and returns its height in css px. From
 * here on tiles show it. -1, and they stay as they were, where it is for page view. */
FINDER_API float finder_lay_out(finder_handle* self);
/* How far down, css px, a person reads on there: the top of a new screen, the number of programs over another page of the
 * list. -1: where they are. */
FINDER_API float finder_reading_start(finder_handle* self);

/* What changed since the last call, as JSON:
 *   title, language, height (css px; 0 in page view), narrow (1: one column), paintable (0: some text is in a script that only the browser
 *   can draw), display: {simple (the person chose page view), theme ("system", "light", "dark", "contrast"),
 *   text_size (percent), slash (1: the key / goes to the search)}, theme (the colours now: "light", "dark", "contrast", "contrast-dark"),
 *   fragment and history ("none", "replace" or "push"), announcement, heading (key to focus when the screen changed,
 *   be it by the browser's history, else 0: its heading, or the button that opened the sheet that was closed),
 *   turned (1: the screen is another page of the same list),
 *   removed: [key ...],
 *   nodes: [{key, parent, after, role, text?, said_before?, said_after?, name?, href?, value?, hint?, group?,
 *            checked?, expanded?, pressed?, set_place?, set_size?, acts? (1: a press or typing is handled here),
 *            rect?: [x, y, w, h] relative to the nearest placed ancestor, type?: [text_x, text_y, face, size, line],
 *            lines?: [text, width, ...]} ...]   parents first; `parent` 0 is the host, `after` 0 the first place. */
FINDER_API const char* finder_update(finder_handle* self);
/* Forgets what was sent: the next update holds every node. */
FINDER_API void finder_send_all(finder_handle* self);

/* Creates the painter. Call with the WebGL context current; 0 when WebGL cannot be used, and in the program that is
 * linked without a painter (painter_none.cpp). */
FINDER_API int finder_start_painting(finder_handle* self);
/* After a lost context came back: uploads everything anew. */
FINDER_API int finder_restart_painting(finder_handle* self);
/* Changes when the picture of that strip changes. */
FINDER_API uint32_t finder_tile_hash(finder_handle* self, float top, float height);
/* Draws the strip into the current context, whose drawing buffer is width * dpr by height * dpr device px. */
FINDER_API void finder_paint_tile(finder_handle* self, float top, float height);
/* The pointer, for looks only; x < 0: it is away. Returns 1 when something looks different now. */
FINDER_API int finder_point(finder_handle* self, float x, float y, int down);
/* Something was pressed, and its answer takes a picture longer: until the next lay_out or update a check box looks as it will
 * then, anything else held. For looks only. */
FINDER_API void finder_press(finder_handle* self, uint32_t key);

/* Every painted text and control as JSON, for the test that holds the painted page and the document together:
 * {texts: [{key, text, rect}], controls: [{key, rect}]}, rects in the document. */
FINDER_API const char* finder_painted(finder_handle* self);
/* A text of the interface by its key in data/words, for the parts of the page that stand outside the finder. */
FINDER_API const char* finder_words(finder_handle* self, const char* key);
/* The programs embedded at build time, byte for byte. */
FINDER_API const char* finder_embedded_programs(size_t* size);

#ifdef __cplusplus
}
#endif
#endif
