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

constexpr std::uint64_t eight_zeros = 0x3030303030303030;

/// Of eight characters, which eight_zeros turned into digits where they are such: the highest bit
/// of the first byte that is none, and of none before it. Behind it, the bits say nothing.
inline std::uint64_t first_strange(std::uint64_t turned) {
    return ((turned + 0x7676767676767676) | turned) & 0x8080808080808080;
}

/// 8 where there is none.
inline unsigned first_marked(std::uint64_t marks) {
    return static_cast<unsigned>(std::countr_zero(marks)) / 8;
}

/// The integer of eight digits, the first in the lowest byte: neighbours are joined to pairs, pairs
/// to fours, fours to eight.
inline std::uint64_t value_of_eight(std::uint64_t digits) {
    digits = (digits * (1 + (10ULL << 8))) >> 8;
    digits = ((digits & 0x00FF00FF00FF00FF) * (1 + (100ULL << 16))) >> 16;
    return ((digits & 0x0000FFFF0000FFFF) * (1 + (10'000ULL << 32))) >> 32;
}

/// The integer of the first `digits` (1 to 8) of eight turned characters.
inline std::uint64_t value_of_digits(std::uint64_t turned, unsigned digits) {
    return value_of_eight(turned << (64 - 8 * digits));
}

/// 1 for a minus. Not by a comparison, of which g++ makes a branch: noise has either sign, and no
/// processor guesses which.
inline unsigned minus_at(const char* at) {
    const unsigned character = static_cast<unsigned char>(*at);
    return ((character ^ '-') - 1) >> 31;
}

inline double with_sign(double size, unsigned sign) {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(size) | (std::uint64_t{sign} << 63));
}

/// The number at `at`, or length 0 where it is longer, ends near the end of the text, has an
/// exponent, or is none: then scan_number() knows.
inline ScannedNumber scan_short_decimal(const char* at, const char* end, char decimal_mark) {
    constexpr std::ptrdiff_t looked_at = 24;  // a sign, two words, a mark and what follows
    if (std::endian::native != std::endian::little || end - at < looked_at) return {};
    const unsigned sign = minus_at(at);
    const char* const first = at + sign;
    const std::uint64_t whole = eight_characters(first) ^ eight_zeros;
    const unsigned places = first_marked(first_strange(whole));
    if (places - 1 > 6) return {};  // 0 or 8
    std::uint64_t digits = value_of_digits(whole, places);
    const char* behind = first + places;
    double divisor = 1;
    if (*behind == decimal_mark) {
        const std::uint64_t fraction = eight_characters(behind + 1) ^ eight_zeros;
        const unsigned decimals = first_marked(first_strange(fraction));
        if (decimals == 0) return {};
        static constexpr std::array<std::uint64_t, 9> powers = {
            1, 10, 100, 1000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000};
        static constexpr std::array<double, 9> divisors = {1e0, 1e1, 1e2, 1e3, 1e4,
                                                           1e5, 1e6, 1e7, 1e8};
        digits = digits * powers[decimals] + value_of_digits(fraction, decimals);
        divisor = divisors[decimals];
        behind += 1 + decimals;
        if (static_cast<unsigned char>(*behind - '0') < 10) return {};  // a ninth decimal
    }
    const char next = static_cast<char>(*behind | 0x20);
    if (next == 'e' || next == 'd') return {};
    const double size = static_cast<double>(static_cast<std::int64_t>(digits)) / divisor;
    return {with_sign(size, sign), static_cast<std::size_t>(behind - at)};
}

}  // namespace sneddon
