#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "analyse/calibrate/area_depths.hpp"
#include "analyse/calibrate/area_fit.hpp"
#include "analyse/calibrate/calibration_classes.hpp"
#include "analyse/calibrate/calibration_depths.hpp"
#include "analyse/calibrate/calibration_refusals.hpp"
#include "analyse/calibrate/form_of_tests.hpp"
#include "analyse/calibrate/points_of_tests.hpp"
#include "base/nan.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {
namespace {

constexpr int most_terms = 6;
constexpr int steps = 200;            // over the depths of the calibration
constexpr double good_enough = 1.02;  // of the smallest residual

/// Positive and rising over the depths of the calibration.
bool is_an_area(const AreaFunction& area, const ContactAreas& areas) {
    const auto [low, high] = std::ranges::minmax(areas.h_c_nm);
    double before = 0;
    for (int i = 0; i <= steps; ++i) {
        const double h = low * std::pow(high / low, static_cast<double>(i) / steps);
        const double A = projected_area_nm2(area, h);
        if (!(A > before)) return false;
        before = A;
    }
    return true;
}

std::optional<AreaFit> fit_fewest_terms(const ContactAreas& areas, double C_f, std::size_t depths,
                                        const CalibrationOptions& options) {
    // One weighting for all, that of the most terms: their residuals are then one measure.
    const int most = static_cast<int>(std::min<std::size_t>(most_terms, depths - 1));
    std::optional<ScatterLaw> scatter;
    for (int terms = most; terms >= 1 && !scatter; --terms)
        if (const auto fit = fit_area(areas, C_f, AreaForm::polynomial, terms, options))
            scatter = fit->scatter;
    std::vector<AreaFit> fits;
    double smallest = std::numeric_limits<double>::infinity();
    for (int terms = 1; terms <= most; ++terms) {
        auto fit = fit_area(areas, C_f, AreaForm::polynomial, terms, options, scatter);
        if (!fit || !is_an_area(fit->area, areas)) continue;
        smallest = std::min(smallest, fit->weighted_rms);
        fits.push_back(*std::move(fit));
    }
    for (AreaFit& fit : fits)
        if (fit.weighted_rms <= good_enough * smallest) return std::move(fit);
    return std::nullopt;
}

Error too_few(std::size_t depths, std::size_t parameters) {
    return {"SND-A034", "calibrate area",
            fmt::format("{} depths that differ by 5 %, {} parameters", depths, parameters),
            "more depths than parameters",
            "give indents of more peak loads, or ask for fewer --terms"};
}

Error no_area() {
    return {"SND-A036", "calibrate area",
            "no function of this form that is positive and rises over the depths", "",
            "ask for another number of --terms, another --form, or leave shallow indents out "
            "(--from-depth)"};
}

Error not_apart() {
    return {
        "SND-A036", "calibrate area",
        "frame compliance and an area function of this form cannot be told apart by these depths",
        "",
        "ask for a form with a radius (--form cap-cone), for another number of --terms, for "
        "--frame-from load, or indent a second reference as well (--second)"};
}

double aicc_of(const AreaFit& fit, std::size_t n, double independent) {
    const double k = static_cast<double>(fit.parameters.size()) + 1;  // and the scatter
    if (!(independent > k + 1) || n == 0) return nan;
    return 2 * independent * std::log(fit.weighted_rms) + 2 * k +
           2 * k * (k + 1) / (independent - k - 1);
}

AreaCalibration calibration_of(const AreaFit& fit, ContactAreas areas,
                               const CalibrationOptions& options) {
    place(areas, fit.area, fit.origin, options.epsilon);
    AreaCalibration found;
    found.origin = fit.origin;
    found.area = fit.area;
    found.C_f_nm_per_uN = fit.C_f_nm_per_uN;
    found.n = areas.h_c_nm.size();
    const double n = static_cast<double>(found.n);
    const double p = static_cast<double>(fit.parameters.size());
    found.independent = effective_rows(fit.lag1, n, p).count;
    found.weighted_rms = fit.weighted_rms;
    found.aicc = aicc_of(fit, found.n, found.independent);
    found.scatter_exponent = fit.scatter.exponent;
    found.parameters = fit.parameters;
    found.covariance = fit.covariance;
    if (fit.is_frame_fitted) found.parameters.pop_back();
    judge_calibration(areas, options, found);
    if (options.errors_from == ErrorsFrom::points) return found;
    found.p_form = p_of_tests(fit, areas.points, depth_classes(areas));
    const std::size_t tests = number_tests(areas.points).count;
    if (are_enough_tests(tests, fit.parameters.size())) found.tests = tests;
    return found;
}

/// The frame found with the area, where it is not negative; else that of a stiff frame.
Result<AreaCalibration> with_its_frame(std::span<const CalibrationPoint> points, const AreaFit& fit,
                                       AreaForm form, int terms,
                                       const CalibrationOptions& options) {
    const double C_f = fit.C_f_nm_per_uN, u = std::sqrt(fit.covariance.back());
    if (C_f < -largest_errors_below_zero * u) return negative_compliance("calibrate area", C_f, u);
    if (C_f >= 0) {
        AreaCalibration found = calibration_of(fit, contact_areas(points, C_f, options), options);
        found.u_C_f_nm_per_uN = u;
        return found;
    }
    CalibrationOptions stiff_frame = options;
    stiff_frame.frame = FrameFreedom::given;
    auto found = calibrate_area(points, 0, form, terms, stiff_frame);
    if (found) found->u_C_f_nm_per_uN = u, found->is_frame_zero = true;
    return found;
}

}  // namespace

const ReferenceMaterial& reference_material(const CalibrationOptions& options,
                                            std::size_t material) {
    return material == 0 || !options.second ? options.reference : *options.second;
}

double reference_E_r_GPa(const CalibrationOptions& options, std::size_t material) {
    const ReferenceMaterial& reference = reference_material(options, material);
    const double nu = reference.poisson_ratio, nu_i = options.indenter_poisson_ratio;
    return 1 / ((1 - nu * nu) / reference.E_GPa + (1 - nu_i * nu_i) / options.indenter_E_GPa);
}

Result<AreaCalibration> calibrate_area(std::span<const CalibrationPoint> points,
                                       double C_f_nm_per_uN, AreaForm form, int terms,
                                       const CalibrationOptions& options) {
    if (options.frame == FrameFreedom::from_load) {
        const auto frame = calibrate_frame(points, options);
        if (!frame) return frame.error();
        CalibrationOptions given = options;
        given.frame = FrameFreedom::given;
        auto found = calibrate_area(points, frame->C_f_nm_per_uN, form, terms, given);
        if (found) found->u_C_f_nm_per_uN = frame->u_C_f_nm_per_uN;
        return found;
    }
    const bool is_fitted = options.frame == FrameFreedom::fitted;
    const ContactAreas areas = contact_areas(points, C_f_nm_per_uN, options);
    const std::size_t depths = count_depths(areas.h_c_nm);
    const bool is_polynomial = form == AreaForm::polynomial;
    const std::size_t of_form = is_polynomial && terms > 0 ? static_cast<std::size_t>(terms)
                                : form == AreaForm::sphere ? 1
                                                           : 2;
    const std::size_t parameters = of_form + (is_fitted ? 1 : 0);
    if (depths <= parameters) return too_few(depths, parameters);
    auto fit = is_polynomial && terms == 0 ? fit_fewest_terms(areas, C_f_nm_per_uN, depths, options)
                                           : fit_area(areas, C_f_nm_per_uN, form, terms, options);
    if (!fit || !is_an_area(fit->area, areas)) return is_fitted ? not_apart() : no_area();
    if (is_fitted) return with_its_frame(points, *fit, form, terms, options);
    return calibration_of(*fit, areas, options);
}

}  // namespace sneddon
