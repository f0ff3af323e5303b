#include "study/activation/hazard_fit.hpp"

#include <cmath>

#include "numeric/least_squares/newton_maximum.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/tails.hpp"
#include "study/activation/hazard_likelihood.hpp"
#include "study/activation/thermal_hazard.hpp"

namespace sneddon {
namespace {

using Place = HazardLikelihood::Place;

constexpr double far_below = 1e3;       // of a likelihood that has no value
constexpr double part_of_width = 1e-7;  // of an interval, to which its ends are found
constexpr double least_share = 1e-6;

Place place_of(const HazardFit& fit) {
    return {std::log(fit.b_per_GPa), fit.log_hazard, fit.rate_power};
}

/// How far the likelihood lies below its maximum, less what it may, over one coordinate.
template <class Best>
double end_of_interval(Best best, double maximum, double from, double first_step, double last) {
    constexpr int most_steps = 30;
    constexpr double growth = 1.5;
    const auto fall = [&](double x) {
        const double value = maximum - best(x) - profile_fall_95;
        return std::isfinite(value) ? value : far_below;
    };
    double inside = from, fall_inside = -profile_fall_95, step = first_step;
    for (int i = 0; i < most_steps; ++i, step *= growth) {
        double outside = inside + step;
        const bool is_last = (outside - last) * step >= 0;
        if (is_last) outside = last;
        const double there = fall(outside);
        if (there >= 0)
            return bracketed_root(fall, inside, fall_inside, outside, there,
                                  part_of_width * std::abs(first_step));
        if (is_last) return nan;
        inside = outside;
        fall_inside = there;
    }
    return nan;
}

template <class Best>
Interval interval_of(Best best, double maximum, double from, double width, Interval range) {
    return {end_of_interval(best, maximum, from, -width, range.low),
            end_of_interval(best, maximum, from, width, range.high)};
}

constexpr Interval everywhere{-HUGE_VAL, HUGE_VAL};

}  // namespace

double HazardFit::log_hazard_at(double tau_GPa, double load_rate_uN_per_s) const {
    const int power = model.stress_power();
    return log_hazard - rate_power * std::log(load_rate_uN_per_s / rate_reference_uN_per_s) +
           log_growth(tau_GPa, b_per_GPa, power) - log_growth(tau_reference_GPa, b_per_GPa, power);
}

HazardFit fit_hazard(std::span<const LoadedTests> tests, const HazardModel& model) {
    const HazardLikelihood likelihood(tests, model);
    const auto found =
        newton_maximum([&](const Place& place) { return likelihood.at(place); }, likelihood.start(),
                       likelihood.widths(), likelihood.parameters());
    HazardFit fit = likelihood.fit_at(found.place);
    fit.is_fitted = found.is_converged;
    fit.share = likelihood.best_share(found.place);
    fit.log_likelihood = found.value;
    return fit;
}

Interval interval_of_b(std::span<const LoadedTests> tests, const HazardFit& fit) {
    const HazardLikelihood likelihood(tests, fit.model);
    Place others{fit.log_hazard, fit.rate_power, 0};
    const auto best = [&](double log_b) {
        const auto at = [&](const Place& rest) { return likelihood.at({log_b, rest[0], rest[1]}); };
        const auto found =
            newton_maximum(at, others, likelihood.widths(), likelihood.parameters() - 1);
        return found.value;
    };
    const Interval of_log = interval_of(best, fit.log_likelihood, std::log(fit.b_per_GPa),
                                        likelihood.widths()[0], everywhere);
    return {std::exp(of_log.low), std::exp(of_log.high)};
}

Interval interval_of_rate_power(std::span<const LoadedTests> tests, const HazardFit& fit) {
    const HazardLikelihood likelihood(tests, fit.model);
    const Place others{std::log(fit.b_per_GPa), fit.log_hazard, 0};
    const auto best = [&](double power) {
        const auto at = [&](const Place& rest) { return likelihood.at({rest[0], rest[1], power}); };
        return newton_maximum(at, others, likelihood.widths(), 2).value;
    };
    return interval_of(best, fit.log_likelihood, fit.rate_power, likelihood.widths()[0],
                       everywhere);
}

Interval interval_of_share(std::span<const LoadedTests> tests, const HazardFit& fit) {
    const HazardLikelihood likelihood(tests, fit.model);
    const auto best = [&](double share) {
        const auto at = [&](const Place& place) { return likelihood.with_share(place, share); };
        return newton_maximum(at, place_of(fit), likelihood.widths(), likelihood.parameters())
            .value;
    };
    Interval interval = interval_of(best, fit.log_likelihood, fit.share, likelihood.widths()[0] / 2,
                                    {least_share, 1});
    if (is_nan(interval.high)) interval.high = 1;  // all tests can pop in
    return interval;
}

double expected_with(const LoadedTests& tests, const HazardFit& fit) {
    const auto n = static_cast<double>(tests.tau_GPa.size() + tests.without);
    return n * fit.share * HazardLikelihood::seen_share(tests, fit);
}

}  // namespace sneddon
