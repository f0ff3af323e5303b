#include "analyse/calibrate/area_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "analyse/calibrate/area_shapes.hpp"
#include "analyse/oliver_pharr.hpp"
#include "base/nan.hpp"
#include "model/units.hpp"
#include "numeric/least_squares/levenberg_marquardt.hpp"
#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/residual_correlation.hpp"

namespace sneddon {
namespace {

/// Of the smallest 1/S. Beyond, a frame compliance leaves nothing for the contact, or adds more
/// than half of it: there the least squares have minima at areas that are all the same.
constexpr double least_share = -0.5, largest_share = 0.9;

/// h_c, A of one unloading and what a change of C_f does to them.
struct Contact {
    double h_c = 0, A = 0, h_c_by_C = 0, ln_A_by_C = 0;
};

Contact contact_at(const CalibrationPoint& point, double C_f, const CalibrationOptions& options) {
    const double E_r_uN_per_nm2 = uN_per_GPa_nm2 * reference_E_r_GPa(options);
    const double S = 1 / (1 / point.S_uN_per_nm - C_f);
    const double root_A = std::sqrt(std::numbers::pi) * S / (2 * options.beta * E_r_uN_per_nm2);
    Contact contact;
    contact.h_c = contact_depth_nm(point.h_nm - C_f * point.F_uN, point.F_uN, S, options.epsilon);
    contact.A = S > 0 ? root_A * root_A : nan;
    contact.h_c_by_C = -(1 - options.epsilon) * point.F_uN;
    contact.ln_A_by_C = 2 * S;
    return contact;
}

/// Residuals A(h_c)/A - 1 over the scaled parameters, C_f last where it is fitted.
class AreaProblem {
  public:
    AreaProblem(const ContactAreas& areas, const AreaShape& shape, double C_f,
                const CalibrationOptions& options)
        : areas_(areas), shape_(shape), C_f_(C_f), options_(options) {
        for (const CalibrationPoint& point : areas.points)
            unit_C_ = std::min(unit_C_, 1 / point.S_uN_per_nm);
    }

    bool is_frame_fitted() const { return options_.frame == FrameFreedom::fitted; }
    std::size_t parameters() const { return shape_.size() + (is_frame_fitted() ? 1 : 0); }
    double unit(std::size_t k) const { return k < shape_.size() ? shape_.unit(k) : unit_C_; }
    std::vector<double> start() const {
        std::vector<double> start = shape_.start();
        if (is_frame_fitted()) start.push_back(C_f_ / unit_C_);
        return start;
    }

    void fill(std::span<const double> p, std::span<double> r, std::span<double> jacobian) const {
        const std::size_t count = parameters(), shape = shape_.size();
        for (std::size_t i = 0; i < areas_.points.size(); ++i) {
            const Contact contact = is_frame_fitted()
                                        ? contact_at(areas_.points[i], unit_C_ * p[shape], options_)
                                        : Contact{areas_.h_c_nm[i], areas_.A_nm2[i], 0, 0};
            const AreaAt at =
                contact.h_c > 0 && is_in_range(p) ? shape_.at(p, contact.h_c) : AreaAt{nan, 0, {}};
            r[i] = at.A / contact.A - 1;
            for (std::size_t k = 0; k < shape; ++k) jacobian[i * count + k] = at.by[k] / contact.A;
            if (is_frame_fitted())
                jacobian[i * count + shape] = unit_C_ * (at.by_h * contact.h_c_by_C / contact.A -
                                                         at.A / contact.A * contact.ln_A_by_C);
        }
    }

  private:
    bool is_in_range(std::span<const double> p) const {
        if (!is_frame_fitted()) return true;
        const double share = p[shape_.size()];
        return share > least_share && share < largest_share;
    }

    const ContactAreas& areas_;
    const AreaShape& shape_;
    double C_f_;
    const CalibrationOptions& options_;
    double unit_C_ = std::numeric_limits<double>::infinity();
};

LevenbergMarquardtOptions descent(AreaForm form, const CalibrationOptions& options) {
    LevenbergMarquardtOptions chosen;
    if (form == AreaForm::polynomial && options.frame == FrameFreedom::given)
        chosen.first_dampings = {1e-3};  // linear: one step, hardly damped, solves it
    return chosen;
}

/// Factor on the covariance: unloadings of one test, or the depths of a dynamic one, resemble their
/// neighbours.
double inflation_of(const AreaProblem& problem, std::span<const double> p, std::size_t n) {
    std::vector<double> residuals(n), jacobian(n * problem.parameters());
    problem.fill(p, residuals, jacobian);
    const double r = lag_one_autocorrelation(residuals);
    const double inflation = std::isnan(r) ? 1 : ar1_inflation(r);
    return inflation * inflation;
}

}  // namespace

ContactAreas contact_areas(std::span<const CalibrationPoint> points, double C_f_nm_per_uN,
                           const CalibrationOptions& options) {
    ContactAreas areas;
    for (const CalibrationPoint& point : points) {
        const Contact contact = contact_at(point, C_f_nm_per_uN, options);
        if (point.h_nm < options.h_min_nm || !(contact.A > 0) || !(contact.h_c > 0)) continue;
        areas.h_c_nm.push_back(contact.h_c);
        areas.A_nm2.push_back(contact.A);
        areas.points.push_back(point);
    }
    return areas;
}

std::optional<AreaFit> fit_area(const ContactAreas& areas, double C_f_nm_per_uN, AreaForm form,
                                int terms, const CalibrationOptions& options) {
    if (areas.points.empty()) return std::nullopt;
    const AreaShape shape(form, terms, std::ranges::max(areas.h_c_nm),
                          std::ranges::max(areas.A_nm2));
    const AreaProblem problem(areas, shape, C_f_nm_per_uN, options);
    const std::size_t n = areas.points.size(), count = problem.parameters();
    if (n <= count) return std::nullopt;
    const auto residuals = [&](std::span<const double> p, std::span<double> r,
                               std::span<double> jacobian) { problem.fill(p, r, jacobian); };
    const auto found = levenberg_marquardt(residuals, problem.start(), n, descent(form, options));
    if (!found.is_converged() || std::isnan(found.covariance[0])) return std::nullopt;
    AreaFit fit;
    for (std::size_t j = 0; j < count; ++j)
        fit.parameters.push_back(problem.unit(j) * found.parameters[j]);
    const double inflation = inflation_of(problem, found.parameters, n);
    for (std::size_t j = 0; j < count; ++j)
        for (std::size_t k = 0; k < count; ++k)
            fit.covariance.push_back(inflation * problem.unit(j) * problem.unit(k) *
                                     found.covariance[j * count + k]);
    fit.area = shape.function(fit.parameters);
    fit.C_f_nm_per_uN = problem.is_frame_fitted() ? fit.parameters.back() : C_f_nm_per_uN;
    fit.residual_rms = std::sqrt(found.ssr / static_cast<double>(n));
    return fit;
}

}  // namespace sneddon
