#include "numeric/sum/residual_correlation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "base/nan.hpp"

namespace sneddon {
double durbin_watson(std::span<const double> residuals) {
    double squares = 0, steps = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        squares += residuals[i] * residuals[i];
        if (i == 0) continue;
        const double step = residuals[i] - residuals[i - 1];
        steps += step * step;
    }
    return squares > 0 ? steps / squares : nan;
}

double ar1_inflation(double r) {
    if (std::isnan(r)) return nan;
    if (r >= 1) return std::numeric_limits<double>::infinity();
    return r > 0 ? std::sqrt((1 + r) / (1 - r)) : 1;
}

double effective_count(double n, double r) {
    return r > 0 ? n * (1 - r) / (1 + r) : n;
}

EffectiveRows effective_rows(double lag1, double n, double p) {
    const double unbiased = lag1 + (1 + (2 * p + 1) * lag1) / n;
    EffectiveRows rows;
    rows.count = std::isnan(lag1) ? n : effective_count(n, std::min(unbiased, 1 - 1 / n));
    rows.freedom = std::max(1.0, rows.count - p);
    rows.inflation = std::sqrt((n - p) / rows.freedom);
    return rows;
}

double ar1_variance(std::span<const double> weights, double r) {
    double squares = 0, products = 0, before = 0;
    for (const double weight : weights) {
        products += weight * before;
        squares += weight * weight;
        before = r * (before + weight);
    }
    return squares + 2 * products;
}

}  // namespace sneddon
