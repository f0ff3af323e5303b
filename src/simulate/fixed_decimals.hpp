// Numbers with six decimals, fast: a study has 83 million of them.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sneddon {

/// Room that put_fixed6 may need.
inline constexpr std::size_t longest_fixed6 = 24;

namespace fixed_decimals {

struct DigitPairs {
    char text[200];
    constexpr DigitPairs() : text() {
        for (int i = 0; i < 100; ++i) {
            text[2 * i] = static_cast<char>('0' + i / 10);
            text[2 * i + 1] = static_cast<char>('0' + i % 10);
        }
    }
};
inline constexpr DigitPairs pairs;

inline char* put_pair(char* out, std::uint64_t below_100) {
    std::memcpy(out, pairs.text + 2 * below_100, 2);
    return out + 2;
}

/// Digits of a whole number without leading zeros.
inline char* put_whole(char* out, std::uint64_t number) {
    char reversed[20];
    std::size_t count = 0;
    do {
        reversed[count++] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (count > 0) *out++ = reversed[--count];
    return out;
}

}  // namespace fixed_decimals

/// Half a unit of the last decimal is rounded away from zero; "NaN" for what is not below 1e12.
inline char* put_fixed6(char* out, double value) {
    using namespace fixed_decimals;
    if (!(std::abs(value) < 1e12)) {
        std::memcpy(out, "NaN", 3);
        return out + 3;
    }
    const auto scaled = static_cast<std::uint64_t>(std::abs(value) * 1e6 + 0.5);
    if (value < 0 && scaled > 0) *out++ = '-';
    const std::uint64_t whole = scaled / 1000000, part = scaled % 1000000;
    out = whole < 10 ? (*out = static_cast<char>('0' + whole), out + 1) : put_whole(out, whole);
    *out++ = '.';
    out = put_pair(out, part / 10000);
    out = put_pair(out, part / 100 % 100);
    return put_pair(out, part % 100);
}

}  // namespace sneddon
