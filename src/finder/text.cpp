#include "finder/text.hpp"

#include "finder/utf8.hpp"

namespace finder {

namespace {

// Base letters by code point, from Unicode's decompositions; '.' where there is none.
constexpr std::string_view latin_from_c0 =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeeggggggggh"
    "hhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view vietnamese_from_1a0 = "oo.............uu";
constexpr std::string_view latin_from_1cd =
    "aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy";
constexpr std::string_view latin_from_1e00 =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuu"
    "vvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

char32_t from_table(std::string_view table, char32_t first, char32_t c) {
    const char base = table[c - first];
    return base == '.' ? c : static_cast<char32_t>(base);
}

char32_t fold_code_point(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
    if (c >= 0xC0 && c < 0xC0 + latin_from_c0.size()) return from_table(latin_from_c0, 0xC0, c);
    if (c >= 0x1A0 && c < 0x1A0 + vietnamese_from_1a0.size()) return from_table(vietnamese_from_1a0, 0x1A0, c);
    if (c >= 0x1CD && c < 0x1CD + latin_from_1cd.size()) return from_table(latin_from_1cd, 0x1CD, c);
    if (c >= 0x1E00 && c < 0x1E00 + latin_from_1e00.size()) return from_table(latin_from_1e00, 0x1E00, c);
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
    if (c >= 0x2010 && c <= 0x2015) return '-';
    if (c == 0xA0) return ' ';
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;   // Cyrillic capitals
    if (c == 0x401 || c == 0x451) return 0x435;      // Russians type e for io
    return c;
}

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF0F) && c != replacement_character;
}

// Calls word(text) for every run of letters and digits; `glue` characters are dropped without ending a word.
template <class Visit>
void split(std::string_view folded, std::string_view glue, Visit word) {
    std::string run;
    const auto end = [&] {
        if (!run.empty()) word(run);
        run.clear();
    };
    while (!folded.empty()) {
        const char32_t c = take_code_point(folded).value;
        if (is_word(c)) append_utf8(run, c);
        else if (c >= 0x80 || glue.find(static_cast<char>(c)) == glue.npos) end();
    }
    end();
}

}  // namespace

std::string fold(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    while (!utf8.empty()) {
        const char32_t c = take_code_point(utf8).value;
        if (!is_combining(c)) append_utf8(folded, fold_code_point(c));
    }
    return folded;
}

std::vector<std::string> query_words(std::string_view utf8) {
    std::vector<std::string> words;
    split(fold(utf8), "'", [&](const std::string& word) { words.push_back(word); });
    return words;
}

std::vector<std::string> index_words(std::string_view utf8) {
    const std::string folded = fold(utf8);
    std::vector<std::string> words;
    const auto add = [&](const std::string& word) {
        for (const std::string& known : words)
            if (known == word) return;
        words.push_back(word);
    };
    split(folded, "'", add);
    split(folded, "'-", add);   // the joined word of a hyphenated one
    return words;
}

}  // namespace finder
