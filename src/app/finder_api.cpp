#include "app/finder_api.h"

#include "app/embedded_data.hpp"
#include "app/instance.hpp"
#include "view/pages.hpp"

#include <array>

// The opaque handle. `answer` keeps the last returned string alive.
struct finder_handle {
    std::unique_ptr<finder::app::Instance> instance;
    std::string answer;
};

namespace {

namespace view = finder::view;

constexpr int api_version = 5;

constexpr std::array<std::string_view, 7> reason_names = {"none", "no_webgl", "context_lost", "no_glyphs", "trap", "no_wasm", "slow_webgl"};

}  // namespace

extern "C" {

int finder_api_version(void) { return api_version; }

finder_handle* finder_create(void) {
    auto instance = finder::app::Instance::make();
    return instance ? new finder_handle{std::move(instance), {}} : nullptr;
}

void finder_destroy(finder_handle* self) { delete self; }

int finder_load_programs(finder_handle* self, const char* json, size_t size) { return self->instance->load_programs({json, size}); }

void finder_refuse_programs(finder_handle* self, const char* why) { self->instance->refuse_programs(why); }

const char* finder_load_language(finder_handle* self, const char* words, size_t words_size, const char* vocabulary, size_t vocabulary_size) {
    self->answer.clear();
    for (const finder::DataError& error : self->instance->load_language({words, words_size}, {vocabulary, vocabulary_size})) self->answer += to_text(error) + "\n";
    return self->answer.c_str();
}

void finder_navigate(finder_handle* self, const char* fragment) { self->instance->navigate(fragment); }

int finder_activate(finder_handle* self, uint32_t key) {
    const view::Node* node = self->instance->find(key);
    if (!node || !node->action || node->role == view::Role::text_input) return 0;
    const view::Action action = *node->action;   // the node goes away with the old view
    self->instance->act(action);
    return std::holds_alternative<view::Leave>(action) ? 2 : 1;
}

int finder_type(finder_handle* self, uint32_t key, const char* text) {
    const view::Node* node = self->instance->find(key);
    if (!node || node->role != view::Role::text_input) return 0;
    self->instance->act(view::SetText{text});
    return 1;
}

int finder_escape(finder_handle* self) {
    const view::State& state = self->instance->state();
    const bool sheet = state.filters_open && state.narrow && state.screen == view::Screen::list;
    if (sheet) self->instance->act(view::CloseFilters{});
    else if (state.display_open) self->instance->act(view::ToggleDisplay{});
    else return 0;
    return 1;
}

void finder_set_viewport(finder_handle* self, float width, float rem, float dpr) { self->instance->set_viewport({width, rem, dpr}); }
void finder_set_painted(finder_handle* self, int painted) { self->instance->set_painted(painted != 0); }

void finder_set_reason(finder_handle* self, const char* reason) {
    for (std::size_t i = 0; i < reason_names.size(); ++i)
        if (reason_names[i] == reason) self->instance->act(view::SetReason{static_cast<view::PageViewReason>(i)});
}

void finder_set_display(finder_handle* self, int simple, const char* theme, int text_size, int slash) {
    view::Display display;
    display.simple = simple != 0;
    display.slash = slash != 0;
    for (const view::ThemeChoice choice : view::theme_choices)
        if (view::theme_choice_names[static_cast<std::size_t>(choice)] == theme) display.theme = choice;
    for (const std::uint16_t percent : view::text_sizes)
        if (percent == text_size) display.text_size = percent;
    self->instance->act(view::SetDisplay{display});
}

void finder_set_preferences(finder_handle* self, int dark, int more_contrast) { self->instance->act(view::SetPreferences{{dark != 0, more_contrast != 0}}); }

void finder_set_whole(finder_handle* self, int whole) { self->instance->act(view::SetWhole{whole != 0}); }
void finder_set_paper(finder_handle* self, int paper) { self->instance->act(view::SetPaper{paper != 0}); }

int finder_page_size(finder_handle*) { return static_cast<int>(view::page_size); }

float finder_lay_out(finder_handle* self) { return self->instance->lay_out(); }
float finder_reading_start(finder_handle* self) { return self->instance->reading_start(); }
const char* finder_update(finder_handle* self) { return self->instance->update().c_str(); }
void finder_send_all(finder_handle* self) { self->instance->send_all(); }

int finder_start_painting(finder_handle* self) { return self->instance->start_painting(); }
int finder_restart_painting(finder_handle* self) { return self->instance->restart_painting(); }

uint32_t finder_tile_hash(finder_handle* self, float top, float height) {
    const auto* painter = self->instance->painter();
    const uint64_t hash = painter ? painter->tile_hash(top, height) : 0;
    return static_cast<uint32_t>(hash ^ (hash >> 32));
}

void finder_paint_tile(finder_handle* self, float top, float height) {
    if (auto* painter = self->instance->painter()) painter->paint(top, height);
}

int finder_point(finder_handle* self, float x, float y, int down) {
    auto* painter = self->instance->painter();
    return painter && painter->point(x, y, down != 0);
}

void finder_press(finder_handle* self, uint32_t key) {
    if (auto* painter = self->instance->painter()) painter->press(key);
}

const char* finder_painted(finder_handle* self) { return self->instance->painted().c_str(); }

const char* finder_words(finder_handle* self, const char* key) {
    self->answer = self->instance->words()(key);
    return self->answer.c_str();
}

const char* finder_embedded_programs(size_t* size) {
    const std::string_view programs = finder::app::embedded_programs();
    *size = programs.size();
    return programs.data();
}

}  // extern "C"
