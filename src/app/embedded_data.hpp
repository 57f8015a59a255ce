// The files of data/ that are built into the program, byte for byte (cmake/embed.cmake).
#pragma once
#include <string_view>

namespace finder::app {

std::string_view embedded_programs();     // data/programs.json
std::string_view embedded_vocabulary();   // data/vocabulary.json
std::string_view embedded_words();        // data/words/en.json

}  // namespace finder::app
