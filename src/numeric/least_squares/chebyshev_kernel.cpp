#include "numeric/least_squares/chebyshev_kernel.hpp"

#include <cstring>
#include <utility>

namespace sneddon {
namespace {

constexpr std::size_t lane_count = 4;

// Vectors of the compiler (GCC and clang): elementwise arithmetic, one rounding each.
using Pair = double __attribute__((vector_size(16)));
using Quad = double __attribute__((vector_size(32)));

// Four lanes where the widest register holds two numbers.
struct TwoPairs {
    Pair low, high;
};
[[gnu::always_inline]] inline TwoPairs operator+(const TwoPairs& x, const TwoPairs& y) {
    return {x.low + y.low, x.high + y.high};
}
[[gnu::always_inline]] inline TwoPairs operator-(const TwoPairs& x, const TwoPairs& y) {
    return {x.low - y.low, x.high - y.high};
}
[[gnu::always_inline]] inline TwoPairs operator*(const TwoPairs& x, const TwoPairs& y) {
    return {x.low * y.low, x.high * y.high};
}

// Up to four values, missing ones as zeros, which add nothing to any sum.
template <class Lanes>
[[gnu::always_inline]] inline void load(Lanes& lanes, const double* values, std::size_t count) {
    if (count >= lane_count) {
        std::memcpy(&lanes, values, sizeof lanes);
        return;
    }
    double padded[lane_count] = {};
    std::memcpy(padded, values, count * sizeof(double));
    std::memcpy(&lanes, padded, sizeof lanes);
}

template <class Lanes>
[[gnu::always_inline]] inline void fill(Lanes& lanes, double value) {
    const double all[lane_count] = {value, value, value, value};
    std::memcpy(&lanes, all, sizeof lanes);
}

// T_j+1 = 2 x T_j - T_j-1 from j = 2 on, times whatever `before` and `now` start with. Unrolled, so
// that all stays in registers.
template <class Lanes, class Use, std::size_t... j>
[[gnu::always_inline]] inline void recur(const Lanes& twice, Lanes& before, Lanes& now,
                                         const Use& use, std::index_sequence<j...>) {
    const auto once = [&](std::size_t index) __attribute__((always_inline)) {
        const Lanes next = twice * now - before;
        use(index, next);
        before = now;
        now = next;
    };
    (once(j + 2), ...);
}
using HigherDegrees = std::make_index_sequence<chebyshev_count - 2>;

template <class Lanes>
[[gnu::always_inline]] inline ChebyshevSums sums(const double* x, const double* y,
                                                 std::size_t count) {
    Lanes sum[chebyshev_count] = {};
    const auto add = [&](std::size_t j, const Lanes& term) __attribute__((always_inline)) {
        sum[j] = sum[j] + term;
    };
    for (std::size_t i = 0; i < count; i += lane_count) {
        Lanes place, before;
        load(place, x + i, count - i);
        load(before, y + i, count - i);
        Lanes now = before * place;
        add(0, before);
        add(1, now);
        recur(place + place, before, now, add, HigherDegrees());
    }
    ChebyshevSums result{};
    for (std::size_t j = 0; j < chebyshev_count; ++j) {
        double lanes[lane_count];
        std::memcpy(lanes, &sum[j], sizeof lanes);
        result[j] = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
    }
    return result;
}

template <class Lanes>
[[gnu::always_inline]] inline void evaluate(const ChebyshevSums& c, const double* x, double* y,
                                            std::size_t count) {
    Lanes one, coefficients[chebyshev_count];
    fill(one, 1.0);
    for (std::size_t j = 0; j < chebyshev_count; ++j) fill(coefficients[j], c[j]);
    for (std::size_t i = 0; i < count; i += lane_count) {
        Lanes now, before = one;
        load(now, x + i, count - i);
        Lanes value = coefficients[0] + coefficients[1] * now;
        const auto add = [&](std::size_t j, const Lanes& term) __attribute__((always_inline)) {
            value = value + coefficients[j] * term;
        };
        recur(now + now, before, now, add, HigherDegrees());
        const std::size_t kept = count - i < lane_count ? count - i : lane_count;
        if (kept == lane_count)
            std::memcpy(y + i, &value, sizeof value);
        else
            std::memcpy(y + i, &value, kept * sizeof(double));
    }
}

ChebyshevSums plain_sums(const double* x, const double* y, std::size_t count) {
    return sums<TwoPairs>(x, y, count);
}
void plain_evaluate(const ChebyshevSums& c, const double* x, double* y, std::size_t count) {
    evaluate<TwoPairs>(c, x, y, count);
}
constexpr ChebyshevKernel plain = {plain_sums, plain_evaluate};

#if defined(__x86_64__)
[[gnu::target("avx2")]] ChebyshevSums wide_sums(const double* x, const double* y,
                                                std::size_t count) {
    return sums<Quad>(x, y, count);
}
[[gnu::target("avx2")]] void wide_evaluate(const ChebyshevSums& c, const double* x, double* y,
                                           std::size_t count) {
    evaluate<Quad>(c, x, y, count);
}
constexpr ChebyshevKernel wide = {wide_sums, wide_evaluate};
#endif

}  // namespace

const ChebyshevKernel& plain_chebyshev_kernel() {
    return plain;
}

const ChebyshevKernel& wide_chebyshev_kernel() {
#if defined(__x86_64__)
    static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
    return has_avx2 ? wide : plain;
#else
    return plain;
#endif
}

}  // namespace sneddon
