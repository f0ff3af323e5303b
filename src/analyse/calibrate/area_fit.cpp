#include "analyse/calibrate/area_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "analyse/calibrate/area_depths.hpp"
#include "analyse/calibrate/area_shapes.hpp"
#include "analyse/calibrate/calibration_classes.hpp"
#include "analyse/calibrate/points_of_tests.hpp"
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

double contact_factor(const CalibrationOptions& options, std::size_t material) {
    return std::sqrt(std::numbers::pi) /
           (2 * options.beta * uN_per_GPa_nm2 * reference_E_r_GPa(options, material));
}

double contact_depth_at(const CalibrationPoint& point, double C_f, double epsilon) {
    const double S = 1 / (1 / point.S_uN_per_nm - C_f);
    return contact_depth_nm(point.h_nm - C_f * point.F_uN, point.F_uN, S, epsilon);
}

/// Residuals over the scaled parameters, C_f last where it is fitted. Of placed contacts, about the
/// function and the compliance C found last, w q (A(h)/A_last(h) - 1 + r) and, of C_f - C,
/// -w (2 S + q (1 - epsilon) F A'/A); q is 1, or 1 - S C, the share of the contact in 1/S, where
/// the frame is fitted: an error of S is then as large at all depths. Before: w (A(h_c)/A - 1), or
/// 2 w (1 - S (C_f + c/sqrt(A(h_c)))), where c/sqrt(A) is the contact's compliance.
class AreaProblem {
  public:
    AreaProblem(const ContactAreas& areas, const AreaShape& shape, FrameFreedom frame,
                ScatterLaw scatter, const CalibrationOptions& options)
        : areas_(areas), shape_(shape), frame_(frame), epsilon_(options.epsilon) {
        double log_sum = 0;
        for (const double h : areas.depth_nm) log_sum += std::log(h);
        const double log_mean = log_sum / static_cast<double>(areas.depth_nm.size());
        for (std::size_t i = 0; i < areas.points.size(); ++i) {
            unit_C_ = std::min(unit_C_, 1 / areas.points[i].S_uN_per_nm);
            weights_.push_back(
                std::exp(-scatter.exponent * (std::log(areas.depth_nm[i]) - log_mean)));
            factors_.push_back(contact_factor(options, areas.points[i].material));
        }
    }

    bool is_frame_fitted() const { return frame_ == FrameFreedom::fitted; }
    std::size_t parameters() const { return shape_.size() + (is_frame_fitted() ? 1 : 0); }
    const std::vector<CalibrationPoint>& points() const { return areas_.points; }
    double unit(std::size_t k) const { return k < shape_.size() ? shape_.unit(k) : unit_C_; }

    void fill(std::span<const double> p, std::span<double> r, std::span<double> jacobian) const {
        for (std::size_t i = 0; i < areas_.points.size(); ++i)
            if (areas_.is_placed)
                fill_placed(i, p, r, jacobian);
            else if (is_frame_fitted())
                fill_stiffness(i, p, r, jacobian);
            else
                fill_area(i, p, r, jacobian);
    }

  private:
    void fill_placed(std::size_t i, std::span<const double> p, std::span<double> r,
                     std::span<double> jacobian) const {
        const CalibrationPoint& point = areas_.points[i];
        const std::size_t shape = shape_.size(), count = parameters();
        const AreaAt at = shape_.at(p, areas_.depth_nm[i]);
        const double C = areas_.C_f_nm_per_uN, S = point.S_uN_per_nm;
        const double w = weights_[i] * (is_frame_fitted() ? 1 - S * C : 1);
        r[i] = w * (at.A / areas_.area_there_nm2[i] - 1 + areas_.residual[i]);
        for (std::size_t k = 0; k < shape; ++k)
            jacobian[i * count + k] = w * at.by[k] / areas_.area_there_nm2[i];
        if (!is_frame_fitted()) return;
        const double by_C =
            -2 * weights_[i] * S - w * areas_.slope_per_nm[i] * (1 - epsilon_) * point.F_uN;
        const double share = p[shape];
        const bool is_inside = share > least_share && share < largest_share;
        r[i] += is_inside ? by_C * (unit_C_ * share - C) : nan;
        jacobian[i * count + shape] = unit_C_ * by_C;
    }

    void fill_area(std::size_t i, std::span<const double> p, std::span<double> r,
                   std::span<double> jacobian) const {
        const AreaAt at = shape_.at(p, areas_.h_c_nm[i]);
        const double w = weights_[i] / areas_.A_nm2[i];
        r[i] = w * at.A - weights_[i];
        for (std::size_t k = 0; k < shape_.size(); ++k)
            jacobian[i * shape_.size() + k] = w * at.by[k];
    }

    void fill_stiffness(std::size_t i, std::span<const double> p, std::span<double> r,
                        std::span<double> jacobian) const {
        const CalibrationPoint& point = areas_.points[i];
        const std::size_t shape = shape_.size(), count = parameters();
        const double share = p[shape], C_f = unit_C_ * share;
        const double h_c = contact_depth_at(point, C_f, epsilon_);
        const bool is_inside = share > least_share && share < largest_share && h_c > 0;
        const AreaAt at = is_inside ? shape_.at(p, h_c) : AreaAt{nan, 0, {}};
        const double w = 2 * weights_[i] * point.S_uN_per_nm;
        const double contact = factors_[i] / std::sqrt(at.A);
        r[i] = 2 * weights_[i] - w * (C_f + contact);
        const double by_A = w * contact / (2 * at.A);
        for (std::size_t k = 0; k < shape; ++k) jacobian[i * count + k] = by_A * at.by[k];
        const double h_c_by_C = -(1 - epsilon_) * point.F_uN;
        jacobian[i * count + shape] = unit_C_ * (by_A * at.by_h * h_c_by_C - w);
    }

    const ContactAreas& areas_;
    const AreaShape& shape_;
    FrameFreedom frame_;
    double epsilon_;
    std::vector<double> weights_, factors_;
    double unit_C_ = std::numeric_limits<double>::infinity();
};

LevenbergMarquardtOptions descent(AreaForm form, FrameFreedom frame) {
    LevenbergMarquardtOptions chosen;
    chosen.max_steps = 500;  // a search that takes longer circles about the edge of a cap
    if (form == AreaForm::polynomial && frame != FrameFreedom::fitted)
        chosen.first_dampings = {1e-3};  // linear: one step, hardly damped, solves it
    return chosen;
}

struct Descent {
    LevenbergMarquardtResult found;
    FitAtMinimum linear;
    double lag1 = nan;
};

/// The smallest sum of squares that the starts lead to.
std::optional<Descent> descend(const AreaProblem& problem,
                               const std::vector<std::vector<double>>& starts, std::size_t n,
                               const LevenbergMarquardtOptions& options) {
    const auto residuals = [&](std::span<const double> p, std::span<double> r,
                               std::span<double> jacobian) { problem.fill(p, r, jacobian); };
    std::optional<Descent> best;
    for (const std::vector<double>& start : starts) {
        auto found = levenberg_marquardt(residuals, start, n, options);
        if (!found.is_converged() || std::isnan(found.covariance[0])) continue;
        if (best && best->found.ssr <= found.ssr) continue;
        best.emplace();
        best->found = std::move(found);
    }
    if (!best) return best;
    FitAtMinimum& linear = best->linear;
    linear.parameters = problem.parameters();
    linear.residuals.resize(n);
    linear.jacobian.resize(n * linear.parameters);
    problem.fill(best->found.parameters, linear.residuals, linear.jacobian);
    const double variance = best->found.ssr / static_cast<double>(n - linear.parameters);
    for (const double c : best->found.covariance) linear.inverse.push_back(c / variance);
    best->lag1 = lag_one_autocorrelation(linear.residuals);
    return best;
}

/// (J'J)^-1 M (J'J)^-1 with the squares M of whole tests.
std::vector<double> covariance_of_tests(const FitAtMinimum& linear, const TestNumbers& tests) {
    const std::size_t p = linear.parameters;
    const std::vector<double> middle = squares_of_tests(tests, linear.scores(), p);
    std::vector<double> covariance(p * p, 0.0);
    for (std::size_t j = 0; j < p; ++j)
        for (std::size_t k = 0; k < p; ++k)
            for (std::size_t a = 0; a < p; ++a)
                for (std::size_t b = 0; b < p; ++b)
                    covariance[j * p + k] +=
                        linear.inverse[j * p + a] * middle[a * p + b] * linear.inverse[b * p + k];
    return covariance;
}

/// Of the scaled parameters. Points of one test resemble their neighbours, which makes the errors
/// larger; where many depths of each test are fitted, the tests count.
std::vector<double> covariance_of(const Descent& descent,
                                  const std::vector<CalibrationPoint>& points,
                                  const CalibrationOptions& options) {
    if (options.errors_from == ErrorsFrom::tests) {
        const TestNumbers tests = number_tests(points);
        if (are_enough_tests(tests.count, descent.linear.parameters))
            return covariance_of_tests(descent.linear, tests);
    }
    const double inflation = std::isnan(descent.lag1) ? 1 : ar1_inflation(descent.lag1);
    std::vector<double> covariance = descent.found.covariance;
    for (double& entry : covariance) entry *= inflation * inflation;
    return covariance;
}

AreaFit fit_of(const Descent& descent, const AreaProblem& problem, const AreaShape& shape,
               double C_f_nm_per_uN, const CalibrationOptions& options) {
    const std::size_t count = problem.parameters(), n = problem.points().size();
    AreaFit fit;
    for (std::size_t j = 0; j < count; ++j)
        fit.parameters.push_back(problem.unit(j) * descent.found.parameters[j]);
    const std::vector<double> scaled = covariance_of(descent, problem.points(), options);
    for (std::size_t j = 0; j < count; ++j)
        for (std::size_t k = 0; k < count; ++k)
            fit.covariance.push_back(problem.unit(j) * problem.unit(k) * scaled[j * count + k]);
    fit.area = shape.function(fit.parameters);
    fit.is_frame_fitted = problem.is_frame_fitted();
    fit.C_f_nm_per_uN = fit.is_frame_fitted ? fit.parameters.back() : C_f_nm_per_uN;
    fit.weighted_rms = std::sqrt(descent.found.ssr / static_cast<double>(n));
    fit.lag1 = descent.lag1;
    fit.linear = descent.linear;
    return fit;
}

std::optional<AreaFit> fit_first(const ContactAreas& areas, double C_f_nm_per_uN,
                                 const AreaShape& shape, AreaForm form,
                                 const CalibrationOptions& options) {
    const std::size_t n = areas.points.size();
    const AreaProblem given(areas, shape, FrameFreedom::given, {}, options);
    const bool is_fitted = options.frame == FrameFreedom::fitted;
    if (n <= shape.size() + (is_fitted ? 1 : 0)) return std::nullopt;
    const auto at_given = descend(given, shape.starts(), n, descent(form, FrameFreedom::given));
    if (!is_fitted) {
        if (!at_given) return std::nullopt;
        return fit_of(*at_given, given, shape, C_f_nm_per_uN, options);
    }
    const AreaProblem both(areas, shape, FrameFreedom::fitted, {}, options);
    std::vector<std::vector<double>> starts =
        at_given ? std::vector<std::vector<double>>{at_given->found.parameters} : shape.starts();
    for (auto& start : starts) start.push_back(C_f_nm_per_uN / both.unit(shape.size()));
    const auto found = descend(both, starts, n, descent(form, FrameFreedom::fitted));
    if (!found) return std::nullopt;
    return fit_of(*found, both, shape, C_f_nm_per_uN, options);
}

/// From parameters that are near.
std::optional<AreaFit> fit_near(const ContactAreas& areas, const AreaShape& shape, AreaForm form,
                                const std::vector<double>& parameters, ScatterLaw scatter,
                                const CalibrationOptions& options) {
    const std::size_t n = areas.points.size();
    const AreaProblem problem(areas, shape, options.frame, scatter, options);
    if (n <= problem.parameters()) return std::nullopt;
    std::vector<double> start;
    for (std::size_t k = 0; k < problem.parameters(); ++k)
        start.push_back(parameters[k] / problem.unit(k));
    LevenbergMarquardtOptions near = descent(form, options.frame);
    near.first_dampings = {1e-3};  // a start this near needs hardly any damping
    auto found = descend(problem, {start}, n, near);
    if (!found) found = descend(problem, {start}, n, descent(form, options.frame));
    if (!found) return std::nullopt;
    AreaFit fit = fit_of(*found, problem, shape, areas.C_f_nm_per_uN, options);
    fit.scatter = scatter;
    return fit;
}

ContactAreas placed(const ContactAreas& areas, const AreaFit& fit,
                    const CalibrationOptions& options) {
    ContactAreas at_found = contact_areas(areas.points, fit.C_f_nm_per_uN, options);
    place(at_found, fit.area, fit.origin, options.epsilon);
    return at_found;
}

/// Of A at the contacts, and of the compliance as a share of 1/S.
double largest_move(const ContactAreas& before, const AreaFit& after) {
    const double moved_C = std::abs(after.C_f_nm_per_uN - before.C_f_nm_per_uN);
    double largest = 0;
    for (std::size_t i = 0; i < before.depth_nm.size(); ++i) {
        const double A = projected_area_nm2(after.area, before.depth_nm[i]);
        largest = std::max({largest, std::abs(A / before.area_there_nm2[i] - 1),
                            moved_C * before.points[i].S_uN_per_nm});
    }
    return largest;
}

/// Fitted again and again with the contacts placed by the function of the round before. A round
/// leaves of a move what a residual bends, a tenth.
std::optional<AreaFit> fit_placed(const ContactAreas& areas, const AreaShape& shape, AreaForm form,
                                  const AreaFit& first, ScatterLaw scatter, int most_rounds,
                                  const CalibrationOptions& options) {
    constexpr double settled = 1e-10;
    AreaFit fit = first;
    for (int round = 0; round < most_rounds; ++round) {
        const ContactAreas at_last = placed(areas, fit, options);
        auto next = fit_near(at_last, shape, form, fit.parameters, scatter, options);
        if (!next) return std::nullopt;
        const double move = largest_move(at_last, *next);
        next->origin = fit.origin;
        fit = *std::move(next);
        if (move <= settled) break;
    }
    return fit;
}

}  // namespace

std::vector<double> FitAtMinimum::scores() const {
    std::vector<double> scores(jacobian);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] *= residuals[i / parameters];
    return scores;
}

ContactAreas contact_areas(std::span<const CalibrationPoint> points, double C_f_nm_per_uN,
                           const CalibrationOptions& options) {
    ContactAreas areas;
    areas.C_f_nm_per_uN = C_f_nm_per_uN;
    for (const CalibrationPoint& point : points) {
        const double S = 1 / (1 / point.S_uN_per_nm - C_f_nm_per_uN);
        const double h_c = contact_depth_at(point, C_f_nm_per_uN, options.epsilon);
        const double root_A = contact_factor(options, point.material) * S;
        if (point.h_nm < options.h_min_nm || !(S > 0) || !(h_c > 0)) continue;
        areas.h_c_nm.push_back(h_c);
        areas.A_nm2.push_back(root_A * root_A);
        areas.points.push_back(point);
    }
    areas.depth_nm = areas.h_c_nm;
    areas.area_there_nm2 = areas.A_nm2;
    areas.slope_per_nm.assign(areas.h_c_nm.size(), 0.0);
    areas.residual = areas.slope_per_nm;
    return areas;
}

std::optional<AreaFit> fit_area(const ContactAreas& areas, double C_f_nm_per_uN, AreaForm form,
                                int terms, const CalibrationOptions& options,
                                std::optional<ScatterLaw> scatter) {
    if (areas.points.empty()) return std::nullopt;
    const AreaShape shape(form, terms, std::ranges::max(areas.h_c_nm),
                          std::ranges::max(areas.A_nm2));
    auto first = fit_first(areas, C_f_nm_per_uN, shape, form, options);
    if (!first) return first;
    const ContactAreas at_first = contact_areas(areas.points, first->C_f_nm_per_uN, options);
    first->origin = scatter_origin(at_first, first->area, options.epsilon);
    if (!scatter) {
        const ContactAreas at_found = placed(areas, *first, options);
        scatter = ScatterLaw{scatter_exponent(at_found, area_residuals(first->area, at_found))};
    }
    constexpr int most_rounds = 30;
    return fit_placed(areas, shape, form, *first, *scatter, most_rounds, options);
}

std::optional<AreaFit> fit_area_again(const ContactAreas& areas, AreaForm form,
                                      const AreaCalibration& found,
                                      const CalibrationOptions& options) {
    if (areas.points.empty()) return std::nullopt;
    const AreaShape shape(form, static_cast<int>(found.parameters.size()),
                          std::ranges::max(areas.h_c_nm), std::ranges::max(areas.A_nm2));
    AreaFit first;
    first.area = found.area;
    first.origin = found.origin;
    first.C_f_nm_per_uN = areas.C_f_nm_per_uN;
    first.parameters = found.parameters;
    if (options.frame == FrameFreedom::fitted) first.parameters.push_back(first.C_f_nm_per_uN);
    constexpr int rounds = 3;  // leave a thousandth of how far a draw is off
    return fit_placed(areas, shape, form, first, {found.scatter_exponent}, rounds, options);
}

}  // namespace sneddon
