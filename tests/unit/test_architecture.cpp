// The layers hold: finder <- view <- ui <- app. What is embedded is what is in data/.
#include "app/embedded_data.hpp"
#include "app/finder_api.h"
#include "test_architecture_support.hpp"

#include <map>
#include <set>

namespace {

using namespace finder_architecture_test;
namespace fs = std::filesystem;

using Complaints = std::vector<std::string>;

bool ends_with(std::string_view text, std::string_view end) { return text.ends_with(end); }
bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

// Code without comments, and without what stands in quotes; line breaks stay.
std::string bare_code(std::string_view code) {
    std::string bare;
    for (std::size_t i = 0; i < code.size();) {
        const auto skip_to = [&](std::string_view end, std::size_t from) {
            const std::size_t found = std::min(code.find(end, from), code.size() - end.size());
            for (; i < found + end.size(); ++i)
                if (code[i] == '\n') bare += '\n';
        };
        if (code.substr(i, 2) == "//") { skip_to("\n", i); continue; }
        if (code.substr(i, 2) == "/*") { skip_to("*/", i + 2); continue; }
        const bool digit_mark = code[i] == '\'' && i > 0 && std::isalnum(static_cast<unsigned char>(code[i - 1]));
        if ((code[i] == '"' || code[i] == '\'') && !digit_mark) {
            const char quote = code[i++];
            while (i < code.size() && code[i] != quote) i += code[i] == '\\' ? 2 : 1;
            ++i;
            bare += "''";
            continue;
        }
        bare += code[i++];
    }
    return bare;
}

std::set<std::string> words_of(std::string_view bare) {
    std::set<std::string> words;
    std::string word;
    for (const char c : std::string(bare) + ' ') {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '_') word += c;
        else if (!word.empty()) { words.insert(word); word.clear(); }
    }
    return words;
}

// "ui/text.hpp" of #include "ui/text.hpp", and <vector> with its brackets.
std::vector<std::string> includes_of(std::string_view code) {
    std::vector<std::string> found;
    std::istringstream lines{std::string(code)};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t hash = line.find_first_not_of(" \t");
        if (hash == line.npos || line[hash] != '#' || !contains(line, "include")) continue;
        const std::size_t from = line.find_first_of("\"<"), to = line.find_last_of("\">");
        if (from == line.npos || to <= from) { found.push_back("?"); continue; }
        found.push_back(line[from] == '<' ? line.substr(from, to - from + 1) : line.substr(from + 1, to - from - 1));
    }
    return found;
}

const std::map<std::string, std::set<std::string>, std::less<>> may_include = {
    {"finder", {"finder"}}, {"view", {"finder", "view"}}, {"ui", {"finder", "view", "ui"}}, {"app", {"finder", "view", "ui", "app"}}, {"cli", {"finder", "cli"}}};

bool is_for_browsers(std::string_view file) {
    return file == "app/finder_api.h" || (file.starts_with("app/") && (ends_with(file, "_webgl.cpp") || ends_with(file, "_browser.cpp")));
}

std::string wrong_include(std::string_view file, std::string_view layer, const std::string& include) {
    const std::string first = include.substr(0, include.find('/'));
    if (first.starts_with("<nlohmann")) return (layer == "finder" || layer == "view") && ends_with(file, ".cpp") ? "" : "nlohmann-json";
    if (first.starts_with("<emscripten") || first.starts_with("<GLES") || first.starts_with("<EGL")) return is_for_browsers(file) ? "" : "a browser's header";
    if (contains(include, "imgui")) return layer == "ui" || layer == "app" ? "" : "Dear ImGui";
    if (first.starts_with('<')) return contains(include, "/") ? "an unknown library" : "";
    return may_include.find(layer)->second.contains(first) ? "" : "a layer that it must not know";
}

// What is wrong with `code`, which stands in src/`file`.
Complaints complaints(const std::string& file, std::string_view code) {
    const std::string layer = file.substr(0, file.find('/'));
    if (!may_include.contains(layer)) return {file + ": stands in no layer"};
    Complaints found;
    for (const std::string& include : includes_of(code)) {
        const std::string wrong = wrong_include(file, layer, include);
        if (!wrong.empty()) found.push_back(file + ": includes " + include + ", " + wrong);
    }
    for (const std::string& word : words_of(bare_code(code))) {
        static const std::set<std::string> never = {"throw", "try", "catch", "dynamic_cast", "typeid"}, browser = {"__EMSCRIPTEN__", "EM_JS", "EM_ASM", "EMSCRIPTEN_KEEPALIVE"};
        if (never.contains(word)) found.push_back(file + ": " + word);
        if (browser.contains(word) && !is_for_browsers(file)) found.push_back(file + ": " + word);
    }
    return found;
}

bool is_source(const fs::path& path) { return path.extension() == ".cpp" || path.extension() == ".hpp" || path.extension() == ".h"; }

Complaints complaints_of_all_sources(std::size_t& files) {
    Complaints all;
    const fs::path root = source_dir() / "src";
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file() || !is_source(entry.path())) continue;
        ++files;
        const auto found = complaints(fs::relative(entry.path(), root).generic_string(), read_file(entry.path()));
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

// --- The checker itself

TEST_CASE("an include against the layers is noticed") {
    const std::map<std::string, Complaints> includes = {
        {"finder/text.cpp", {"view/state.hpp", "ui/text.hpp", "app/instance.hpp", "imgui.h", "<GLES3/gl3.h>", "<emscripten.h>", "<boost/any.hpp>"}},
        {"finder/text.hpp", {"<nlohmann/json.hpp>"}},
        {"view/words.cpp", {"ui/style.hpp", "app/instance.hpp", "imgui.h", "imgui_internal.h"}},
        {"view/words.hpp", {"<nlohmann/json.hpp>"}},
        {"ui/paint.cpp", {"app/renderer.hpp", "<nlohmann/json.hpp>", "<emscripten/html5.h>", "<GLES3/gl3.h>", "cli/main.hpp"}},
        {"app/instance.cpp", {"<nlohmann/json.hpp>", "<emscripten.h>", "<GLES3/gl3.h>", "<EGL/egl.h>", "cli/main.hpp"}},
        {"app/renderer_webgl.cpp", {"<nlohmann/json.hpp>"}},
        {"cli/main.cpp", {"view/state.hpp", "app/finder_api.h"}},
    };
    for (const auto& [file, all] : includes)
        for (const std::string& include : all) {
            CAPTURE(file);
            CAPTURE(include);
            CHECK(complaints(file, include[0] == '<' ? "  #  include " + include + "\n" : "#include \"" + include + "\"  // why not\n").size() == 1);
        }
    CHECK(complaints("tools/x.cpp", "").size() == 1);
    CHECK(complaints("finder/x.cpp", "#include HEADER\n").size() == 1);
}

TEST_CASE("an include along the layers is not complained of") {
    CHECK(complaints("finder/text.cpp", "#include \"finder/text.hpp\"\n#include <vector>\n#include <nlohmann/json.hpp>\n").empty());
    CHECK(complaints("view/words.cpp", "#include \"view/words.hpp\"\n#include \"finder/text.hpp\"\n#include <nlohmann/json.hpp>\n").empty());
    CHECK(complaints("ui/paint.cpp", "#include \"ui/paint.hpp\"\n#include \"view/view.hpp\"\n#include \"finder/text.hpp\"\n#include \"imgui_internal.h\"\n").empty());
    CHECK(complaints("app/renderer_webgl.cpp", "#include \"app/renderer.hpp\"\n#include \"ui/layout.hpp\"\n#include \"imgui.h\"\n#include <GLES3/gl3.h>\n#include <emscripten/html5.h>\n").empty());
    CHECK(complaints("app/finder_api.h", "#ifdef __EMSCRIPTEN__\n#include <emscripten/emscripten.h>\n#endif\n").empty());
    CHECK(complaints("cli/main.cpp", "#include \"finder/dataset.hpp\"\n").empty());
}

TEST_CASE("exceptions and casts by type are noticed in code, and only there") {
    for (const std::string code : {"throw 1;", "try { f(); } catch (...) {}", "auto* p = dynamic_cast<X*>(y);", "typeid(x)", "f(\"//\"); throw 1;", "f('\"'); throw 1; g('\"');", "int n = 1'000; throw n;", "f(\"\\\"\"); throw 1;", "/* */ throw 1; /* */"}) {
        CAPTURE(code);
        CHECK_FALSE(complaints("finder/x.cpp", code).empty());
    }
    CHECK(complaints("finder/x.cpp", "try { f(); } catch (...) {}").size() == 2);
    for (const std::string code : {"// never throws; one to try first\n", "/* catch\n it */", "f(\"try it\");", "int retry = 0, throws = 1;", "f(\"a \\\" throw\");", "// \" throw\nint x = 'a';", "\"", "/*", "//"}) {
        CAPTURE(code);
        CHECK(complaints("finder/x.cpp", code).empty());
    }
    CHECK(complaints("view/x.cpp", "#ifdef __EMSCRIPTEN__\n").size() == 1);
    CHECK(complaints("app/x.cpp", "EM_JS(void, f, (), {});").size() == 1);
    CHECK(complaints("app/x_browser.cpp", "EM_JS(void, f, (), {});").empty());
}

// --- What it is for

TEST_CASE("no source file breaks the layers, and none throws") {
    std::size_t files = 0;
    const Complaints all = complaints_of_all_sources(files);
    for (const std::string& complaint : all) FAIL_CHECK(complaint);
    CHECK(files > 60);
}

TEST_CASE("every header is read once") {
    for (const auto& entry : fs::recursive_directory_iterator(source_dir() / "src")) {
        if (!entry.is_regular_file() || !is_source(entry.path()) || entry.path().extension() == ".cpp") continue;
        CAPTURE(entry.path().string());
        const std::string code = read_file(entry.path());
        CHECK((contains(code, "#pragma once") || contains(code, "#ifndef FINDER_API_H")));
    }
}

// --- The data that is built in

TEST_CASE("the embedded bytes are the files of data, byte for byte") {
    using namespace finder::app;
    const fs::path data = source_dir() / "data";
    CHECK((embedded_programs() == read_file(data / "programs.json")));
    CHECK((embedded_vocabulary() == read_file(data / "vocabulary.json")));
    CHECK((embedded_words() == read_file(data / "words" / "en.json")));
    CHECK(embedded_programs().size() > 10000);
}

TEST_CASE("JavaScript gets the embedded programs byte for byte") {
    std::size_t size = 0;
    const char* text = finder_embedded_programs(&size);
    CHECK((std::string_view(text, size) == read_file(source_dir() / "data" / "programs.json")));
}

}  // namespace
