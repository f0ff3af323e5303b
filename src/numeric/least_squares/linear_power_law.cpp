#include "sneddon/numeric/linear_power_law.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>

#include "base/nan.hpp"
#include "numeric/least_squares/linear_power_jacobian.hpp"
#include "numeric/least_squares/linear_power_search.hpp"
#include "numeric/least_squares/slow_noise.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "numeric/sum/residual_statistics.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

using Prepared = LinearPowerBasis::Prepared;
constexpr double largest_condition = 1e3;

void take_over(const SearchResult& found, const Prepared& basis, const LinearPowerOptions& options,
               LinearPowerFit& fit) {
    fit.y0 = options.y0_freedom == Freedom::fitted ? found.linear.y0 : options.y0;
    fit.a = options.a_freedom == Freedom::fitted ? found.linear.a / basis.time_scale : options.a;
    fit.b = found.linear.b / std::pow(found.span, found.c);
    fit.c = found.linear.is_b_at_bound ? nan : found.c;
    fit.t0 = found.t0;
    fit.is_a_at_bound = found.linear.is_a_at_bound;
    fit.is_b_at_bound = found.linear.is_b_at_bound;
    fit.is_c_at_bound = found.is_c_at_bound && !fit.is_b_at_bound && options.c_min < options.c_max;
    fit.is_t0_at_bound = found.is_t0_at_bound;
}

void add_residual_statistics(const ResidualStatistics& residuals, const BlockMeans& blocks,
                             double sum_about_mean, LinearPowerFit& fit) {
    const auto n = static_cast<double>(fit.n), p = static_cast<double>(fit.parameters);
    fit.ssr = residuals.ssr();
    fit.residual_sd = std::sqrt(fit.ssr / (n - p));
    fit.r_squared = 1 - fit.ssr / sum_about_mean;
    fit.lag1 = residuals.lag1();
    fit.durbin_watson = residuals.durbin_watson();
    const EffectiveRows rows = effective_rows(fit.lag1, n, p);
    fit.effective_count = rows.count;
    fit.inflation = rows.inflation;
    const SlowNoise slow = slow_noise(blocks, fit.ssr / (n - p), fit.lag1, rows, p);
    fit.freedom_of_noise = rows.freedom;
    fit.slow_noise_excess = slow.excess;
    // With a parameter at its bound the slow part of the residuals is misfit, not noise.
    fit.has_slow_noise =
        slow.is_found && !fit.is_a_at_bound && !fit.is_b_at_bound && !fit.is_c_at_bound;
    if (!fit.has_slow_noise) return;
    // What the parameters feel is the slow part of the noise, whose power the blocks measure.
    fit.inflation = std::max(rows.inflation, slow.inflation);
    fit.effective_count = p + (n - p) / (fit.inflation * fit.inflation);
    fit.freedom_of_noise = slow.freedom_of_blocks;
}

// The search leaves an error of about condition^2 roundings of the values; steps that start from
// the residuals themselves leave one of the residuals. A second look is needed only where the
// first step moved the sum of squares, that is for data without noise.
void polish(const Prepared& basis, std::span<const double> values,
            const LinearPowerOptions& options, LinearPowerFit& fit) {
    const double total = sum_about_mean(values);
    for (int i = 0; i < 4; ++i) {
        const LinearPowerJacobian jacobian(basis, fit, options);
        fit.parameters = jacobian.parameter_count();
        ResidualStatistics residuals;
        BlockMeans blocks(values.size());
        const auto compressed = basis.axis.compress_residuals(values, jacobian.curve(),
                                                              [&](std::span<const double> block) {
                                                                  residuals.add(block);
                                                                  blocks.add(block);
                                                              });
        add_residual_statistics(residuals, blocks, total, fit);
        jacobian.add_errors(fit);
        if (!jacobian.has_inverse()) return;
        const double fall = jacobian.step(compressed, fit);
        if (!(fall > 1e-12 * fit.ssr)) return;
    }
}

bool is_separable(const LinearPowerFit& fit, const LinearPowerOptions& options) {
    if (!(fit.scaled_condition < largest_condition) || fit.is_b_at_bound) return false;
    if (options.c_min == options.c_max) return true;
    // An optimum close to an end of the range of c is that of the range. Half a standard error is
    // enough for the intervals of the others to cover what they say (bench/creep_law_coverage);
    // more would pick the fits whose noise happens to look small.
    const double reach = 0.5 * fit.standard_error(LinearPowerParameter::c);
    return fit.c - reach > options.c_min && fit.c + reach < options.c_max;
}

LinearPowerState check(const Prepared& basis, const LinearPowerOptions& options) {
    const std::size_t parameters = 2 + (options.a_freedom == Freedom::fitted) +
                                   (options.y0_freedom == Freedom::fitted) +
                                   (options.t0_freedom == Freedom::fitted);
    if (basis.axis.size() <= parameters) return LinearPowerState::too_few_points;
    if (options.t0_freedom == Freedom::fixed && !(options.t0 <= basis.axis.first()))
        return LinearPowerState::t0_after_first_instant;
    return LinearPowerState::fitted;
}

}  // namespace

std::string_view words(LinearPowerState state) {
    switch (state) {
        case LinearPowerState::fitted:
            return "fitted";
        case LinearPowerState::too_few_points:
            return "not more points than parameters";
        case LinearPowerState::instants_not_ascending:
            return "the times are not ascending";
        case LinearPowerState::t0_after_first_instant:
            return "t0 lies after the first time";
        case LinearPowerState::value_not_finite:
            return "a value is not a finite number";
    }
    return "";
}

double LinearPowerFit::effective_freedom() const {
    return std::max(1.0, effective_count - static_cast<double>(parameters));
}

double LinearPowerFit::half_width_95(LinearPowerParameter p) const {
    const double freedom = std::min(effective_freedom(), freedom_of_noise);
    return is_separable ? student_quantile(0.975, freedom) * standard_error(p) : nan;
}

double LinearPowerFit::operator()(double t) const {
    const double since_t0 = t - t0;
    return y0 + a * t + (since_t0 > 0 && b != 0 ? b * std::pow(since_t0, c) : 0);
}

std::optional<LinearPowerBasis> LinearPowerBasis::make(std::span<const double> instants,
                                                       double t0) {
    auto axis = CompressedAxis::make(instants);
    if (!axis) return {};
    auto prepared = std::make_unique<Prepared>(Prepared{std::move(*axis), 1, {}, 0, 0, 0, {}});
    prepared->time_scale =
        std::max(std::abs(prepared->axis.first()), std::abs(prepared->axis.last()));
    const auto weights = prepared->axis.weights();
    prepared->n = static_cast<double>(instants.size());
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const double tau =
            (prepared->axis.first() + prepared->axis.nodes()[k]) / prepared->time_scale;
        prepared->tau.push_back(tau);
        prepared->st += weights[k] * tau;
        prepared->stt += weights[k] * tau * tau;
    }
    const LinearPowerOptions usual;
    const double usable_t0 = std::min(t0, prepared->axis.first());
    prepared->powers = make_powers(*prepared, usable_t0, usual.c_min, usual.c_max);
    return LinearPowerBasis(prepared.release());
}

LinearPowerBasis::~LinearPowerBasis() {
    delete prepared_;
}

LinearPowerFit fit_linear_power(std::span<const double> instants, std::span<const double> values,
                                const LinearPowerOptions& options) {
    assert(instants.size() == values.size());
    if (const auto basis = LinearPowerBasis::make(instants, options.t0))
        return fit_linear_power(*basis, values, options);
    LinearPowerFit fit;
    fit.state = instants.size() < 2 ? LinearPowerState::too_few_points
                                    : LinearPowerState::instants_not_ascending;
    return fit;
}

LinearPowerFit fit_compressed(const LinearPowerBasis& basis, std::vector<double> compressed,
                              const LinearPowerOptions& options) {
    const Prepared& prepared = basis.prepared();
    LinearPowerFit fit;
    fit.n = prepared.axis.size();
    fit.independent_errors.fill(nan);
    fit.standard_errors.fill(nan);
    for (auto& row : fit.correlation) row.fill(nan);
    fit.state = check(prepared, options);
    if (!fit.is_fitted()) return fit;

    // A value that is not finite spoils the weights of its stretch: looking there is enough.
    if (!std::ranges::all_of(compressed, [](double y) { return std::isfinite(y); })) {
        fit.state = LinearPowerState::value_not_finite;
        return fit;
    }
    const double y0 = options.y0_freedom == Freedom::fixed ? options.y0 : 0;
    const double a = options.a_freedom == Freedom::fixed ? options.a * prepared.time_scale : 0;
    if (y0 != 0 || a != 0)
        for (std::size_t k = 0; k < compressed.size(); ++k)
            compressed[k] -= prepared.axis.weights()[k] * (y0 + a * prepared.tau[k]);

    take_over(search_linear_power(prepared, compressed, options), prepared, options, fit);
    return fit;
}

LinearPowerFit fit_linear_power(const LinearPowerBasis& basis, std::span<const double> values,
                                const LinearPowerOptions& options) {
    const Prepared& prepared = basis.prepared();
    assert(values.size() == prepared.axis.size());
    LinearPowerFit fit = fit_compressed(basis, prepared.axis.compress(values), options);
    if (!fit.is_fitted() || options.uncertainty == Uncertainty::none) return fit;
    polish(prepared, values, options, fit);
    fit.is_separable = is_separable(fit, options);
    return fit;
}

}  // namespace sneddon
