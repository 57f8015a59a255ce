// One running finder: owns the programs, the person's state, and, once painting has started, its painter.
#pragma once
#include "app/language.hpp"
#include "app/painter.hpp"
#include "app/update_writer.hpp"
#include "view/share_link.hpp"
#include "view/view.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace finder::app {

class Instance {
public:
    // Everything embedded was read without error; see embedded_data.hpp.
    static std::unique_ptr<Instance> make();

    bool load_programs(std::string_view json);
    void refuse_programs(std::string_view why);   // they could not be had
    // The built-in programs in another language, or every error, and all stays as it was.
    std::vector<DataError> load_language(std::string_view words, std::string_view vocabulary);
    void navigate(std::string_view fragment);
    void act(const view::Action& action);
    const view::Node* find(view::Key key) const;

    void set_viewport(const ui::Viewport& viewport);
    void set_painted(bool painted) { painted_ = painted; }
    const view::State& state() const { return state_; }

    // The height of what the next update says, css px; -1 where page view shows it.
    float lay_out();
    // How far down one reads on there; -1 where one is.
    float reading_start() const;
    // The JSON of finder_update().
    const std::string& update();
    void send_all() { writer_.forget(); }

    bool start_painting();
    bool restart_painting();
    Painter* painter() { return painter_.get(); }   // nullptr before that
    const std::string& painted();

    const view::Words& words() const { return language_.words; }

private:
    // What an update does to the browser's history.
    enum class History { none, replace, push };
    // What came about since the last one.
    struct Change { std::string link; History step = History::none; bool new_screen = false, turned = false; };

    Instance(Language language, Dataset dataset);
    void take(Dataset dataset);
    void refresh();   // results and view, after the state changed
    Change change() const;
    History history_step(const std::string& link) const;
    bool has_turned(const std::string& link) const;
    view::Key focus_after(const Change& change) const;
    void write_change(const Change& change);
    bool shows_picture() const;

    Language language_;
    Dataset dataset_;
    Index index_;
    view::State state_;
    std::shared_ptr<const view::View> view_;   // shared with the painter, which paints the last one shown

    ui::Viewport viewport_;
    bool painted_ = false;
    std::unique_ptr<Painter> painter_;

    UpdateWriter writer_;
    JsonWriter json_;
    std::string sent_link_, sent_announcement_;
    view::State sent_state_;
    bool was_sent_ = false;    // anything
    bool navigated_ = false;   // the change came from the browser's history, which must not be written again
};

}  // namespace finder::app
