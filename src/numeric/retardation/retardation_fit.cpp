#include "numeric/retardation/retardation_fit.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

#include "numeric/least_squares/slow_noise.hpp"
#include "numeric/retardation/retardation_search.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "numeric/sum/residual_statistics.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr double largest_condition = 300;

/// Takes the mean of a compressed curve off it.
double take_mean_off(const RetardationBasis& basis, std::vector<double>& compressed) {
    double sum = 0;
    for (const double value : compressed) sum += value;
    const double mean = sum / basis.count();
    for (std::size_t k = 0; k < compressed.size(); ++k)
        compressed[k] -= basis.axis().weights()[k] * mean;
    return mean;
}

void sort_by_time(const RetardationTerms& terms, RetardationPoint& point) {
    for (std::size_t i = 1; i < terms.elements; ++i)
        for (std::size_t j = i; j > 0 && point.tau[j] < point.tau[j - 1]; --j) {
            std::swap(point.tau[j], point.tau[j - 1]);
            std::swap(point.strength[j], point.strength[j - 1]);
        }
}

void add_residual_statistics(const ResidualStatistics& residuals, const BlockMeans& blocks,
                             double sum_about_mean, RetardationFit& fit) {
    const auto n = static_cast<double>(fit.n), p = static_cast<double>(fit.parameters);
    fit.ssr = residuals.ssr();
    fit.residual_sd = std::sqrt(fit.ssr / (n - p));
    fit.r_squared = 1 - fit.ssr / sum_about_mean;
    fit.lag1 = residuals.lag1();
    fit.durbin_watson = residuals.durbin_watson();
    const EffectiveRows rows = effective_rows(fit.lag1, n, p);
    const SlowNoise slow = slow_noise(blocks, fit.ssr / (n - p), fit.lag1, rows, p);
    fit.effective_count = rows.count;
    fit.inflation = rows.inflation;
    fit.freedom = rows.freedom;
    fit.slow_noise_excess = slow.excess;
    fit.has_slow_noise = slow.is_found;
    if (!slow.is_found) return;
    fit.inflation = std::max(rows.inflation, slow.inflation);
    fit.effective_count = p + (n - p) / (fit.inflation * fit.inflation);
    fit.freedom = std::max(1.0, std::min(fit.effective_count - p, slow.freedom_of_blocks));
}

double offset_at_start(const RetardationTerms& terms, const RetardationPoint& point, double ramp) {
    double start = 0.5 * point.flow * ramp;
    for (std::size_t i = 0; i < terms.elements; ++i)
        start += point.strength[i] * RampedTerm(terms.is_logarithm, point.tau[i], ramp).at_start();
    return start;
}

/// r of n (1 - r)/(1 + r) = count.
double correlation_of(double n, double count) {
    return (n - count) / (n + count);
}

void add_errors(RetardationJacobian& jacobian, const RetardationTerms& terms, RetardationFit& fit) {
    const bool has_inverse = jacobian.invert();
    fit.scaled_condition = jacobian.condition();
    if (!has_inverse) return;
    // First-order noise is carried into each parameter as it is; of slow noise only its power at
    // the blocks' length is known, which is taken for that at zero frequency.
    const auto n = static_cast<double>(fit.n), p = static_cast<double>(fit.parameters);
    const double r = fit.has_slow_noise ? 0 : correlation_of(n, fit.effective_count);
    const double u =
        r > 0
            ? std::sqrt(fit.ssr / n * fit.effective_count / std::max(1.0, fit.effective_count - p))
            : fit.residual_sd * fit.inflation;
    const std::size_t first = terms.has_flow ? 1 : 0;
    std::vector<double> start(jacobian.size());
    const auto error_of = [&](std::size_t place) {
        std::vector<double> form(jacobian.size());
        form[place] = 1;
        return u * std::sqrt(jacobian.variance(r, form));
    };
    if (terms.has_flow) {
        fit.u_flow = error_of(0);
        start[0] = -0.5 * fit.ramp;
    }
    for (std::size_t i = 0; i < terms.elements; ++i) {
        const std::size_t by_strength = first + i, by_tau = first + terms.elements + i;
        const RampedTerm term(terms.is_logarithm, fit.point.tau[i], fit.ramp);
        fit.u_strength[i] = error_of(by_strength);
        fit.u_log_tau[i] = error_of(by_tau);
        start[by_strength] = -term.at_start();
        start[by_tau] = -fit.point.strength[i] * term.start_by_log_tau();
    }
    fit.u_instantaneous = u * std::sqrt(jacobian.variance(r, start, 1));
}

bool is_separable(const RetardationBasis& basis, const RetardationTerms& terms,
                  const RetardationFit& fit) {
    constexpr double margin = 2;  // standard errors
    if (!(fit.scaled_condition < largest_condition)) return false;
    if (terms.has_flow && !(fit.point.flow > 0)) return false;
    const double low = std::log(basis.least_tau(terms.is_logarithm));
    const double high = std::log(basis.largest_tau(terms.is_logarithm));
    for (std::size_t i = 0; i < terms.elements; ++i) {
        const double log_tau = std::log(fit.point.tau[i]), reach = margin * fit.u_log_tau[i];
        if (!(log_tau - reach > low && log_tau + reach < high)) return false;
        if (!(fit.point.strength[i] > margin * fit.u_strength[i])) return false;
    }
    return true;
}

bool are_terms_positive(const RetardationTerms& terms, const RetardationPoint& point) {
    for (std::size_t i = 0; i < terms.elements; ++i)
        if (!(point.strength[i] > 0)) return false;
    return !terms.has_flow || point.flow > 0;
}

struct Look {
    ResidualStatistics residuals;
    BlockMeans blocks;
    std::vector<double> compressed;
};

Look look_at(const RetardationBasis& basis, std::span<const double> values,
             const RetardationJacobian& jacobian) {
    Look look{{}, BlockMeans(values.size()), {}};
    look.compressed = basis.axis().compress_residuals(values, jacobian.curve(),
                                                      [&](std::span<const double> block) {
                                                          look.residuals.add(block);
                                                          look.blocks.add(block);
                                                      });
    return look;
}

bool are_times_inside(const RetardationBasis& basis, const RetardationTerms& terms,
                      const RetardationPoint& point) {
    const double low = basis.least_tau(terms.is_logarithm);
    const double high = basis.largest_tau(terms.is_logarithm);
    return std::ranges::all_of(std::span(point.tau).first(terms.elements),
                               [&](double tau) { return tau > low && tau < high; });
}

// The search leaves an error of about condition^2 roundings of the values; steps from the
// residuals themselves leave one of the residuals.
void polish(const RetardationBasis& basis, const RetardationTerms& terms,
            std::span<const double> values, RetardationFit& fit) {
    constexpr int most_steps = 20;
    constexpr double enough = 1e-20;    // of the sum of squares: 1e-10 standard errors
    constexpr double rounding = 1e-12;  // of the sum of squares
    RetardationJacobian jacobian(basis, terms, fit.point);
    Look look = look_at(basis, values, jacobian);
    for (int i = 0; i < most_steps; ++i) {
        const std::vector<double> step = jacobian.step(look.compressed);
        if (step.empty() || !(jacobian.fall(look.compressed, step) > enough * look.residuals.ssr()))
            break;
        const RetardationPoint next = moved(fit.point, terms, step);
        if (!are_times_inside(basis, terms, next)) break;
        RetardationJacobian at_next(basis, terms, next);
        Look look_at_next = look_at(basis, values, at_next);
        if (!(look_at_next.residuals.ssr() <= look.residuals.ssr() * (1 + rounding))) break;
        fit.point = next;
        jacobian = std::move(at_next);
        look = std::move(look_at_next);
    }
    add_residual_statistics(look.residuals, look.blocks, sum_about_mean(values), fit);
    add_errors(jacobian, terms, fit);
}

}  // namespace

std::string_view words(RetardationState state) {
    switch (state) {
        case RetardationState::fitted:
            return "fitted";
        case RetardationState::too_few_points:
            return "not more points than parameters";
        case RetardationState::value_not_finite:
            return "a value is not a finite number";
        case RetardationState::term_missing:
            return "a term of it is not in the curve";
    }
    return "";
}

double RetardationFit::operator()(double s) const {
    const RetardationTerms terms = terms_of(model);
    double sum = point.y0 + point.flow * s;
    for (std::size_t i = 0; i < terms.elements; ++i)
        sum += point.strength[i] * RampedTerm(terms.is_logarithm, point.tau[i], ramp).rise(s).value;
    return sum;
}

double RetardationFit::rate(double s) const {
    const RetardationTerms terms = terms_of(model);
    double sum = point.flow;
    for (std::size_t i = 0; i < terms.elements; ++i)
        sum += point.strength[i] * RampedTerm(terms.is_logarithm, point.tau[i], ramp).rate(s);
    return sum;
}

double RetardationFit::step_response(double t) const {
    const RetardationTerms terms = terms_of(model);
    double sum = point.flow * t;
    for (std::size_t i = 0; i < terms.elements; ++i)
        sum += point.strength[i] * RampedTerm(terms.is_logarithm, point.tau[i], 0).rise(t).value;
    return sum;
}

double RetardationFit::step_rate(double t) const {
    const RetardationTerms terms = terms_of(model);
    double sum = point.flow;
    for (std::size_t i = 0; i < terms.elements; ++i)
        sum += point.strength[i] * RampedTerm(terms.is_logarithm, point.tau[i], 0).rate(t);
    return sum;
}

double RetardationFit::student() const {
    constexpr double both_sides_95 = 0.975;
    return is_separable ? student_quantile(both_sides_95, freedom) : nan;
}

RetardationInterval RetardationFit::instantaneous_ci95() const {
    const double reach = student() * u_instantaneous;
    return {instantaneous - reach, instantaneous + reach};
}

RetardationInterval RetardationFit::flow_ci95() const {
    const double reach = student() * u_flow;
    return {point.flow - reach, point.flow + reach};
}

RetardationInterval RetardationFit::strength_ci95(std::size_t i) const {
    const double factor = std::exp(student() * u_strength[i] / point.strength[i]);
    return {point.strength[i] / factor, point.strength[i] * factor};
}

RetardationInterval RetardationFit::tau_ci95(std::size_t i) const {
    const double factor = std::exp(student() * u_log_tau[i]);
    return {point.tau[i] / factor, point.tau[i] * factor};
}

RetardationFit fit_retardation(const RetardationBasis& basis, std::span<const double> values,
                               RetardationModel model) {
    assert(values.size() == basis.axis().size());
    const RetardationTerms terms = terms_of(model);
    RetardationFit fit;
    fit.model = model;
    fit.ramp = basis.ramp();
    fit.n = values.size();
    fit.parameters = terms.parameters();
    constexpr std::size_t spare = 2;  // AICc of one more for the variance needs them
    if (fit.n <= fit.parameters + spare) return fit;
    auto compressed = basis.axis().compress(values);
    const double mean = take_mean_off(basis, compressed);
    if (!std::ranges::all_of(compressed, [](double y) { return std::isfinite(y); })) {
        fit.state = RetardationState::value_not_finite;
        return fit;
    }
    const auto found = search_retardation(basis, terms, compressed);
    if (!found || !are_terms_positive(terms, *found)) {
        fit.state = RetardationState::term_missing;
        return fit;
    }
    fit.state = RetardationState::fitted;
    fit.point = *found;
    fit.point.y0 += mean;
    sort_by_time(terms, fit.point);
    polish(basis, terms, values, fit);
    fit.instantaneous = fit.point.y0 - offset_at_start(terms, fit.point, fit.ramp);
    fit.is_separable = is_separable(basis, terms, fit);
    return fit;
}

RetardationRefit::RetardationRefit(const RetardationBasis& basis, const RetardationFit& like)
    : basis_(&basis),
      model_(like.model),
      start_(like.point),
      rises_(basis, terms_of(like.model), like.point) {}

RetardationFit RetardationRefit::operator()(std::vector<double> compressed) const {
    const RetardationTerms terms = terms_of(model_);
    RetardationFit fit;
    fit.model = model_;
    fit.ramp = basis_->ramp();
    fit.n = basis_->axis().size();
    fit.parameters = terms.parameters();
    const double mean = take_mean_off(*basis_, compressed);
    constexpr double enough = 1e-4;   // draws of the tests scatter by a hundred times that
    constexpr double damping = 1e-7;  // more would shorten the steps of nearly dependent terms
    fit.point = descend_retardation(*basis_, terms, compressed, start_, rises_, enough, damping);
    if (!are_terms_positive(terms, fit.point)) {
        fit.state = RetardationState::term_missing;
        return fit;
    }
    fit.state = RetardationState::fitted;
    fit.point.y0 += mean;
    sort_by_time(terms, fit.point);
    fit.instantaneous = fit.point.y0 - offset_at_start(terms, fit.point, fit.ramp);
    return fit;
}

double corrected_aic(double ssr, double n, double count, std::size_t parameters) {
    const double k = static_cast<double>(parameters) + 1;
    if (!(count > k + 1)) return nan;
    return count * std::log(ssr / n) + 2 * k + 2 * k * (k + 1) / (count - k - 1);
}

namespace {

/// A model that is worse by 10 has essentially no support (Burnham and Anderson 2002, section 2.6).
constexpr double no_support = 10;

std::size_t chosen_of(std::span<const RetardationFit> fits) {
    std::size_t best = fits.size(), separable = fits.size();
    const auto take = [&](std::size_t i, std::size_t& lowest) {
        if (lowest == fits.size() || fits[i].aicc < fits[lowest].aicc) lowest = i;
    };
    for (std::size_t i = 0; i < fits.size(); ++i) {
        if (std::isnan(fits[i].aicc)) continue;
        take(i, best);
        if (fits[i].is_separable) take(i, separable);
    }
    const bool is_supported =
        separable < fits.size() && fits[separable].aicc <= fits[best].aicc + no_support;
    return is_supported ? separable : best;
}

}  // namespace

RetardationChoice choose_retardation(const RetardationBasis& basis,
                                     std::span<const double> values) {
    RetardationChoice choice;
    const RetardationFit* richest = nullptr;
    for (std::size_t i = 0; i < retardation_models.size(); ++i) {
        RetardationFit& fit = choice.fits[i];
        fit = fit_retardation(basis, values, retardation_models[i]);
        if (!fit.is_fitted()) continue;
        if (richest == nullptr || fit.parameters > richest->parameters ||
            (fit.parameters == richest->parameters && fit.ssr < richest->ssr))
            richest = &fit;
    }
    if (richest == nullptr) return choice;
    choice.effective_count = richest->effective_count;
    for (RetardationFit& fit : choice.fits)
        if (fit.is_fitted())
            fit.aicc =
                corrected_aic(fit.ssr, basis.count(), choice.effective_count, fit.parameters);
    choice.chosen = chosen_of(choice.fits);
    return choice;
}

}  // namespace sneddon
