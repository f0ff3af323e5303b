// A rheological model fitted to what a hold gives, with what its parameters are worth.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/nan.hpp"
#include "numeric/retardation/retardation_point.hpp"

namespace sneddon {

enum class RetardationState {
    fitted,
    too_few_points,    ///< not more than parameters
    value_not_finite,  ///< in the curve
    term_missing,      ///< the best of it has a term of strength 0: a smaller model
};
std::string_view words(RetardationState state);

/// NaN: not separable. high = infinity: the interval is open.
struct RetardationInterval {
    double low = nan, high = nan;
};

struct RetardationFit {
    RetardationModel model{};
    RetardationState state = RetardationState::too_few_points;
    double ramp = 0;
    RetardationPoint point;
    /// L_0: the curve's value had all load been put on at once and nothing been retarded yet.
    double instantaneous = nan;

    /// Standard errors times `inflation`: of L_0, the flow, the strengths and ln tau.
    double u_instantaneous = nan, u_flow = nan;
    std::array<double, most_elements> u_strength{nan, nan, nan}, u_log_tau{nan, nan, nan};

    std::size_t n = 0, parameters = 0;
    double ssr = nan, residual_sd = nan, r_squared = nan;
    double lag1 = nan, durbin_watson = nan;
    /// As in LinearPowerFit: what correlated residuals are worth, and the slow part that lag-1
    /// correlation does not see, which is noise of two time scales or a model that does not fit.
    double effective_count = nan, inflation = nan, freedom = nan;
    double slow_noise_excess = nan;
    bool has_slow_noise = false;
    double scaled_condition = nan;
    /// The condition is below 300, every time lies within the range that is searched and every
    /// strength is above 0, both by twice their standard error. If not, say "not separable" instead
    /// of quoting values.
    bool is_separable = false;
    /// By the common effective count of the models compared; lower is better.
    double aicc = nan;

    bool is_fitted() const { return state == RetardationState::fitted; }
    double operator()(double s) const;  ///< the fitted curve, s after the ramp
    double rate(double s) const;
    /// L(t) - L_0: what a step of load gives until t.
    double step_response(double t) const;
    double step_rate(double t) const;  ///< dL/dt

    // 95 %. tau and strengths on a logarithmic scale, the flow and L_0 on a straight one.
    RetardationInterval instantaneous_ci95() const;
    RetardationInterval flow_ci95() const;
    RetardationInterval strength_ci95(std::size_t i) const;
    RetardationInterval tau_ci95(std::size_t i) const;

  private:
    double student() const;
};

/// Least squares over the instants of the basis. Standard errors are widened for correlated
/// residuals as those of the linear power law are.
RetardationFit fit_retardation(const RetardationBasis& basis, std::span<const double> values,
                               RetardationModel model);

/// Fits from the times of a known fit, which a descent improves: for curves that resemble it. What
/// the descent begins with is made once for all of them. No errors.
class RetardationRefit {
  public:
    /// The basis stays while this does.
    RetardationRefit(const RetardationBasis& basis, const RetardationFit& like);
    /// `compressed`: the curve as the basis's axis compresses it.
    RetardationFit operator()(std::vector<double> compressed) const;

  private:
    const RetardationBasis* basis_;
    RetardationModel model_;
    RetardationPoint start_;
    TermRises rises_;
};

/// All models. Chosen: the lowest AICc (Hurvich and Tsai 1989, count of the richest fit) of those
/// that are separable, unless one that is not is better by more than 10; none fits: fits.size().
struct RetardationChoice {
    std::array<RetardationFit, retardation_models.size()> fits;
    std::size_t chosen = retardation_models.size();
    double effective_count = nan;

    const RetardationFit* best() const { return chosen < fits.size() ? &fits[chosen] : nullptr; }
};
RetardationChoice choose_retardation(const RetardationBasis& basis, std::span<const double> values);

/// count ln(ssr/n) + 2 k + 2 k (k + 1)/(count - k - 1), k = parameters + 1 for the variance;
/// `count` in place of n is what correlated values are worth.
double corrected_aic(double ssr, double n, double count, std::size_t parameters);

}  // namespace sneddon
