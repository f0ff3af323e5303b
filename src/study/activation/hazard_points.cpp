#include "study/activation/hazard_points.hpp"

#include <algorithm>
#include <cmath>

namespace sneddon {
namespace {

constexpr double least_p_detect = 0.05;
constexpr std::size_t points_of_line = 60;

double p_detect_at(const LoadedTests& tests, double tau_GPa) {
    const auto cells = static_cast<double>(tests.p_detect.size());
    const double place = std::clamp(tau_GPa / tests.tau_end_GPa * cells, 0.0, cells - 1);
    return std::max(tests.p_detect[static_cast<std::size_t>(place)], least_p_detect);
}

}  // namespace

HazardPoints hazard_points(const LoadedTests& tests, const HazardFit& fit) {
    HazardPoints points;
    if (tests.tau_GPa.empty()) return points;
    points.tau_GPa = tests.tau_GPa;
    const double able = fit.share * static_cast<double>(tests.tau_GPa.size() + tests.without);
    double before = 0;
    for (const double tau : tests.tau_GPa) {
        const double weight = 1 / p_detect_at(tests, tau);
        const double F = (before + weight / 2) / able;
        points.log_log.push_back(F < 1 ? std::log(-std::log1p(-F)) : nan);
        before += weight;
    }
    const double from = tests.tau_GPa.front(), to = tests.tau_GPa.back();
    for (std::size_t i = 0; i < points_of_line && to > from; ++i) {
        const double tau = from + (to - from) * static_cast<double>(i) / (points_of_line - 1);
        points.model_tau_GPa.push_back(tau);
        points.model_log_log.push_back(fit.log_hazard_at(tau, tests.load_rate_uN_per_s));
    }
    return points;
}

double mean_slope(std::span<const LoadedTests> tests, const HazardFit& fit) {
    double sxx = 0, sxy = 0;
    for (const LoadedTests& of_rate : tests) {
        const HazardPoints points = hazard_points(of_rate, fit);
        double n = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (std::size_t i = 0; i < points.tau_GPa.size(); ++i) {
            const double xi = points.tau_GPa[i], yi = points.log_log[i];
            if (!std::isfinite(yi)) continue;
            n += 1, x += xi, y += yi, xx += xi * xi, xy += xi * yi;
        }
        if (!(n > 1)) continue;
        sxx += xx - x * x / n;
        sxy += xy - x * y / n;
    }
    return sxx > 0 ? sxy / sxx : nan;
}

}  // namespace sneddon
