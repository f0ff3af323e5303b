#include "correct/square_law_zero.hpp"

#include <fmt/core.h>

#include <cmath>
#include <vector>

#include "correct/residual_inflation.hpp"
#include "numeric/sum/line_fit.hpp"

namespace sneddon {
namespace {

// Of F_max: above the rounded end of the tip and the noise, below where the load may bend.
constexpr double low = 0.01, high = 0.20;
constexpr std::size_t least_points = 10;
constexpr double significant = 4, least_move_nm = 0.1;  // as of Hertz's law (zero_methods.cpp)

struct RootWindow {
    std::vector<double> root, depth_nm;  // root = sqrt(F)
};

/// From the first load above the lower limit to the first above the upper one: points are not
/// chosen by their own noise.
RootWindow root_window(const Loading& loading) {
    RootWindow window;
    bool is_inside = false;
    for (std::size_t i = 0; i < loading.load_uN.size(); ++i) {
        const double load_uN = loading.load_uN[i];
        if (load_uN > high * loading.F_max_uN) break;
        is_inside = is_inside || load_uN > low * loading.F_max_uN;
        if (!is_inside || !(load_uN > 0)) continue;
        window.root.push_back(std::sqrt(load_uN));
        window.depth_nm.push_back(loading.depth_nm[i]);
    }
    return window;
}

bool is_bent(const RootWindow& window, const LineFit& line, double inflation) {
    const ParabolaFit curved = fit_parabola(window.root, window.depth_nm, 0);
    const double t = std::abs(curved.curvature) / (inflation * curved.u_curvature);
    return t > significant && std::abs(curved.value - line_at(line, 0)) > least_move_nm;
}

/// Whether F^(2/3) does not describe the same points.
bool is_hertz_refuted(const RootWindow& window) {
    RootWindow other;
    other.depth_nm = window.depth_nm;
    for (const double root : window.root)
        other.root.push_back(std::cbrt(root * root * root * root));
    const LineFit line = fit_line(other.root, other.depth_nm);
    std::vector<double> residuals;
    for (std::size_t i = 0; i < other.root.size(); ++i)
        residuals.push_back(other.depth_nm[i] - line_at(line, other.root[i]));
    return is_bent(other, line, inflation_of(residuals));
}

/// Error of the line at root = 0 by each point's own residual (White 1980, Econometrica 48, 817).
double u_of_zero_nm(const RootWindow& window, const std::vector<double>& residuals) {
    const auto n = static_cast<double>(window.root.size());
    double mean = 0, spread = 0, variance = 0;
    for (const double x : window.root) mean += x / n;
    for (const double x : window.root) spread += (x - mean) * (x - mean);
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        const double weight = 1 / n - mean * (window.root[i] - mean) / spread;
        variance += weight * weight * residuals[i] * residuals[i];
    }
    return std::sqrt(variance * n / (n - 2));
}

}  // namespace

std::optional<ZeroEstimate> square_law_zero(const Loading& loading) {
    const RootWindow window = root_window(loading);
    if (window.root.size() < least_points) return std::nullopt;
    const LineFit line = fit_line(window.root, window.depth_nm);
    if (!(line.slope > 0)) return std::nullopt;
    std::vector<double> residuals;
    for (std::size_t i = 0; i < window.root.size(); ++i)
        residuals.push_back(window.depth_nm[i] - line_at(line, window.root[i]));
    const double inflation = inflation_of(residuals);
    if (is_bent(window, line, inflation)) return std::nullopt;
    const double limit_uN = threshold_in_noise * loading.noise_load_uN;
    return ZeroEstimate{
        line_at(line, 0), inflation * u_of_zero_nm(window, residuals),
        fmt::format("poly2 with a double root: h over sqrt(F), {} samples from 1 to "
                    "20 % of F_max, residual {:.2g} nm",
                    window.root.size(), line.residual_sd),
        line.slope * std::sqrt(limit_uN), is_hertz_refuted(window)};
}

}  // namespace sneddon
