// Numbers that a program writes with the same number of decimals all down a column: what
// short_decimal.hpp finds out of each of them is known, and mostly all digits are one block of
// eight. The value is the same, the correctly rounded one.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "base/numbers/short_decimal.hpp"

namespace sneddon {

class FixedDecimals {
  public:
    static constexpr unsigned most = 7;

    /// `decimals`: 1 to `most`; `behind`: the character behind each number.
    FixedDecimals(unsigned decimals, char decimal_mark, char behind)
        : length_(1 + decimals),
          bits_(8 * decimals),
          mark_(decimal_mark),
          behind_(behind),
          fraction_(((std::uint64_t{1} << bits_) - 1) & 0x8080808080808080),
          power_(power_of_ten(decimals)) {
        divisors_ = {static_cast<double>(power_), -static_cast<double>(power_)};
    }

    /// Bytes that are looked at from `at` on: a sign, eight characters, a mark, eight characters.
    static constexpr std::ptrdiff_t looked_at = 18;

    /// The end of the number at `at`; nullptr, and `value` as it was, where it is not of this
    /// shape, has more than seven characters before the mark, or something else is behind it.
    const char* scan(const char* at, double& value) const {
        // The next number waits for the end of this one, and that for nothing but this word: the
        // minus, which carries into no other byte, is left out of what is strange.
        const std::uint64_t word = eight_characters(at) ^ eight_zeros;
        const unsigned sign = minus_at(at);
        const std::uint64_t strange = first_strange(word) & ~(std::uint64_t{sign} << 7);
        if (strange == 0) return nullptr;
        const unsigned before_mark = static_cast<unsigned>(std::countr_zero(strange)) - 7;
        const unsigned bits = before_mark - 8 * sign;
        if (bits == 0) return nullptr;
        const std::uint64_t whole = word >> (8 * sign);
        at += before_mark / 8;  // on the mark
        const std::uint64_t fraction = eight_characters(at + 1) ^ eight_zeros;
        if (at[0] != mark_ || at[length_] != behind_ || (first_strange(fraction) & fraction_) != 0)
            return nullptr;
        const std::uint64_t high = whole << (-bits & 63), low = fraction << (-bits_ & 63);
        const std::uint64_t digits = bits + bits_ <= 64
                                         ? value_of_eight(low | (high >> bits_))
                                         : value_of_eight(high) * power_ + value_of_eight(low);
        value = static_cast<double>(static_cast<std::int64_t>(digits)) / divisors_[sign];
        return at + length_;
    }

  private:
    static constexpr std::uint64_t power_of_ten(unsigned exponent) {
        std::uint64_t power = 1;
        for (; exponent > 0; --exponent) power *= 10;
        return power;
    }

    unsigned length_;  ///< of the mark and the decimals
    unsigned bits_;    ///< of the decimals
    char mark_, behind_;
    std::uint64_t fraction_;  ///< the highest bits of the bytes of the decimals
    std::uint64_t power_;
    std::array<double, 2> divisors_;  ///< of a number without and with a minus
};

}  // namespace sneddon
