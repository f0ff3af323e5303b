// Vectors of doubles with the same bits from every instruction set: each operation is one correctly
// rounded IEEE operation per lane, and multiply_add rounds once everywhere. Loops run over eight
// lanes whatever a register holds (8, 4 or 1 doubles), so that sums have one order.
// The instruction set is the one this translation unit is compiled for; everything lives in an
// unnamed namespace so that no code of one set can be linked into another.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace sneddon {
namespace {

// One double is the one-lane case of the same interface, so the polynomials are written once.
inline double multiply_add(double a, double b, double c) {
    return __builtin_fma(a, b, c);
}
inline double larger(double a, double b) {
    return a > b ? a : b;
}

inline std::uint64_t words_of(double x) {
    std::uint64_t words = 0;
    std::memcpy(&words, &x, sizeof words);
    return words;
}
inline double doubles_of(std::uint64_t words) {
    double x = 0;
    std::memcpy(&x, &words, sizeof x);
    return x;
}
/// x with (the low bits of) `power` << 52 added to its exponent.
inline double shift_exponent(double x, double power) {
    return doubles_of(words_of(x) + (words_of(power) << 52));
}
/// (bits(x) + a) >> 52 with the bits `b` set: an integer below 2^52 as a double plus 2^52.
inline double exponent_field(double x, std::uint64_t a, std::uint64_t b) {
    return doubles_of(((words_of(x) + a) >> 52) | b);
}
/// ((bits(x) + a) & mask) + b
inline double mantissa_field(double x, std::uint64_t a, std::uint64_t mask, std::uint64_t b) {
    return doubles_of(((words_of(x) + a) & mask) + b);
}

// What one register holds.
#if defined(__AVX512F__)
struct Lanes {
    __m512d v;
};
inline Lanes load(const double* p) {
    return {_mm512_loadu_pd(p)};
}
inline void store(double* p, Lanes a) {
    _mm512_storeu_pd(p, a.v);
}
inline Lanes filled(double x) {
    return {_mm512_set1_pd(x)};
}
inline Lanes multiply_add(Lanes a, Lanes b, Lanes c) {
    return {_mm512_fmadd_pd(a.v, b.v, c.v)};
}
#elif defined(__AVX2__)
struct Lanes {
    __m256d v;
};
inline Lanes load(const double* p) {
    return {_mm256_loadu_pd(p)};
}
inline void store(double* p, Lanes a) {
    _mm256_storeu_pd(p, a.v);
}
inline Lanes filled(double x) {
    return {_mm256_set1_pd(x)};
}
inline Lanes multiply_add(Lanes a, Lanes b, Lanes c) {
    return {_mm256_fmadd_pd(a.v, b.v, c.v)};
}
#else
struct Lanes {
    double v;
};
inline Lanes load(const double* p) {
    return {*p};
}
inline void store(double* p, Lanes a) {
    *p = a.v;
}
inline Lanes filled(double x) {
    return {x};
}
inline Lanes multiply_add(Lanes a, Lanes b, Lanes c) {
    return {multiply_add(a.v, b.v, c.v)};
}
#endif

#if defined(__AVX2__)
using Words = unsigned long long __attribute__((vector_size(sizeof(Lanes))));
inline Words words_of(Lanes x) {
    Words words;
    std::memcpy(&words, &x, sizeof words);
    return words;
}
inline Lanes doubles_of(Words words) {
    Lanes x;
    std::memcpy(&x, &words, sizeof x);
    return x;
}
#else
inline std::uint64_t words_of(Lanes x) {
    return words_of(x.v);
}
#endif

inline Lanes operator+(Lanes a, Lanes b) {
    return {a.v + b.v};
}
inline Lanes operator-(Lanes a, Lanes b) {
    return {a.v - b.v};
}
inline Lanes operator*(Lanes a, Lanes b) {
    return {a.v * b.v};
}
inline Lanes operator/(Lanes a, Lanes b) {
    return {a.v / b.v};
}
inline Lanes larger(Lanes a, Lanes b) {
    return {a.v > b.v ? a.v : b.v};
}
inline Lanes shift_exponent(Lanes x, Lanes power) {
    return {doubles_of(words_of(x) + (words_of(power) << 52))};
}
inline Lanes exponent_field(Lanes x, std::uint64_t a, std::uint64_t b) {
    return {doubles_of(((words_of(x) + a) >> 52) | b)};
}
inline Lanes mantissa_field(Lanes x, std::uint64_t a, std::uint64_t mask, std::uint64_t b) {
    return {doubles_of(((words_of(x) + a) & mask) + b)};
}

constexpr int lanes = sizeof(Lanes) / sizeof(double);

template <class T>
T all_lanes(double x);
template <>
inline double all_lanes<double>(double x) {
    return x;
}
template <>
inline Lanes all_lanes<Lanes>(double x) {
    return filled(x);
}

}  // namespace
}  // namespace sneddon
