#include "view/share_link.hpp"

#include "finder/utf8.hpp"
#include "view/percent.hpp"

#include <algorithm>

namespace finder::view {

namespace {

// Longer than any link that we write; the rest of a hostile one is not read.
constexpr std::size_t max_link = 8192, max_text = 200;

// Cuts what came before `separator` off `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

bool is_control(char32_t c) { return c < ' ' || (c >= 0x7F && c < 0xA0); }

// What a person typed: whole characters that fit, without control characters and broken UTF-8 that would reach the page.
std::string clean_text(std::string_view text) {
    std::string clean;
    while (!text.empty()) {
        const CodePoint c = take_code_point(text);
        if (!c.valid || is_control(c.value)) continue;
        const std::size_t size = clean.size();
        append_utf8(clean, c.value);
        if (clean.size() <= max_text) continue;
        clean.resize(size);
        break;
    }
    return clean;
}

void append(std::string& link, std::string_view key, std::string_view value) {
    if (!link.empty()) link += '&';
    (link += key) += '=';
    link += value;
}

struct Decoder {
    const Dataset& dataset;
    DecodedLink link;

    void values(std::uint16_t facet, std::string_view key, std::string_view encoded) {
        auto& chosen = link.state.query.selected;
        chosen.resize(dataset.facets.size());
        const std::string decoded = percent_decode(encoded);   // some mail programs encode the commas
        for (std::string_view codes = decoded; !codes.empty();) {
            const std::string code(next_part(codes, ','));
            const auto value = dataset.facets[facet].find(code);
            if (!value) { link.unknown.push_back(std::string(key) + "=" + code); continue; }
            if (std::find(chosen[facet].begin(), chosen[facet].end(), *value) == chosen[facet].end()) chosen[facet].push_back(*value);
        }
        std::sort(chosen[facet].begin(), chosen[facet].end());
    }

    void program(const std::string& id) {
        const auto is_it = [&](const Program& p) { return p.id == id; };
        if (std::none_of(dataset.programs.begin(), dataset.programs.end(), is_it)) {
            link.unknown.push_back("program=" + id);
            link.state.missing_program = true;
            return;
        }
        link.state.screen = Screen::program;
        link.state.program_id = id;
    }

    // Counted from 1, as people do. The list itself knows how many there are.
    bool page(std::string_view number) {
        constexpr std::size_t most = 1'000'000;
        std::size_t page = 0;
        for (const char c : number) {
            if (c < '0' || c > '9') return false;
            page = std::min(most, page * 10 + static_cast<std::size_t>(c - '0'));
        }
        if (page == 0) return false;
        link.state.page = page - 1;
        return true;
    }

    void pair(std::string_view key, std::string_view value) {
        State& state = link.state;
        if (key == "q") state.query.text = clean_text(percent_decode(value));
        else if (key == "not-stated" && value == "1") state.query.include_not_stated = true;
        else if (key == "program") program(percent_decode(value));
        else if (key == "page" && value == "about") { state.screen = Screen::about; state.program_id.clear(); }
        else if (key == "page-number" && page(value)) return;
        else if (key == "show" && value == "filters") state.filters_open = true;
        else if (const auto facet = find_facet(dataset.facets, key)) values(*facet, key, value);
        else if (!key.empty()) link.unknown.push_back(std::string(key));
    }
};

}  // namespace

std::string encode_link(const State& state, const std::vector<Facet>& facets) {
    std::string link;
    // A text that is too long must not push what comes after it out of the link.
    const std::string text = clean_text(state.query.text);
    if (!text.empty()) append(link, "q", percent_encode(text));
    for (std::size_t f = 0; f < std::min(facets.size(), state.query.selected.size()); ++f) {
        std::string codes;
        for (const std::uint16_t v : state.query.selected[f]) (codes += codes.empty() ? "" : ",") += facets[f].values[v].code;
        if (!codes.empty()) append(link, facets[f].code, codes);
    }
    if (state.query.include_not_stated) append(link, "not-stated", "1");
    if (state.page > 0) append(link, "page-number", std::to_string(state.page + 1));
    if (state.screen == Screen::program) append(link, "program", percent_encode(state.program_id));
    if (state.screen == Screen::about) append(link, "page", "about");
    if (state.filters_open) append(link, "show", "filters");
    return link;
}

DecodedLink decode_link(std::string_view fragment, const Dataset& dataset) {
    Decoder decoder{dataset, {}};
    fragment = fragment.substr(0, max_link);
    if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
    while (!fragment.empty()) {
        std::string_view value = next_part(fragment, '&');
        const std::string_view key = next_part(value, '=');
        decoder.pair(key, value);
    }
    return std::move(decoder.link);
}

}  // namespace finder::view
