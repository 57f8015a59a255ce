// Words as search sees them: folded to lower-case base letters, split where people would.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace finder {

// Lower case, accents removed (Latin, Vietnamese), Cyrillic in lower case, typographic apostrophes and dashes
// made plain. Other scripts stay as they are. Invalid UTF-8 becomes U+FFFD.
std::string fold(std::string_view utf8);

// Folded words. A hyphenated word gives its parts and the joined word: "Medi-Cal" -> medi, cal, medical.
std::vector<std::string> index_words(std::string_view utf8);

// Folded words of a query, split at anything but letters and digits; apostrophes join ("can't" -> cant).
std::vector<std::string> query_words(std::string_view utf8);

}  // namespace finder
