#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "analyse/calibrate/calibration_depths.hpp"
#include "analyse/calibrate/calibration_refusals.hpp"
#include "analyse/calibrate/points_of_tests.hpp"
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
constexpr std::size_t most_materials = 2;

/// y = intercept + slope x of one material, intercept of all.
struct WeightedLine {
    double intercept = 0, slope = 0, u_intercept = 0;
};

struct Sums {
    double x = 0, y = 0, xx = 0, xy = 0;
};

/// The points that count, and 1/S of them.
struct FramePoints {
    std::vector<CalibrationPoint> points;
    std::vector<double> compliance, weight, depths;
    std::vector<std::size_t> material;
};

/// With weights; the error from the scatter about the lines, of points or of whole tests. The slope
/// is that of material 0. What a line through the origin leaves of the weights and of y carries the
/// intercept.
WeightedLine fit(const std::vector<double>& x, const FramePoints& deep, ErrorsFrom errors_from) {
    const auto& [points, y, weight, depths, material] = deep;
    std::array<Sums, most_materials> sums;
    double left = 0, left_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        Sums& of = sums[material[i]];
        of.x += weight[i] * x[i];
        of.y += weight[i] * y[i];
        of.xx += weight[i] * x[i] * x[i];
        of.xy += weight[i] * x[i] * y[i];
    }
    // 1 - x (x . 1)/(x . x): what of a constant no line through the origin follows.
    std::vector<double> pull(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Sums& of = sums[material[i]];
        pull[i] = weight[i] * (1 - x[i] * of.x / of.xx);
        left += pull[i];
        left_y += pull[i] * y[i];
    }
    WeightedLine line;
    line.intercept = left_y / left;
    const auto slope = [&](const Sums& of) { return (of.xy - line.intercept * of.x) / of.xx; };
    line.slope = slope(sums[0]);
    std::vector<double> residuals;
    double ssr = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        residuals.push_back(std::sqrt(weight[i]) *
                            (y[i] - line.intercept - slope(sums[material[i]]) * x[i]));
        ssr += residuals.back() * residuals.back();
    }
    const double r = lag_one_autocorrelation(residuals);
    const double inflation = std::isnan(r) ? 1 : ar1_inflation(r);
    const auto lines = std::ranges::count_if(sums, [](const Sums& of) { return of.xx > 0; });
    const double freedom = static_cast<double>(x.size()) - 1 - static_cast<double>(lines);
    line.u_intercept = inflation * std::sqrt(ssr / freedom / left);
    const TestNumbers tests = number_tests(points);
    if (errors_from == ErrorsFrom::points || !are_enough_tests(tests.count, 1)) return line;
    for (std::size_t i = 0; i < x.size(); ++i) pull[i] *= residuals[i] / std::sqrt(weight[i]);
    line.u_intercept = std::sqrt(squares_of_tests(tests, pull, 1).front()) / left;
    return line;
}

FramePoints deep_points(std::span<const CalibrationPoint> points,
                        const CalibrationOptions& options) {
    std::array<double, most_materials> deepest_nm{};
    for (const CalibrationPoint& point : points)
        deepest_nm[point.material] = std::max(deepest_nm[point.material], point.h_nm);
    FramePoints deep;
    for (const CalibrationPoint& point : points) {
        if (point.h_nm < std::max(options.h_min_nm, deep_part * deepest_nm[point.material]))
            continue;
        deep.points.push_back(point);
        deep.compliance.push_back(1 / point.S_uN_per_nm);
        deep.weight.push_back(point.S_uN_per_nm * point.S_uN_per_nm);
        deep.depths.push_back(point.h_nm);
        deep.material.push_back(point.material);
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
    found.found_nm_per_uN = line.intercept;
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
    const WeightedLine line = fit(x, deep, options.errors_from);
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
        line = fit(x, deep, options.errors_from);
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
