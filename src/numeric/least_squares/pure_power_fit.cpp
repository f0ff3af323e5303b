#include "numeric/least_squares/pure_power_fit.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sneddon {
namespace {

double factor_at(std::span<const double> x, std::span<const double> y, double q) {
    double ee = 0, ey = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double e = std::pow(x[i], q);
        ee += e * e;
        ey += e * y[i];
    }
    return ey / ee;
}

/// dSSR/dq at the best b, up to a positive factor.
double gradient(std::span<const double> x, std::span<const double> y, double q) {
    const double b = factor_at(x, y, q);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double e = std::pow(x[i], q);
        sum += (b * e - y[i]) * e * std::log(x[i]);
    }
    return b * sum;
}

double where_gradient_turns(std::span<const double> x, std::span<const double> y, double low,
                            double high) {
    for (;;) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) return middle;
        (gradient(x, y, middle) > 0 ? high : low) = middle;
    }
}

}  // namespace

PurePowerFit fit_pure_power(std::span<const double> x, std::span<const double> y, double q_min,
                            double q_max) {
    assert(x.size() == y.size());
    PurePowerFit fit;
    if (x.size() < 3) return fit;
    const auto [least_x, most_x] = std::ranges::minmax(x);
    if (!(least_x > 0) || !(most_x > least_x) || !(std::ranges::min(y) > 0)) return fit;
    const bool is_below = gradient(x, y, q_min) >= 0, is_above = gradient(x, y, q_max) <= 0;
    fit.is_at_bound = is_below || is_above;
    fit.q = is_below ? q_min : is_above ? q_max : where_gradient_turns(x, y, q_min, q_max);
    fit.b = factor_at(x, y, fit.q);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double residual = y[i] - fit.b * std::pow(x[i], fit.q);
        fit.ssr += residual * residual;
    }
    fit.is_fitted = std::isfinite(fit.b) && fit.b > 0;
    return fit;
}

}  // namespace sneddon
