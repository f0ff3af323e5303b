#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "calibration_depths.hpp"
#include "sneddon/analyse/calibrate.hpp"
#include "sneddon/numeric/autocorrelation.hpp"
#include "sneddon/numeric/residual_correlation.hpp"

namespace sneddon {
namespace {

constexpr double deep_part = 0.2;  // of the largest depth
constexpr std::size_t least_depths = 3;

struct WeightedLine {
    double intercept = 0, slope = 0, u_intercept = 0;
};

/// y = intercept + slope x with weights; the error from the scatter about the line.
WeightedLine fit(const std::vector<double>& x, const std::vector<double>& y,
                 const std::vector<double>& weight) {
    double w = 0, mx = 0, my = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        w += weight[i];
        mx += weight[i] * x[i];
        my += weight[i] * y[i];
    }
    mx /= w;
    my /= w;
    double xx = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += weight[i] * (x[i] - mx) * (x[i] - mx);
        xy += weight[i] * (x[i] - mx) * (y[i] - my);
    }
    WeightedLine line;
    line.slope = xy / xx;
    line.intercept = my - line.slope * mx;
    std::vector<double> residuals;
    double ssr = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        residuals.push_back(std::sqrt(weight[i]) * (y[i] - line.intercept - line.slope * x[i]));
        ssr += residuals.back() * residuals.back();
    }
    const double r = lag_one_autocorrelation(residuals);
    const double inflation = std::isnan(r) ? 1 : ar1_inflation(r);
    const double variance = ssr / static_cast<double>(x.size() - 2);
    line.u_intercept = inflation * std::sqrt(variance * (1 / w + mx * mx / xx));
    return line;
}

}  // namespace

Result<FrameCompliance> calibrate_frame(std::span<const CalibrationPoint> points,
                                        const CalibrationOptions& options) {
    double deepest_nm = 0;
    for (const CalibrationPoint& point : points) deepest_nm = std::max(deepest_nm, point.h_nm);
    FrameCompliance found;
    found.h_low_nm = deepest_nm;
    std::vector<double> x, y, weight, depths;
    for (const CalibrationPoint& point : points) {
        if (point.h_nm < std::max(options.h_min_nm, deep_part * deepest_nm)) continue;
        x.push_back(1 / std::sqrt(point.F_uN));
        y.push_back(1 / point.S_uN_per_nm);
        weight.push_back(point.S_uN_per_nm * point.S_uN_per_nm);
        depths.push_back(point.h_nm);
        found.h_low_nm = std::min(found.h_low_nm, point.h_nm);
        found.h_high_nm = std::max(found.h_high_nm, point.h_nm);
    }
    found.n = x.size();
    const std::size_t different = count_depths(depths);
    if (different < least_depths || found.n < least_depths + 1)
        return Error{"SND-A034", "calibrate frame",
                     fmt::format("{} points at {} depths that differ by 5 %", found.n, different),
                     fmt::format("at least {} depths", least_depths),
                     "give indents of several peak loads, or tests with several unloadings"};
    const WeightedLine line = fit(x, y, weight);
    found.C_f_nm_per_uN = line.intercept;
    found.u_C_f_nm_per_uN = line.u_intercept;
    found.F_per_S2_per_GPa = 1e-3 * line.slope * line.slope;
    if (line.intercept >= 0) return found;
    if (line.intercept >= -2 * line.u_intercept) {
        found.C_f_nm_per_uN = 0;
        found.is_zero_within_error = true;
        return found;
    }
    return Error{"SND-A035", "calibrate frame",
                 fmt::format("a frame compliance of {:.3g} +- {:.2g} nm/mN", 1e3 * line.intercept,
                             1e3 * line.u_intercept),
                 "zero or more",
                 "the depths were corrected with too large a compliance, or the material is not "
                 "homogeneous in depth; undo the correction (correct.frame_compliance = value with "
                 "0) or leave shallow indents out (--from-depth)"};
}

}  // namespace sneddon
