// Which programs fit, and how many each further choice would leave.
//
// A program passes a facet with a choice when it offers one of the chosen values; it may pass when of one of them
// it is not known that it does not. Each word typed must begin a word of its name, organization, place or facts.
//
// OR inside a facet, AND across facets and words. Counts are disjunctive: a facet's counts
// ignore its own selection, so they answer "how many if I also tick this?".
#pragma once
#include "finder/dataset.hpp"
#include "finder/program_set.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace finder {

// Where a word was found; a smaller one ranks first.
enum class Field : std::uint8_t { name, organization, place, facet };

struct Posting { std::uint32_t program; Field field; };
struct Term { std::string word; std::vector<Posting> postings; };   // one posting a program: its best field

struct FacetSets {
    std::vector<ProgramSet> offered;       // by value
    std::vector<ProgramSet> not_offered;   // of a place: also those that are somewhere else
};

// Refers to no Dataset; holds indices into the one it was built from.
struct Index {
    std::size_t programs = 0;
    std::vector<FacetSets> facets;
    std::vector<Term> terms;   // sorted by word
    std::vector<std::vector<std::size_t>> totals;   // [facet][value]: how many programs offer it
};

Index build_index(const Dataset& dataset);

struct Query {
    std::string text;
    // By facet: places of chosen values, each of which exists, once; may be shorter than the facets.
    std::vector<std::vector<std::uint16_t>> selected;
    bool include_not_stated = false;   // also list programs that do not state a chosen value
};

enum class Fit : std::uint8_t { confirmed, may_fit };

struct Hit {
    std::uint32_t program;
    Fit fit;
};

// "Without Acupuncture: 3".
struct Relaxation {
    bool drops_text = false;     // the words typed, else `drops`
    FacetValueId drops;
    std::size_t total = 0;
};

struct Results {
    std::vector<Hit> hits;   // confirmed first, then fewest choices not stated, best field, name
    std::size_t confirmed = 0;
    std::size_t may_fit = 0;   // whether they are in `hits` or not (see Query::include_not_stated)
    // Both count confirmed programs only, as the number above the list does.
    std::vector<std::vector<std::size_t>> counts;   // [facet][value]
    std::vector<std::vector<std::size_t>> totals;   // [facet][value]: of all programs, whatever was chosen
    std::vector<Relaxation> relaxations;   // only when none is confirmed: single choices to drop, most programs first
};

Results search(const Index& index, const Query& query);

}  // namespace finder
