// What is wrong with data that somebody gave us, said so that they can mend it.
#pragma once
#include <string>
#include <vector>

namespace finder {

struct DataError {
    std::string file;      // as the caller named it
    std::string pointer;   // JSON Pointer (RFC 6901); empty means the whole file
    std::string found;     // short; long values are cut
    std::string expected;
};

// "programs.json at /programs/3/phones/0/number: found "12", expected a number such as +16505551234"
std::string to_text(const DataError& error);

}  // namespace finder
