// From bytes to a tree: everything that can be wrong with a file before anybody asks what it means.
#include "finder/dataset.hpp"
#include "finder/json_reader.hpp"
#include "finder/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace finder {

using nlohmann::json;

struct JsonDocument::Tree { json value; };

namespace {

// Where an editor that counts bytes would show it.
std::string line_and_column(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t start = before.rfind('\n') + 1;   // npos + 1 is 0
    return "line " + std::to_string(line) + ", column " + std::to_string(at - start + 1);
}

std::optional<std::size_t> broken_utf8(std::string_view text) {
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        if (!take_code_point(rest).valid) return at;
    }
    return std::nullopt;
}

// Builds the tree from nlohmann-json's events, since its own builder would neither notice that a member stands
// twice (the second would silently win) nor stop before a tree is too deep.
class TreeBuilder {
public:
    TreeBuilder(JsonDocument& document, std::string_view text) : document_(document), text_(text) {}

    json take() { return std::move(root_); }

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(json::number_integer_t value) { return put(value); }
    bool number_unsigned(json::number_unsigned_t value) { return put(value); }
    bool number_float(json::number_float_t value, const std::string&) { return put(value); }
    bool string(std::string& value) { return put(std::move(value)); }
    bool binary(json::binary_t&) { return false; }   // not in JSON
    bool start_array(std::size_t) { return open(json::array()); }
    bool start_object(std::size_t) { return open(json::object()); }
    bool end_array() { return close(); }
    bool end_object() { return close(); }

    bool key(std::string& name) {
        Open& object = open_.back();
        object.member = std::move(name);
        if (object.value->contains(object.member)) document_.report(pointer(), "this member twice", "each member once");
        return true;
    }

    // nlohmann-json hands the error over and does not throw it; it has read `position` bytes, the wrong one included.
    bool parse_error(std::size_t position, const std::string&, const json::exception&) {
        const std::size_t at = std::min(std::max<std::size_t>(1, position) - 1, text_.size());
        const std::string_view rest = text_.substr(at, text_.find_first_of("\r\n", at) - at);
        const std::string found = at == text_.size() ? "the end of the text" : rest.empty() ? "the end of a line" : in_quotes(rest);
        document_.report("", found + " in " + line_and_column(text_, at), "well-formed JSON");
        return false;
    }

private:
    struct Open {
        json* value;          // in its parent, which does not change before this one is closed
        std::string member;   // of an object: the one being read
    };

    // Only the values that have ended or are being read are in the lists, so the last item is the one being read.
    std::string pointer() const {
        std::string steps;
        for (const Open& open : open_) steps += "/" + (open.value->is_array() ? std::to_string(open.value->size() - 1) : pointer_step(open.member));
        return steps;
    }

    json* add(json value) {
        if (open_.empty()) return &(root_ = std::move(value));
        Open& parent = open_.back();
        if (parent.value->is_array()) return &parent.value->emplace_back(std::move(value));
        return &((*parent.value)[parent.member] = std::move(value));
    }

    bool put(json value) {
        add(std::move(value));
        return true;
    }

    bool open(json value) {
        if (open_.size() == max_json_depth) {
            document_.report("", "lists or objects more than " + std::to_string(max_json_depth) + " deep", "fewer");
            return false;
        }
        open_.push_back({add(std::move(value)), {}});
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    JsonDocument& document_;
    std::string_view text_;
    json root_;
    std::vector<Open> open_;
};

}  // namespace

JsonDocument::JsonDocument(std::string_view text, std::string_view file) : file_(file) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);   // a byte order mark does no harm
    if (text.size() > max_dataset_bytes) report("", std::to_string(text.size()) + " bytes", "at most " + std::to_string(max_dataset_bytes));
    else if (text.find_first_not_of(" \t\r\n") == text.npos) report("", "nothing", "JSON");
    else if (const auto at = broken_utf8(text)) report("", "broken UTF-8 in " + line_and_column(text, *at), "text in UTF-8");
    // The parser would take a NUL for the end of the text and not see what comes after it.
    else if (const std::size_t nul = text.find('\0'); nul != text.npos) report("", "a NUL byte in " + line_and_column(text, nul), "text");
    else parse(text);
}

JsonDocument::~JsonDocument() = default;

void JsonDocument::parse(std::string_view text) {
    TreeBuilder builder(*this, text);
    // The parser itself does not recurse, so that the builder sees every depth.
    if (json::sax_parse(text.begin(), text.end(), &builder)) tree_ = std::make_unique<Tree>(Tree{builder.take()});
}

JsonNode JsonDocument::root() { return {this, tree_ ? &tree_->value : nullptr, ""}; }

bool JsonDocument::is_full() const { return errors_.size() >= max_errors; }

void JsonDocument::report(std::string pointer, std::string found, std::string expected) {
    if (is_full()) ++unreported_;
    else errors_.push_back({file_, std::move(pointer), std::move(found), std::move(expected)});
}

std::vector<DataError> JsonDocument::take_errors() {
    if (unreported_ > 0) errors_.push_back({file_, "", std::to_string(unreported_) + " more errors", "none"});
    unreported_ = 0;
    return std::exchange(errors_, {});
}

}  // namespace finder
