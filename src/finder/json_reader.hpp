// Reads JSON that somebody else wrote. Every getter checks the type first and reports what is wrong with its
// JSON Pointer; reading goes on, so that all errors are found at once.
#pragma once
#include "finder/data_error.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finder {

enum class Need { required, optional };

inline constexpr std::size_t max_short_text = 300, max_long_text = 2000;   // bytes

// What was found, for a message: at most `most` characters, and none that would not show or would turn text around.
std::string printable(std::string_view text, std::size_t most = 40);
std::string in_quotes(std::string_view text);

// One step of a JSON Pointer (RFC 6901). Only a hostile name is cut or loses characters.
std::string pointer_step(std::string_view name);

// "a, b, c"
std::string join(const std::vector<std::string_view>& words);

class JsonDocument;

// A value in a document, or a hole where none is; a hole answers every question with nothing and reports no more.
// Lives no longer than its document.
class JsonNode {
public:
    using Visit = std::function<void(const JsonNode&)>;
    using VisitMember = std::function<void(const std::string& name, const JsonNode&)>;

    bool exists() const { return value_ != nullptr; }
    bool is_null() const;
    bool is_object() const;   // reports when it is something else
    bool is_empty_list() const;
    bool gives(std::string_view member) const;   // and not as null
    const std::string& pointer() const { return pointer_; }

    void report(std::string found, std::string expected) const;
    void report_at(std::string_view member, std::string found, std::string expected) const;
    // Further errors are only counted: it is not worth while to find words for them.
    bool has_said_enough() const;

    // Any other member is a mistake that would be lost in silence, except those that begin with "x-".
    void only_members(std::initializer_list<std::string_view> names) const;

    JsonNode member(std::string_view name, Need need) const;
    // A hole when it is absent, null (where optional) or, which is reported, not an object.
    JsonNode object(std::string_view name, Need need) const;
    void each(std::string_view name, Need need, const Visit& visit) const;
    void each_object(std::string_view name, Need need, const Visit& visit) const;   // reports items that are not objects
    void each_member(std::string_view name, Need need, const VisitMember& visit) const;
    void items(const Visit& visit) const;   // of this list

    // Texts are not blank, in UTF-8 and free of control characters and of those that turn text around.
    std::string as_text(std::size_t most = max_short_text) const;
    std::string text(std::string_view name, std::size_t most = max_short_text) const;
    std::string optional_text(std::string_view name, std::size_t most = max_short_text) const;   // null counts as absent
    std::string slug(std::string_view name) const;   // lower-case letters, digits and hyphens
    std::string code(std::string_view name) const;   // the same with underscores
    void expect_text(std::string_view name, std::string_view expected) const;
    bool flag(std::string_view name) const;   // false when absent
    std::optional<double> number(std::string_view name, double least, double most) const;
    std::optional<int> integer(std::string_view name, int least, int most) const;
    // ISO 8601 YYYY, YYYY-MM or YYYY-MM-DD; with `whole_day` the last only. Null or absent: empty, unless required.
    std::string date(std::string_view name, Need need, bool whole_day = false) const;

private:
    friend class JsonDocument;
    JsonNode(JsonDocument* document, const void* value, std::string pointer) : document_(document), value_(value), pointer_(std::move(pointer)) {}
    std::string word(std::string_view name, std::string_view allowed, std::string_view example) const;

    JsonDocument* document_;
    const void* value_;   // nlohmann::json, which headers do not know
    std::string pointer_;
};

class JsonDocument {
public:
    JsonDocument(std::string_view json, std::string_view file);
    ~JsonDocument();
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    JsonNode root();   // a hole when the text is not JSON
    void report(std::string pointer, std::string found, std::string expected);
    bool is_full() const;
    bool has_errors() const { return !errors_.empty(); }
    std::vector<DataError> take_errors();

private:
    struct Tree;
    void parse(std::string_view json);

    std::string file_;
    std::unique_ptr<Tree> tree_;
    std::vector<DataError> errors_;
    std::size_t unreported_ = 0;   // beyond max_errors
};

}  // namespace finder
