// Forward-mode derivatives: a value with its gradient in at most nine parameters.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace sneddon::testing {

struct Dual {
    double value = 0;
    std::array<double, 9> gradient{};

    Dual(double v = 0) : value(v) {}
    static Dual parameter(double v, std::size_t index) {
        Dual x(v);
        x.gradient[index] = 1;
        return x;
    }
};

/// f(x) with f'(x) = slope.
inline Dual chain(double value, const Dual& x, double slope) {
    Dual y(value);
    for (std::size_t i = 0; i < 9; ++i) y.gradient[i] = slope * x.gradient[i];
    return y;
}

inline Dual combine(double value, const Dual& x, double dx, const Dual& y, double dy) {
    Dual z(value);
    for (std::size_t i = 0; i < 9; ++i) z.gradient[i] = dx * x.gradient[i] + dy * y.gradient[i];
    return z;
}

inline Dual operator+(const Dual& x, const Dual& y) {
    return combine(x.value + y.value, x, 1, y, 1);
}
inline Dual operator-(const Dual& x, const Dual& y) {
    return combine(x.value - y.value, x, 1, y, -1);
}
inline Dual operator-(const Dual& x) {
    return chain(-x.value, x, -1);
}
inline Dual operator*(const Dual& x, const Dual& y) {
    return combine(x.value * y.value, x, y.value, y, x.value);
}
inline Dual operator/(const Dual& x, const Dual& y) {
    const double quotient = x.value / y.value;
    return combine(quotient, x, 1 / y.value, y, -quotient / y.value);
}
inline Dual exp(const Dual& x) {
    const double e = std::exp(x.value);
    return chain(e, x, e);
}
inline Dual log(const Dual& x) {
    return chain(std::log(x.value), x, 1 / x.value);
}
inline Dual sin(const Dual& x) {
    return chain(std::sin(x.value), x, std::cos(x.value));
}
inline Dual cos(const Dual& x) {
    return chain(std::cos(x.value), x, -std::sin(x.value));
}
inline Dual atan(const Dual& x) {
    return chain(std::atan(x.value), x, 1 / (1 + x.value * x.value));
}
/// x > 0
inline Dual pow(const Dual& x, const Dual& y) {
    return exp(y * log(x));
}

}  // namespace sneddon::testing
