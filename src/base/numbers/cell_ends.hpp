// Where cells end, in 64 bytes at once.
#pragma once

#include <cstdint>
#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace sneddon {

/// Bit i: byte i is the delimiter or ends a line; it may be another from BS to SI too, which no row
/// of numbers has.
inline std::uint64_t cell_ends(const char* at, char delimiter) {
    static_assert(('\n' | 7) == 15 && ('\r' | 7) == 15);
    std::uint64_t ends = 0;
#if defined(__x86_64__)
    const __m128i delimiters = _mm_set1_epi8(delimiter), seven = _mm_set1_epi8(7),
                  fifteen = _mm_set1_epi8(15);
    for (unsigned i = 0; i < 64; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
        const __m128i is_end = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters),
                                            _mm_cmpeq_epi8(_mm_or_si128(bytes, seven), fifteen));
        ends |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(is_end))} << i;
    }
#else
    for (unsigned i = 0; i < 64; ++i)
        ends |= std::uint64_t{at[i] == delimiter || (at[i] | 7) == 15} << i;
#endif
    return ends;
}

/// Ones in a word, without an instruction that not every processor has.
inline unsigned ones_in(std::uint64_t word) {
    word -= (word >> 1) & 0x5555555555555555;
    word = (word & 0x3333333333333333) + ((word >> 2) & 0x3333333333333333);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0F;
    return static_cast<unsigned>((word * 0x0101010101010101) >> 56);
}

}  // namespace sneddon
