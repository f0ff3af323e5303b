// y = B (x - x0)^m by least squares in y. Fitted as y = Y (1 + (x - X) s/(m Y))^m, Y and s the
// value and slope at the reference X: nearly uncorrelated, where B and m are correlated to -0.9994.
#pragma once

#include <cstddef>
#include <span>

namespace sneddon {

struct ShiftedPowerOptions {
    double m_min = 1.0;
    double m_max = 5.0;
};

struct ShiftedPowerFit {
    bool is_fitted = false;
    double B = 0, x0 = 0, m = 0;
    double ssr = 0;
    std::size_t n = 0;
    bool is_at_bound = false;  ///< m at m_min or m_max
};

/// x and y of the same length, y rising with x. Points with x < x0 count as y = 0.
ShiftedPowerFit fit_shifted_power(std::span<const double> x, std::span<const double> y,
                                  const ShiftedPowerOptions& options = {});

}  // namespace sneddon
