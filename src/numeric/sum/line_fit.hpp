// Straight line and parabola by least squares on a centred, scaled axis.
#pragma once

#include <cstddef>
#include <span>

namespace sneddon {

/// y = value_at_centre + slope (x - centre).
struct LineFit {
    double centre = 0;
    double value_at_centre = 0;
    double slope = 0;
    double residual_sd = 0;  ///< with n - 2; 0 for two points
    std::size_t n = 0;
};

/// At least 2 points of different x, else the mean with slope 0.
LineFit fit_line(std::span<const double> x, std::span<const double> y);

double line_at(const LineFit& line, double x);

/// The x where two lines of different slope meet.
double crossing_x(const LineFit& a, const LineFit& b);

/// y = value + slope (x - at) + curvature (x - at)^2, and its sample standard deviation. Of digits
/// as a decision needs them; linear_least_squares.hpp has all of them, for a hundred times the
/// time.
struct ParabolaFit {
    double at = 0;
    double value = 0;
    double slope = 0;
    double curvature = 0;
    double u_curvature = 0;  ///< standard error for independent errors; 0 for three points
    double residual_sd = 0;  ///< with n - 3; 0 for three points
    std::size_t n = 0;
};

/// Least-squares parabola given about x = at. With fewer than 3 different x: the line.
ParabolaFit fit_parabola(std::span<const double> x, std::span<const double> y, double at);

}  // namespace sneddon
