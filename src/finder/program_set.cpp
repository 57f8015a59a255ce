#include "finder/program_set.hpp"

#include <cassert>

namespace finder {

ProgramSet::ProgramSet(std::size_t capacity, bool full) : capacity_(capacity), words_((capacity + 63) / 64, full ? ~std::uint64_t{0} : 0) {
    if (full && capacity % 64 != 0) words_.back() = (std::uint64_t{1} << (capacity % 64)) - 1;
}

std::size_t ProgramSet::count() const {
    std::size_t total = 0;
    for (const std::uint64_t word : words_) total += static_cast<std::size_t>(std::popcount(word));
    return total;
}

ProgramSet& ProgramSet::operator&=(const ProgramSet& other) {
    assert(capacity_ == other.capacity_);
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
    return *this;
}

ProgramSet& ProgramSet::operator|=(const ProgramSet& other) {
    assert(capacity_ == other.capacity_);
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
    return *this;
}

ProgramSet& ProgramSet::remove(const ProgramSet& other) {
    assert(capacity_ == other.capacity_);
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
    return *this;
}

std::size_t count_common(const ProgramSet& a, const ProgramSet& b) {
    assert(a.capacity_ == b.capacity_);
    std::size_t total = 0;
    for (std::size_t w = 0; w < a.words_.size(); ++w) total += static_cast<std::size_t>(std::popcount(a.words_[w] & b.words_[w]));
    return total;
}

}  // namespace finder
