// The root of a continuous function between two places where it has opposite signs.
#pragma once

#include <cmath>
#include <limits>

namespace sneddon {

/// Brent (1973), chapter 4: inverse quadratic interpolation, secant and bisection. `f_low` and
/// `f_high` are f(low) and f(high), of opposite signs or zero. Converges to rounding; `tolerance`
/// is absolute and added to it.
template <class Function>
double bracketed_root(Function&& f, double low, double f_low, double high, double f_high,
                      double tolerance = 0) {
    double a = low, fa = f_low, b = high, fb = f_high, c = a, fc = fa, step = b - a, last = step;
    for (int i = 0; i < 200; ++i) {
        if ((fb > 0) == (fc > 0)) {
            c = a, fc = fa;
            step = last = b - a;
        }
        if (std::abs(fc) < std::abs(fb)) {
            a = b, b = c, c = a;
            fa = fb, fb = fc, fc = fa;
        }
        const double enough =
            2 * std::numeric_limits<double>::epsilon() * std::abs(b) + 0.5 * tolerance;
        const double half = 0.5 * (c - b);
        if (std::abs(half) <= enough || fb == 0) return b;
        if (std::abs(last) < enough || std::abs(fa) <= std::abs(fb)) {
            step = last = half;
        } else {
            double p, q;
            const double s = fb / fa;
            if (a == c) {
                p = 2 * half * s;
                q = 1 - s;
            } else {
                const double t = fa / fc, r = fb / fc;
                p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
                q = (t - 1) * (r - 1) * (s - 1);
            }
            p > 0 ? q = -q : p = -p;
            const bool is_inside =
                2 * p < 3 * half * q - std::abs(enough * q) && p < std::abs(0.5 * last * q);
            last = is_inside ? step : half;
            step = is_inside ? p / q : half;
        }
        a = b, fa = fb;
        b += std::abs(step) > enough ? step : std::copysign(enough, half);
        fb = f(b);
    }
    return b;
}

}  // namespace sneddon
