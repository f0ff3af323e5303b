// The numbers that instruments write, "-18.666285": at most seven characters before the mark and
// eight digits behind it, read eight bytes at a time. The value is the correctly rounded one: the
// digits together are an integer that a double holds, divided once by a power of ten that it holds
// too (Clinger 1990). The next number waits for the end of this one alone: that is found first, by
// few steps.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "sneddon/base/text.hpp"

namespace sneddon {

/// Eight characters, the first in the lowest byte.
inline std::uint64_t eight_characters(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The highest bit of every byte that is no digit. No byte carries into its neighbour.
inline std::uint64_t strange_bytes(std::uint64_t word) {
    constexpr std::uint64_t highest = 0x8080808080808080;
    const std::uint64_t above_nine = (word & ~highest) + 0x4646464646464646;
    const std::uint64_t from_zero_on = (word | highest) - 0x3030303030303030;
    return (above_nine | ~from_zero_on | word) & highest;
}

inline unsigned first_marked(std::uint64_t marks) {
    return static_cast<unsigned>(std::countr_zero(marks)) / 8;
}

/// The integer of the first `digits` (1 to 8) of eight characters: neighbours are joined to pairs,
/// pairs to fours, fours to eight.
inline std::uint64_t value_of_digits(std::uint64_t word, unsigned digits) {
    word = (word << (64 - 8 * digits)) & 0x0F0F0F0F0F0F0F0F;
    word = (word * (1 + (10ULL << 8))) >> 8;
    word = ((word & 0x00FF00FF00FF00FF) * (1 + (100ULL << 16))) >> 16;
    return ((word & 0x0000FFFF0000FFFF) * (1 + (10'000ULL << 32))) >> 32;
}

/// The number at `at`, or length 0 where it is longer, ends near the end of the text, has an
/// exponent, or is none: then scan_number() knows.
inline ScannedNumber scan_short_decimal(const char* at, const char* end, char decimal_mark) {
    constexpr std::ptrdiff_t looked_at = 24;  // two words, and one from behind the mark on
    if (std::endian::native != std::endian::little || end - at < looked_at) return {};
    const std::uint64_t word = eight_characters(at);
    // 1 for a minus. Not by a comparison, of which g++ makes a branch: noise has either sign, and
    // no processor guesses which.
    const unsigned sign = (static_cast<unsigned>((word & 0xFF) ^ '-') - 1) >> 31;
    const std::uint64_t strange = strange_bytes(word) & ~(std::uint64_t{sign} << 7);
    const unsigned mark = first_marked(strange);
    if (strange == 0 || mark == sign) return {};
    std::uint64_t digits = value_of_digits(word >> (8 * sign), mark - sign);
    unsigned length = mark;
    double divisor = 1;
    if (at[mark] == decimal_mark) {
        const std::uint64_t behind_mark = strange & (strange - 1);
        length = behind_mark != 0 ? first_marked(behind_mark)
                                  : 8 + first_marked(strange_bytes(eight_characters(at + 8)));
        const unsigned decimals = length - mark - 1;
        if (decimals == 0 || decimals > 8 || length == 16) return {};
        static constexpr std::array<double, 9> powers = {1e0, 1e1, 1e2, 1e3, 1e4,
                                                         1e5, 1e6, 1e7, 1e8};
        divisor = powers[decimals];
        digits = digits * static_cast<std::uint64_t>(divisor) +
                 value_of_digits(eight_characters(at + mark + 1), decimals);
    }
    const char next = static_cast<char>(at[length] | 0x20);
    if (next == 'e' || next == 'd') return {};
    const auto magnitude = std::bit_cast<std::uint64_t>(static_cast<double>(digits) / divisor);
    return {std::bit_cast<double>(magnitude | (std::uint64_t{sign} << 63)), length};
}

}  // namespace sneddon
