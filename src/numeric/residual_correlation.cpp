#include "sneddon/numeric/residual_correlation.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace sneddon {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Neumaier's sum: NumAcc3 and NumAcc4 of NIST are lost without it.
class Sum {
  public:
    void add(double term) {
        const double next = sum_ + term;
        dropped_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }
    double value() const { return sum_ + dropped_; }

  private:
    double sum_ = 0, dropped_ = 0;
};

}  // namespace

double lag1_autocorrelation(std::span<const double> values) {
    if (values.size() < 2) return nan;
    const auto n = static_cast<double>(values.size());
    // Shifted by the first value: the digits that all values share cost nothing.
    Sum shifted;
    for (const double x : values) shifted.add(x - values[0]);
    const double mean = shifted.value() / n;
    Sum squares, products;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double here = values[i] - values[0] - mean;
        squares.add(here * here);
        if (i + 1 < values.size()) products.add(here * (values[i + 1] - values[0] - mean));
    }
    return squares.value() > 0 ? products.value() / squares.value() : nan;
}

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

}  // namespace sneddon
