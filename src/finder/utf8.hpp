// Reading UTF-8 that may be broken.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace finder {

inline constexpr char32_t replacement_character = 0xFFFD;

// Takes one code point off `text`. A byte that is not part of valid UTF-8 (overlong forms, surrogates and
// values beyond U+10FFFF included) is taken alone and gives U+FFFD with `valid` false.
struct CodePoint { char32_t value; bool valid; };
CodePoint take_code_point(std::string_view& text);

void append_utf8(std::string& text, char32_t code_point);

}  // namespace finder
