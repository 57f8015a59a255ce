#include "app/instance.hpp"

#include "app/embedded_data.hpp"
#include "finder/json_reader.hpp"
#include "view/pages.hpp"

namespace finder::app {

std::unique_ptr<Instance> Instance::make() {
    auto vocabulary = load_vocabulary(embedded_vocabulary(), "vocabulary.json");
    auto words = view::load_words(embedded_words(), "en.json");
    const auto* known = std::get_if<Vocabulary>(&vocabulary);
    auto* texts = std::get_if<view::Words>(&words);
    if (!known || !texts) return nullptr;
    auto dataset = load_dataset(embedded_programs(), "programs.json", *known);
    auto* programs = std::get_if<Dataset>(&dataset);
    if (!programs) return nullptr;
    return std::unique_ptr<Instance>(new Instance({std::move(*texts), *known}, std::move(*programs)));
}

Instance::Instance(Language language, Dataset dataset) : language_(std::move(language)), dataset_(std::move(dataset)), index_(build_index(dataset_)) {
    refresh();
    sent_announcement_ = view_->announcement;   // nobody asked yet, so nothing is said
}

bool Instance::load_programs(std::string_view json) {
    auto loaded = load_dataset(json, words()("data.file"), language_.vocabulary);
    if (auto* errors = std::get_if<std::vector<DataError>>(&loaded)) {
        act(view::RefuseData{std::move(*errors)});
        return false;
    }
    take(std::move(std::get<Dataset>(loaded)));
    return true;
}

std::vector<DataError> Instance::load_language(std::string_view words, std::string_view vocabulary) {
    auto loaded = app::load_language(words, vocabulary, language_);
    if (const auto* errors = std::get_if<std::vector<DataError>>(&loaded)) return *errors;
    auto& language = std::get<Language>(loaded);
    auto programs = load_dataset(embedded_programs(), "programs.json", language.vocabulary);
    if (const auto* errors = std::get_if<std::vector<DataError>>(&programs)) return *errors;
    language_ = std::move(language);
    take(std::move(std::get<Dataset>(programs)));
    return {};
}

// A link's codes are looked up anew: the other dataset has other counties and cities.
void Instance::take(Dataset dataset) {
    const std::string link = view::encode_link(state_, dataset_.facets);
    dataset_ = std::move(dataset);
    index_ = build_index(dataset_);
    state_.data_errors.clear();
    state_.toggled.reset();
    state_.unfolded.clear();
    state_.explained.clear();
    navigate(link);
}

void Instance::refuse_programs(std::string_view why) {
    const view::Words& say = words();
    act(view::RefuseData{{{say("data.file"), "", say("data.not_loaded", {{"why", printable(why)}}), say("data.expected")}}});
}

void Instance::refresh() {
    const Results results = search(index_, state_.query);
    state_.page = view::page_within(state_.page, results);   // so that links say what is shown
    view_ = std::make_shared<const view::View>(view::make_view(state_, results, dataset_, words()));
}

void Instance::act(const view::Action& action) {
    state_ = view::reduce(std::move(state_), action);
    refresh();
}

void Instance::navigate(std::string_view fragment) {
    act(view::Navigate{view::decode_link(fragment, dataset_).state});
    navigated_ = true;
}

const view::Node* Instance::find(view::Key key) const {
    for (const view::Node& node : view_->nodes)
        if (node.key == key) return &node;
    return nullptr;
}

void Instance::set_viewport(const ui::Viewport& viewport) {
    viewport_ = viewport;
    if (viewport.narrow() != state_.narrow) act(view::SetNarrow{viewport.narrow()});
}

// A word that is typed on replaces the last step, so that Back does not undo it letter by letter.
Instance::History Instance::history_step(const std::string& link) const {
    if (navigated_ || link == sent_link_) return History::none;
    view::State without = state_, before = sent_state_;
    without.query.text.clear();
    before.query.text.clear();
    const bool only_typed = view::encode_link(without, dataset_.facets) == view::encode_link(before, dataset_.facets);
    return only_typed && !sent_state_.query.text.empty() && !state_.query.text.empty() ? History::replace : History::push;
}

// Another page of the list that was there, and nothing else: another query begins at its first page without that.
bool Instance::has_turned(const std::string& link) const {
    view::State before = sent_state_;
    before.page = state_.page;
    return was_sent_ && state_.screen == view::Screen::list && state_.page != sent_state_.page && link == view::encode_link(before, dataset_.facets);
}

Instance::Change Instance::change() const {
    Change change{view::encode_link(state_, dataset_.facets)};
    change.step = history_step(change.link);
    change.new_screen = state_.screen != sent_state_.screen || state_.program_id != sent_state_.program_id || state_.filters_open != sent_state_.filters_open;
    change.turned = !change.new_screen && has_turned(change.link);
    return change;
}

view::Key Instance::focus_after(const Change& change) const {
    const bool closed = sent_state_.filters_open && !state_.filters_open && view_->opener != 0;
    return !change.new_screen && !change.turned ? 0 : closed ? view_->opener : view_->heading;
}

bool Instance::shows_picture() const { return painted_ && painter_ && !state_.display.simple && can_paint(*view_); }

float Instance::lay_out() { return shows_picture() ? painter_->show(view_, viewport_) : -1; }

// A new screen is read from its top, another page of the list from the number of programs; Back knows better.
float Instance::reading_start() const {
    if (!shows_picture()) return -1;
    const Change change = this->change();
    if (change.step != History::push) return -1;
    return change.turned ? painter_->top_of(view_->heading) : change.new_screen ? 0 : -1;
}

namespace {

void write_display(JsonWriter& out, const view::Display& display, view::Theme theme) {
    out.key("display").open('{').key("simple").integer(display.simple ? 1 : 0);
    out.key("theme").string(view::theme_choice_names[static_cast<std::size_t>(display.theme)]);
    out.key("text_size").integer(display.text_size).key("slash").integer(display.slash ? 1 : 0).close('}');
    out.key("theme").string(view::theme_names[static_cast<std::size_t>(theme)]);
}

}  // namespace

void Instance::write_change(const Change& change) {
    static constexpr std::string_view steps[] = {"none", "replace", "push"};
    write_display(json_, state_.display, view_->theme);
    json_.key("fragment").string(change.link).key("history").string(steps[static_cast<std::size_t>(change.step)]);
    json_.key("announcement").string(change.turned ? view_->range : view_->announcement == sent_announcement_ ? "" : view_->announcement);
    json_.key("heading").integer(focus_after(change)).key("turned").integer(change.turned ? 1 : 0);
}

const std::string& Instance::update() {
    const bool painted = painted_ && painter_;
    const float height = painted ? painter_->show(view_, viewport_) : 0;
    const Change change = this->change();
    json_.clear();
    json_.open('{').key("title").string(view_->title).key("language").string(words().language()).key("height").number(height);
    json_.key("narrow").integer(state_.narrow ? 1 : 0).key("paintable").integer(can_paint(*view_) ? 1 : 0);
    write_change(change);
    writer_.write(json_, *view_, painted ? &painter_->places() : nullptr);
    json_.close('}');
    if (!view_->announcement.empty()) sent_announcement_ = view_->announcement;
    sent_link_ = change.link;
    sent_state_ = state_;
    navigated_ = false;
    was_sent_ = true;
    return json_.text();
}

bool Instance::start_painting() {
    painter_ = make_painter();
    return painter_ != nullptr;
}

bool Instance::restart_painting() { return painter_ && painter_->restart(); }

const std::string& Instance::painted() {
    json_.clear();
    if (painter_) painter_->write_painted(json_);
    else json_.raw(R"({"texts":[],"controls":[]})");
    return json_.text();
}

}  // namespace finder::app
