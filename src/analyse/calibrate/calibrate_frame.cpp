#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "analyse/calibrate/calibration_depths.hpp"
#include "analyse/calibrate/calibration_refusals.hpp"
#include "analyse/oliver_pharr.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "sneddon/analyse/calibrate.hpp"

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

/// The points that count, and 1/S of them.
struct FramePoints {
    std::vector<CalibrationPoint> points;
    std::vector<double> compliance, weight, depths;
};

FramePoints deep_points(std::span<const CalibrationPoint> points,
                        const CalibrationOptions& options) {
    double deepest_nm = 0;
    for (const CalibrationPoint& point : points) deepest_nm = std::max(deepest_nm, point.h_nm);
    FramePoints deep;
    for (const CalibrationPoint& point : points) {
        if (point.h_nm < std::max(options.h_min_nm, deep_part * deepest_nm)) continue;
        deep.points.push_back(point);
        deep.compliance.push_back(1 / point.S_uN_per_nm);
        deep.weight.push_back(point.S_uN_per_nm * point.S_uN_per_nm);
        deep.depths.push_back(point.h_nm);
    }
    return deep;
}

std::optional<Error> too_few(const FramePoints& deep) {
    const std::size_t different = count_depths(deep.depths);
    if (different >= least_depths && deep.points.size() > least_depths) return std::nullopt;
    return Error{
        "SND-A034", "calibrate frame",
        fmt::format("{} points at {} depths that differ by 5 %", deep.points.size(), different),
        fmt::format("at least {} depths", least_depths),
        "give indents of several peak loads, or tests with several unloadings"};
}

Result<FrameCompliance> judged(const FramePoints& deep, const WeightedLine& line) {
    FrameCompliance found;
    found.n = deep.points.size();
    const auto [low, high] = std::ranges::minmax(deep.depths);
    found.h_low_nm = low;
    found.h_high_nm = high;
    found.C_f_nm_per_uN = line.intercept;
    found.u_C_f_nm_per_uN = line.u_intercept;
    if (line.intercept >= 0) return found;
    if (line.intercept < -largest_errors_below_zero * line.u_intercept)
        return negative_compliance("calibrate frame", line.intercept, line.u_intercept);
    found.C_f_nm_per_uN = 0;
    found.is_zero_within_error = true;
    return found;
}

}  // namespace

Error negative_compliance(const std::string& where, double C_f_nm_per_uN, double u_nm_per_uN) {
    return {
        "SND-A035", where,
        fmt::format("a frame compliance of {:.3g} +- {:.2g} nm/mN", uN_per_mN * C_f_nm_per_uN,
                    uN_per_mN * u_nm_per_uN),
        fmt::format("zero or more, or negative by less than {} standard errors, here {:.2g} nm/mN",
                    largest_errors_below_zero, uN_per_mN * largest_errors_below_zero * u_nm_per_uN),
        "the depths were corrected with too large a compliance, or the material is not "
        "homogeneous in depth; undo the correction (correct.frame_compliance = value with 0) "
        "or leave shallow indents out (--from-depth)"};
}

Result<FrameCompliance> calibrate_frame(std::span<const CalibrationPoint> points,
                                        const CalibrationOptions& options) {
    const FramePoints deep = deep_points(points, options);
    if (const auto trouble = too_few(deep)) return *trouble;
    std::vector<double> x;
    for (const CalibrationPoint& point : deep.points) x.push_back(1 / std::sqrt(point.F_uN));
    const WeightedLine line = fit(x, deep.compliance, deep.weight);
    auto found = judged(deep, line);
    if (found) found->F_per_S2_per_GPa = per_GPa_per_nm2_per_uN * line.slope * line.slope;
    return found;
}

Result<FrameCompliance> calibrate_frame_on_area(std::span<const CalibrationPoint> points,
                                                const AreaFunction& area,
                                                const CalibrationOptions& options) {
    constexpr int most_rounds = 50;
    const FramePoints deep = deep_points(points, options);
    if (const auto trouble = too_few(deep)) return *trouble;
    WeightedLine line;
    // C_f changes h_c by a quarter of its own share of the depth: each round takes two digits.
    for (int round = 0; round < most_rounds; ++round) {
        const double before = line.intercept;
        std::vector<double> x;
        for (const CalibrationPoint& point : deep.points) {
            const double S_contact = 1 / (1 / point.S_uN_per_nm - before);
            const double h_c = contact_depth_nm(point.h_nm - before * point.F_uN, point.F_uN,
                                                S_contact, options.epsilon);
            x.push_back(1 / std::sqrt(projected_area_nm2(area, h_c)));
            if (!std::isfinite(x.back()))
                return Error{"SND-A036", "calibrate frame",
                             fmt::format("no area at a contact depth of {:.4g} nm", h_c),
                             "an area function that is positive there",
                             "leave shallow indents out (--from-depth)"};
        }
        line = fit(x, deep.compliance, deep.weight);
        // Settled to rounding.
        if (std::abs(line.intercept - before) <= 1e-12 * deep.compliance.front()) break;
    }
    auto found = judged(deep, line);
    if (!found) return found;
    found->F_per_S2_per_GPa = nan;
    // The line says S = sqrt(A)/slope: that of an area of 1 nm² serves.
    found->E_r_GPa = reduced_modulus_GPa(1 / line.slope, 1, options.beta, std::numbers::pi);
    return found;
}

}  // namespace sneddon
