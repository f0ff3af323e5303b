#include "numeric/least_squares/linear_least_squares.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>

#include "numeric/least_squares/householder.hpp"

namespace sneddon {
namespace {

// A sum of products in twice the working precision (Ogita, Rump and Oishi 2005, algorithm 5.3).
class DoubledSum {
  public:
    void add(double x) {
        const double next = high_ + x;
        const double kept = next - high_;
        low_ += (high_ - (next - kept)) + (x - kept);
        high_ = next;
    }
    void add_product(double x, double y) {
        const double product = x * y;
        add(product);
        low_ += std::fma(x, y, -product);
    }
    double value() const { return high_ + low_; }

  private:
    double high_ = 0, low_ = 0;
};

double length(std::span<const double> v) {
    DoubledSum square;
    for (const double x : v) square.add_product(x, x);
    return std::sqrt(square.value());
}

// The power of two nearest above the length: scaling by it is exact.
double exact_scale(std::span<const double> column) {
    return std::exp2(std::ceil(std::log2(length(column))));
}

// Columns to twice the precision: high + low.
struct Columns {
    std::vector<double> high, low;
};

// The solution of r + X b = y, X'r = z. With z = 0 it is the fit and its residuals; with y = 0 and
// z = -e_j, b is column j of (X'X)^-1.
struct Augmented {
    std::vector<double> r, b;
};

// One round of refinement of both together (Bjorck 1967, BIT 7, 257): refining b alone does not
// help when the residuals are large.
void refine(const Columns& columns, std::span<const double> y, std::span<const double> z,
            const HouseholderQr& qr, Augmented& at) {
    const std::size_t m = y.size(), n = at.b.size();
    std::vector<double> f(m), g(n);
    const auto subtract_product = [&](DoubledSum& sum, std::size_t entry, double factor) {
        sum.add_product(-columns.high[entry], factor);
        sum.add_product(-columns.low[entry], factor);
    };
    for (std::size_t i = 0; i < m; ++i) {
        DoubledSum sum;
        sum.add(y[i]);
        sum.add(-at.r[i]);
        for (std::size_t j = 0; j < n; ++j) subtract_product(sum, j * m + i, at.b[j]);
        f[i] = sum.value();
    }
    for (std::size_t j = 0; j < n; ++j) {
        DoubledSum sum;
        sum.add(z[j]);
        for (std::size_t i = 0; i < m; ++i) subtract_product(sum, j * m + i, at.r[i]);
        g[j] = sum.value();
    }
    const auto h = qr.solve_r_transpose(g);
    qr.apply_q_transpose(f);
    std::vector<double> right(n);
    for (std::size_t j = 0; j < n; ++j) {
        right[j] = f[j] - h[j];
        f[j] = h[j];
    }
    const auto step = qr.solve_r(right);
    qr.apply_q(f);
    for (std::size_t i = 0; i < m; ++i) at.r[i] += f[i];
    for (std::size_t j = 0; j < n; ++j) at.b[j] += step[j];
}

LinearFit fit(Columns columns, std::span<const double> y) {
    LinearFit fit;
    const std::size_t m = y.size(), n = m == 0 ? 0 : columns.high.size() / m;
    const auto is_finite = [](double x) { return std::isfinite(x); };
    if (n == 0 || n > m || columns.high.size() != n * m) return fit;
    if (!std::ranges::all_of(columns.high, is_finite) || !std::ranges::all_of(y, is_finite))
        return fit;

    std::vector<double> scale(n);
    for (std::size_t j = 0; j < n; ++j) {
        scale[j] = exact_scale(std::span(columns.high).subspan(j * m, m));
        for (std::size_t i = j * m; i < (j + 1) * m; ++i) {
            columns.high[i] /= scale[j];
            columns.low[i] /= scale[j];
        }
    }
    const HouseholderQr qr(columns.high, m, n);
    for (std::size_t j = 0; j < n; ++j)  // the columns are of length near one: r_jj is the sine
        if (!(std::abs(qr.r(j, j)) > 1e-15)) return fit;

    const auto solve = [&](std::span<const double> right, std::span<const double> z) {
        Augmented at{std::vector<double>(m), std::vector<double>(n)};
        for (int round = 0; round < 5; ++round) refine(columns, right, z, qr, at);
        return at;
    };
    const std::vector<double> zero(std::max(m, n));
    const Augmented at = solve(y, std::span(zero).first(n));
    if (!std::ranges::all_of(at.b, is_finite)) return fit;

    const double norm = length(at.r);
    fit.is_fitted = true;
    fit.ssr = norm * norm;
    if (m > n) fit.residual_sd = norm / std::sqrt(static_cast<double>(m - n));
    for (std::size_t j = 0; j < n; ++j) {
        std::vector<double> unit(n);
        unit[j] = -1;
        const double inverse = solve(std::span(zero).first(m), unit).b[j];
        fit.coefficients.push_back(at.b[j] / scale[j]);
        fit.standard_errors.push_back(fit.residual_sd * std::sqrt(inverse) / scale[j]);
    }
    return fit;
}

}  // namespace

LinearFit fit_linear(std::span<const double> columns, std::span<const double> y) {
    return fit({{columns.begin(), columns.end()}, std::vector<double>(columns.size())}, y);
}

LinearFit fit_polynomial(std::span<const double> x, std::span<const double> y, int degree) {
    assert(x.size() == y.size() && degree >= 0);
    Columns powers{std::vector<double>(x.size(), 1.0), std::vector<double>(x.size())};
    for (int j = 0; j < degree; ++j) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const std::size_t last = powers.high.size() - x.size();
            const double high = powers.high[last], low = powers.low[last];
            const double product = high * x[i];
            powers.high.push_back(product);
            powers.low.push_back(std::fma(high, x[i], -product) + low * x[i]);
        }
    }
    return fit(std::move(powers), y);
}

}  // namespace sneddon
