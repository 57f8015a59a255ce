// Reads one program of the data file and checks every rule that concerns it alone.
#pragma once
#include "finder/record_reader.hpp"

namespace finder {

struct ProgramRecord {
    Program program;
    std::string county;            // code, of the address or, without one, of the program; may be empty
    SourceId place_source = 0;     // of the address, else of the first facts
};

// `node` is an object. When an error was reported the record may be incomplete.
ProgramRecord read_program(const JsonNode& node, const Known& known);

}  // namespace finder
