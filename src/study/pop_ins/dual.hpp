// Numbers that carry their slopes along some coordinates (forward mode, Wengert 1964, Commun. ACM
// 7, 463): one walk through a likelihood gives its value and its exact gradient.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "numeric/sum/special_functions.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {

template <std::size_t Count>
struct Dual {
    double value = 0;
    std::array<double, Count> slopes{};

    Dual() = default;
    Dual(double constant) : value(constant) {}  // NOLINT: numbers are duals without slopes
    /// Coordinate number `place` itself.
    static Dual coordinate(double at, std::size_t place) {
        Dual x(at);
        x.slopes[place] = 1;
        return x;
    }
    /// f(x) from f and df/dx at its value.
    Dual mapped(double f, double df) const {
        Dual result(f);
        for (std::size_t i = 0; i < Count; ++i) result.slopes[i] = df * slopes[i];
        return result;
    }

    Dual operator-() const { return mapped(-value, -1); }
    friend Dual operator+(Dual a, const Dual& b) {
        a.value += b.value;
        for (std::size_t i = 0; i < Count; ++i) a.slopes[i] += b.slopes[i];
        return a;
    }
    friend Dual operator-(Dual a, const Dual& b) {
        a.value -= b.value;
        for (std::size_t i = 0; i < Count; ++i) a.slopes[i] -= b.slopes[i];
        return a;
    }
    friend Dual operator*(const Dual& a, const Dual& b) {
        Dual result(a.value * b.value);
        for (std::size_t i = 0; i < Count; ++i)
            result.slopes[i] = a.slopes[i] * b.value + a.value * b.slopes[i];
        return result;
    }
    friend Dual operator/(const Dual& a, const Dual& b) {
        Dual result(a.value / b.value);
        const double inverse = 1 / b.value;
        for (std::size_t i = 0; i < Count; ++i)
            result.slopes[i] = (a.slopes[i] - result.value * b.slopes[i]) * inverse;
        return result;
    }
    friend Dual operator+(Dual a, double b) {
        a.value += b;
        return a;
    }
    friend Dual operator-(Dual a, double b) {
        a.value -= b;
        return a;
    }
    friend Dual operator-(double a, const Dual& b) { return b.mapped(a - b.value, -1); }
    friend Dual operator*(const Dual& a, double b) { return a.mapped(a.value * b, b); }
    friend Dual operator*(double a, const Dual& b) { return b * a; }
    friend Dual operator/(const Dual& a, double b) { return a.mapped(a.value / b, 1 / b); }
    Dual& operator+=(const Dual& b) { return *this = *this + b; }
};

inline double value_of(double x) {
    return x;
}
template <std::size_t Count>
double value_of(const Dual<Count>& x) {
    return x.value;
}

template <std::size_t Count>
Dual<Count> exp(const Dual<Count>& x) {
    const double f = std::exp(x.value);
    return x.mapped(f, f);
}
template <std::size_t Count>
Dual<Count> expm1(const Dual<Count>& x) {
    const double f = std::expm1(x.value);
    return x.mapped(f, f + 1);
}
template <std::size_t Count>
Dual<Count> log(const Dual<Count>& x) {
    return x.mapped(std::log(x.value), 1 / x.value);
}
template <std::size_t Count>
Dual<Count> log1p(const Dual<Count>& x) {
    return x.mapped(std::log1p(x.value), 1 / (1 + x.value));
}
template <std::size_t Count>
Dual<Count> sqrt(const Dual<Count>& x) {
    const double f = std::sqrt(x.value);
    return x.mapped(f, 0.5 / f);
}
inline double normal_density(double z) {
    return std::exp(-0.5 * z * z - log_sqrt_two_pi);
}
template <std::size_t Count>
Dual<Count> normal_cdf(const Dual<Count>& z) {
    return z.mapped(normal_cdf(z.value), normal_density(z.value));
}
template <std::size_t Count>
Dual<Count> standard_normal_quantile(const Dual<Count>& p) {
    const double z = standard_normal_quantile(p.value);
    return p.mapped(z, 1 / normal_density(z));
}

}  // namespace sneddon
