// A number whose cell is known: all its characters are looked at in one go, and the next number
// waits for nothing of this one. The value is that of short_decimal.hpp, the correctly rounded one:
// an integer of at most fifteen digits, divided once by a power of ten (Clinger 1990).
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "base/numbers/short_decimal.hpp"
#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace sneddon {

/// A minus or none, digits, and where there are decimals, a mark and so many digits more; fifteen
/// characters without the minus.
class EnclosedDecimal {
  public:
    static constexpr unsigned most_decimals = 13;
    static constexpr std::size_t most_characters = 15;

    /// Bytes that must be there before the end of a cell.
    static constexpr std::size_t looked_at = 16;

    /// The decimals of the number that fills the cell from `begin` to `end`; 0 where there is no
    /// mark or what is there is no such number.
    static unsigned decimals_of(const char* begin, const char* end, char decimal_mark) {
        const auto length = static_cast<unsigned>(end - begin);
        if (length - 1 > most_characters) return 0;
#if defined(__x86_64__)
        const __m128i marks = _mm_cmpeq_epi8(loaded(end - 16), _mm_set1_epi8(decimal_mark));
        const unsigned bits = static_cast<unsigned>(_mm_movemask_epi8(marks)) >> (16 - length);
        const unsigned mark = bits == 0 ? length : static_cast<unsigned>(std::countr_zero(bits));
#else
        const auto mark = static_cast<unsigned>(std::find(begin, end, decimal_mark) - begin);
#endif
        return mark == length || length - mark > most_decimals + 1 ? 0 : length - mark - 1;
    }

#if defined(__x86_64__)
    EnclosedDecimal(unsigned decimals, char decimal_mark)
        : fraction_(last(decimals > 0 ? decimals : 16)), least_(decimals > 0 ? decimals + 2 : 1) {
        double power = 1;
        for (unsigned i = 0; i < decimals; ++i) power *= 10;
        divisors_ = {power, -power};
        std::array<char, 16> zeros, largest;
        zeros.fill('0');
        largest.fill(9);
        if (decimals > 0) zeros[15 - decimals] = decimal_mark, largest[15 - decimals] = 0;
        zeros_ = loaded(zeros.data());
        largest_ = loaded(largest.data());
    }

    /// The number that fills the cell. False, and `value` as it was, where it is another.
    bool scan(const char* begin, const char* end, double& value) const {
        const std::size_t sign = minus_at(begin);
        const std::size_t length = static_cast<std::size_t>(end - begin) - sign;
        if (length - least_ > most_characters - least_) return false;
        const __m128i turned = _mm_xor_si128(loaded(end - 16), zeros_);
        const __m128i strange = _mm_or_si128(turned, _mm_cmpgt_epi8(turned, largest_));
        if (static_cast<unsigned>(_mm_movemask_epi8(strange)) >> (16 - length) != 0) return false;
        const __m128i cell = _mm_and_si128(turned, last(length));
        // The digits before the mark move into its place.
        const __m128i digits = _mm_or_si128(_mm_and_si128(fraction_, cell),
                                            _mm_andnot_si128(fraction_, _mm_slli_si128(cell, 1)));
        value = value_of(digits) / divisors_[sign];
        return true;
    }

  private:
    static __m128i loaded(const void* at) {
        return _mm_loadu_si128(static_cast<const __m128i*>(at));
    }

    /// Ones in the last `bytes` of sixteen.
    static __m128i last(std::size_t bytes) {
        alignas(32) static constexpr std::array<std::uint64_t, 4> ones = {0, 0, ~0ULL, ~0ULL};
        return loaded(reinterpret_cast<const char*>(ones.data()) + bytes);
    }

    /// The integer of sixteen digits: pairs, fours, eights.
    static double value_of(__m128i digits) {
        digits = _mm_srli_epi16(_mm_mullo_epi16(digits, _mm_set1_epi16(1 + (10 << 8))), 8);
        digits = _mm_madd_epi16(digits, _mm_set1_epi32(100 + (1 << 16)));
        digits = _mm_packs_epi32(digits, digits);
        digits = _mm_madd_epi16(digits, _mm_set1_epi32(10'000 + (1 << 16)));
        const __m128d both = _mm_mul_pd(_mm_cvtepi32_pd(digits), _mm_set_pd(1, 1e8));
        return _mm_cvtsd_f64(_mm_add_sd(both, _mm_unpackhi_pd(both, both)));
    }

    __m128i zeros_;                   ///< what turns the characters into digits, the mark into 0
    __m128i largest_;                 ///< 9, and 0 for the mark
    __m128i fraction_;                ///< ones in the bytes of the decimals
    std::array<double, 2> divisors_;  ///< of a number without and with a minus
    std::size_t least_;
#else
    EnclosedDecimal(unsigned decimals, char decimal_mark)
        : decimals_(decimals), mark_(decimal_mark) {}

    bool scan(const char* begin, const char* end, double& value) const {
        std::array<char, 48> cell = {};  // scan_short_decimal() looks at more than there is
        const auto length = static_cast<std::size_t>(end - begin);
        if (length > most_characters + 1 || decimals_of(begin, end, mark_) != decimals_)
            return false;
        std::copy(begin, end, cell.begin());
        const auto number = scan_short_decimal(cell.data(), cell.data() + cell.size(), mark_);
        if (number.length == 0 || number.length != length) return false;
        value = number.value;
        return true;
    }

  private:
    unsigned decimals_;
    char mark_;
#endif
};

}  // namespace sneddon
