// A set of programs as a bitmap: bit n is the program with index n.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace finder {

class ProgramSet {
public:
    explicit ProgramSet(std::size_t capacity = 0, bool full = false);

    void insert(std::size_t program) { words_[program / 64] |= bit(program); }
    bool contains(std::size_t program) const { return (words_[program / 64] & bit(program)) != 0; }
    std::size_t count() const;
    std::size_t capacity() const { return capacity_; }

    ProgramSet& operator&=(const ProgramSet& other);
    ProgramSet& operator|=(const ProgramSet& other);
    ProgramSet& remove(const ProgramSet& other);   // set difference
    friend std::size_t count_common(const ProgramSet& a, const ProgramSet& b);

    // Calls visit(program) in increasing order.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t w = 0; w < words_.size(); ++w)
            for (std::uint64_t rest = words_[w]; rest != 0; rest &= rest - 1)
                visit(w * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
    }

private:
    static std::uint64_t bit(std::size_t program) { return std::uint64_t{1} << (program % 64); }

    std::size_t capacity_ = 0;
    std::vector<std::uint64_t> words_;   // bits at and beyond capacity_ are always 0
};

std::size_t count_common(const ProgramSet& a, const ProgramSet& b);

}  // namespace finder
