// Reads what a program states about the values of the vocabulary.
#pragma once
#include "finder/record_reader.hpp"

namespace finder {

struct Facts {
    std::vector<Fact> all;       // sorted by facet, then value; at most one of each
    SourceId first_source = 0;   // of the first block
};

// The member "facts" of a program.
Facts read_facts(const JsonNode& program, const Known& known);

}  // namespace finder
