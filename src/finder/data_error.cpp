#include "finder/data_error.hpp"

namespace finder {

std::string to_text(const DataError& error) {
    const std::string place = error.pointer.empty() ? "" : " at " + error.pointer;
    return error.file + place + ": found " + error.found + ", expected " + error.expected;
}

}  // namespace finder
