#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "analyse/calibrate/area_fit.hpp"
#include "analyse/calibrate/calibration_depths.hpp"
#include "analyse/calibrate/calibration_refusals.hpp"
#include "analyse/oliver_pharr.hpp"
#include "numeric/sum/moments.hpp"
#include "sneddon/analyse/calibrate.hpp"

namespace sneddon {
namespace {

constexpr int most_terms = 6;
constexpr int steps = 200;            // over the depths of the calibration
constexpr double good_enough = 1.02;  // of the smallest residual
constexpr double largest_dE_GPa = 1;  // of a class mean, inside of the range of validity
constexpr double most_errors = 2;     // of a class mean, which scatter may explain
constexpr double class_ratio = 1.25;  // of depths

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
    std::vector<AreaFit> fits;
    double smallest = std::numeric_limits<double>::infinity();
    for (int terms = 1; terms <= most_terms && static_cast<std::size_t>(terms) < depths; ++terms) {
        auto fit = fit_area(areas, C_f, AreaForm::polynomial, terms, options);
        if (!fit || !is_an_area(fit->area, areas)) continue;
        smallest = std::min(smallest, fit->residual_rms);
        fits.push_back(*std::move(fit));
    }
    for (AreaFit& fit : fits)
        if (fit.residual_rms <= good_enough * smallest) return std::move(fit);
    return std::nullopt;
}

/// E from the area found and the stiffness: A_contact carries the stiffness.
double modulus_GPa(const AreaFunction& area, double h_c, double A_contact,
                   const CalibrationOptions& options) {
    const double E_r =
        reference_E_r_GPa(options) * std::sqrt(A_contact / projected_area_nm2(area, h_c));
    return indentation_modulus_GPa(E_r, options.reference.poisson_ratio, options.indenter_E_GPa,
                                   options.indenter_poisson_ratio);
}

std::vector<CalibrationClass> classes_of(const AreaFunction& area, const ContactAreas& areas,
                                         const CalibrationOptions& options) {
    std::vector<std::size_t> order(areas.h_c_nm.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return areas.h_c_nm[i]; });
    std::vector<CalibrationClass> classes;
    for (std::size_t begin = 0; begin < order.size();) {
        std::vector<double> depth, modulus, residual;
        std::size_t end = begin;
        for (; end < order.size(); ++end) {
            const double h_c = areas.h_c_nm[order[end]], A = areas.A_nm2[order[end]];
            if (h_c > class_ratio * areas.h_c_nm[order[begin]]) break;
            depth.push_back(h_c);
            modulus.push_back(modulus_GPa(area, h_c, A, options));
            residual.push_back(projected_area_nm2(area, h_c) / A - 1);
        }
        const Moments E = moments(modulus);
        classes.push_back(
            {mean(depth), depth.size(), E.mean, E.sd, mean(residual), depth.front(), depth.back()});
        begin = end;
    }
    return classes;
}

bool is_true_to(const CalibrationClass& depth_class, const CalibrationOptions& options) {
    const double error = std::abs(depth_class.E_GPa - options.reference.E_GPa);
    const double u = depth_class.sd_E_GPa / std::sqrt(static_cast<double>(depth_class.n));
    return error <= largest_dE_GPa || error <= most_errors * u;  // no u of a single unloading
}

/// The longest run by the ratio of its depths, as the classes are divided.
void find_validity(AreaCalibration& found, const CalibrationOptions& options) {
    const auto& classes = found.classes;
    double longest = 1;
    found.area.h_c_min_nm.reset();
    found.area.h_c_max_nm.reset();
    for (std::size_t begin = 0; begin < classes.size(); ++begin) {
        std::size_t end = begin;
        while (end < classes.size() && is_true_to(classes[end], options)) ++end;
        if (end == begin) continue;
        const double low = classes[begin].h_c_low_nm, high = classes[end - 1].h_c_high_nm;
        if (!(high / low > longest)) continue;
        longest = high / low;
        found.area.h_c_min_nm = low;
        found.area.h_c_max_nm = high;
    }
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
        "ask for --form cap-cone or thurn-cook, for another number of --terms, or for "
        "--frame-from load"};
}

AreaCalibration calibration_of(AreaFit fit, const ContactAreas& areas,
                               const CalibrationOptions& options) {
    AreaCalibration found;
    found.area = fit.area;
    found.C_f_nm_per_uN = fit.C_f_nm_per_uN;
    found.parameters = std::move(fit.parameters);
    found.covariance = std::move(fit.covariance);
    if (options.frame == FrameFreedom::fitted) found.parameters.pop_back();
    found.residual_rms = fit.residual_rms;
    found.n = areas.h_c_nm.size();
    found.classes = classes_of(found.area, areas, options);
    double squares = 0;
    for (const CalibrationClass& depth_class : found.classes)
        squares += depth_class.area_residual * depth_class.area_residual;
    found.u_area_relative = std::sqrt(squares / static_cast<double>(found.classes.size()));
    find_validity(found, options);
    return found;
}

}  // namespace

double reference_E_r_GPa(const CalibrationOptions& options) {
    const double nu = options.reference.poisson_ratio, nu_i = options.indenter_poisson_ratio;
    return 1 /
           ((1 - nu * nu) / options.reference.E_GPa + (1 - nu_i * nu_i) / options.indenter_E_GPa);
}

Result<AreaCalibration> calibrate_area(std::span<const CalibrationPoint> points,
                                       double C_f_nm_per_uN, AreaForm form, int terms,
                                       const CalibrationOptions& options) {
    const bool is_fitted = options.frame == FrameFreedom::fitted;
    const ContactAreas areas = contact_areas(points, C_f_nm_per_uN, options);
    const std::size_t depths = count_depths(areas.h_c_nm);
    const bool is_polynomial = form == AreaForm::polynomial;
    const std::size_t parameters =
        (is_polynomial && terms > 0 ? static_cast<std::size_t>(terms) : 2) + (is_fitted ? 1 : 0);
    if (depths <= parameters) return too_few(depths, parameters);
    auto fit = is_polynomial && terms == 0 ? fit_fewest_terms(areas, C_f_nm_per_uN, depths, options)
                                           : fit_area(areas, C_f_nm_per_uN, form, terms, options);
    if (!fit || !is_an_area(fit->area, areas)) return is_fitted ? not_apart() : no_area();
    if (!is_fitted) return calibration_of(*std::move(fit), areas, options);

    const double C_f = fit->C_f_nm_per_uN, u = std::sqrt(fit->covariance.back());
    if (C_f < -largest_errors_below_zero * u) return negative_compliance("calibrate area", C_f, u);
    if (C_f >= 0) {
        AreaCalibration found =
            calibration_of(*std::move(fit), contact_areas(points, C_f, options), options);
        found.u_C_f_nm_per_uN = u;
        return found;
    }
    CalibrationOptions stiff_frame = options;
    stiff_frame.frame = FrameFreedom::given;
    auto found = calibrate_area(points, 0, form, terms, stiff_frame);
    if (found) found->u_C_f_nm_per_uN = u, found->is_frame_zero = true;
    return found;
}

}  // namespace sneddon
