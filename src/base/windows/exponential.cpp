// MinGW's exp works on the old stack of the processor, ten times slower than the C library of
// Linux. The linker puts this in its place (--wrap in cmake/windows.cmake): e^x = 2^(k/128) e^r
// with a table of 2^(i/128) and a series in r, |r| <= ln 2 / 256 (Tang 1989, ACM Trans. Math.
// Softw. 15, 144).

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

extern "C" double __real_exp(double x);

namespace {

constexpr std::int64_t steps = 128;

struct Power {  // high (1 + part) = 2^(i/128), with ten bits more than a double has
    double high = 1, part = 0;
};

std::array<Power, steps> powers_of_two() {
    std::array<Power, steps> powers;
    for (std::int64_t i = 0; i < steps; ++i) {
        const long double exact = std::exp2(static_cast<long double>(i) / steps);
        const auto high = static_cast<double>(exact);
        powers[static_cast<std::size_t>(i)] = {high, static_cast<double>((exact - high) / high)};
    }
    return powers;
}

}  // namespace

/// MinGW's where the result is not a normal number, and for x that is none.
extern "C" double __wrap_exp(double x) {
    static const std::array<Power, steps> powers = powers_of_two();
    if (!(x > -708 && x < 709)) return __real_exp(x);
    constexpr double steps_per_ln2 = 0x1.71547652b82fep+7, magic = 0x1.8p52;
    constexpr double high = 0x1.62e42fefa0000p-8, low = 0x1.cf79abc9e3b39p-47;  // of ln 2 / 128
    const double shifted = x * steps_per_ln2 + magic, k = shifted - magic;
    const double r = (x - k * high) - k * low, square = r * r;
    const auto whole = static_cast<std::int64_t>(k);
    const Power& power = powers[static_cast<std::size_t>(whole & (steps - 1))];
    const double relative = power.part + r + square * (0.5 + r * (1.0 / 6)) +
                            square * square * (1.0 / 24 + r * (1.0 / 120));
    // The power of two goes into the exponent's bits: high is in [1, 2).
    const double scale = std::bit_cast<double>(std::bit_cast<std::uint64_t>(power.high) +
                                               (static_cast<std::uint64_t>(whole >> 7) << 52));
    return scale + scale * relative;
}
