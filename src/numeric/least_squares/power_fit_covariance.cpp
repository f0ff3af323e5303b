#include "numeric/least_squares/power_fit_covariance.hpp"

#include <cmath>
#include <vector>

#include "base/nan.hpp"
#include "numeric/least_squares/householder.hpp"

namespace sneddon {
namespace {

Covariance3 filled(double value) {
    Covariance3 all;
    for (auto& row : all) row.fill(value);
    return all;
}

/// Of m x p Jacobian columns; places[i] is the parameter of column i. The columns get length one
/// first: B and m differ by orders of magnitude, and QR then loses 3 digits instead of 6.
Covariance3 covariance_of(std::vector<double> columns, std::size_t m,
                          std::span<const std::size_t> places, double ssr) {
    const std::size_t p = places.size();
    if (m <= p) return filled(nan);
    std::array<double, 3> length{};
    for (std::size_t j = 0; j < p; ++j) {
        for (std::size_t i = 0; i < m; ++i) length[j] = std::hypot(length[j], columns[j * m + i]);
        for (std::size_t i = 0; i < m; ++i) columns[j * m + i] /= length[j];
    }
    const auto inverse = HouseholderQr(std::move(columns), m, p).inverse_gram();
    const double variance = ssr / static_cast<double>(m - p);
    Covariance3 covariance = filled(0);
    for (std::size_t i = 0; i < p; ++i)
        for (std::size_t j = 0; j < p; ++j) {
            const double entry = inverse[i * p + j] / (length[i] * length[j]) * variance;
            if (!std::isfinite(entry)) return filled(nan);
            covariance[places[i]][places[j]] = entry;
        }
    return covariance;
}

}  // namespace

Covariance3 offset_power_covariance(std::span<const double> x, const OffsetPowerFit& fit) {
    if (!fit.is_fitted) return filled(nan);
    const std::size_t n = x.size(), p = fit.is_at_bound ? 2 : 3;
    std::vector<double> columns(n * p, 1.0);
    for (std::size_t i = 0; i < n; ++i) {
        const double ln_x = std::log(x[i]), power = std::exp(fit.q * ln_x);
        columns[n + i] = power;
        if (p == 3) columns[2 * n + i] = fit.b * power * ln_x;
    }
    const std::array<std::size_t, 3> places = {0, 1, 2};
    return covariance_of(std::move(columns), n, std::span(places).first(p), fit.ssr);
}

Covariance3 shifted_power_covariance(std::span<const double> x, const ShiftedPowerFit& fit) {
    if (!fit.is_fitted) return filled(nan);
    const std::size_t n = x.size(), p = fit.is_at_bound ? 2 : 3;
    std::vector<double> columns(n * p, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        const double distance = x[i] - fit.x0;
        if (!(distance > 0)) continue;  // the model is 0 there, whatever its parameters
        const double ln_distance = std::log(distance), power = std::exp(fit.m * ln_distance);
        columns[i] = power;
        columns[n + i] = -fit.B * fit.m * power / distance;
        if (p == 3) columns[2 * n + i] = fit.B * power * ln_distance;
    }
    const std::array<std::size_t, 3> places = {0, 1, 2};
    return covariance_of(std::move(columns), n, std::span(places).first(p), fit.ssr);
}

double propagated_error(const Covariance3& covariance, const std::array<double, 3>& gradient) {
    double variance = 0;
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            variance += gradient[i] * covariance[i][j] * gradient[j];
    return std::sqrt(variance);
}

}  // namespace sneddon
