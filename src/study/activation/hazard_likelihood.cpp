#include "study/activation/hazard_likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numeric/sum/bracketed_root.hpp"
#include "study/activation/thermal_hazard.hpp"

namespace sneddon {
namespace {

const double sd_of_gumbel = std::numbers::pi / std::sqrt(6.0);  // of scale 1
const double log_hazard_at_median = std::log(std::numbers::ln2);

}  // namespace

HazardLikelihood::HazardLikelihood(std::span<const LoadedTests> tests, const HazardModel& model)
    : tests_(tests), model_(model) {
    double sum = 0, squares = 0, log_rate = 0;
    for (const LoadedTests& of_rate : tests) {
        const auto n = static_cast<double>(of_rate.tau_GPa.size());
        double mean = 0;
        for (const double tau : of_rate.tau_GPa) mean += tau / n;
        for (const double tau : of_rate.tau_GPa) squares += (tau - mean) * (tau - mean);
        seen_ += n;
        sum += n > 0 ? n * mean : 0;
        log_rate += n * std::log(of_rate.load_rate_uN_per_s);
    }
    tau_reference_ = sum / seen_;
    rate_reference_ = std::exp(log_rate / seen_);
    spread_ = std::sqrt(squares / seen_);
}

HazardLikelihood::Place HazardLikelihood::start() const {
    // The distribution is nearly one of Gumbel (for minima), of the scale 1/(b + power/tau).
    const int power = model_.stress_power();
    const double b = sd_of_gumbel / spread_ - power / tau_reference_;
    return {std::log(std::max(b, 1 / tau_reference_)), log_hazard_at_median, 1};
}

HazardLikelihood::Place HazardLikelihood::widths() const {
    const double one = 1 / std::sqrt(seen_);
    return {one, one, one};
}

HazardFit HazardLikelihood::fit_at(const Place& place) const {
    HazardFit fit;
    fit.model = model_;
    fit.b_per_GPa = std::exp(place[0]);
    fit.log_hazard = place[1];
    fit.rate_power = model_.has_rate_power ? place[2] : 1;
    fit.tau_reference_GPa = tau_reference_;
    fit.rate_reference_uN_per_s = rate_reference_;
    return fit;
}

double HazardLikelihood::seen_share(const LoadedTests& tests, const HazardFit& fit) {
    const std::size_t cells = tests.p_detect.size();
    const double width = tests.tau_end_GPa / static_cast<double>(cells);
    double seen = 0, above = 1;
    for (std::size_t cell = 0; cell < cells && above > 0; ++cell) {
        const double tau = width * static_cast<double>(cell + 1);
        const double beyond = std::exp(-std::exp(fit.log_hazard_at(tau, tests.load_rate_uN_per_s)));
        seen += (above - beyond) * tests.p_detect[cell];
        above = beyond;
    }
    return seen;
}

HazardLikelihood::Sums HazardLikelihood::sums(const Place& place) const {
    const HazardFit fit = fit_at(place);
    const int power = model_.stress_power();
    Sums sums;
    for (const LoadedTests& of_rate : tests_) {
        for (const double tau : of_rate.tau_GPa) {
            const double log_hazard = fit.log_hazard_at(tau, of_rate.load_rate_uN_per_s);
            sums.log_density += log_hazard - std::exp(log_hazard) - std::log(tau) -
                                std::log(growth_factor(fit.b_per_GPa * tau, power));
        }
        sums.seen_share.push_back(seen_share(of_rate, fit));
    }
    return sums;
}

double HazardLikelihood::best_share(const Sums& sums) const {
    // The derivative times the share: positive at 0, falling.
    const auto slope = [&](double share) {
        double rest = seen_;
        for (std::size_t i = 0; i < tests_.size(); ++i) {
            const double seen = share * sums.seen_share[i];
            if (tests_[i].without > 0)
                rest -= static_cast<double>(tests_[i].without) * seen / (1 - seen);
        }
        return rest;
    };
    double most = 1;
    constexpr double almost = 1 - 1e-12;
    for (std::size_t i = 0; i < tests_.size(); ++i)
        if (tests_[i].without > 0) most = std::min(most, almost / sums.seen_share[i]);
    const double at_most = slope(most);
    return at_most >= 0 ? most : bracketed_root(slope, 0.0, seen_, most, at_most);
}

double HazardLikelihood::best_share(const Place& place) const {
    return best_share(sums(place));
}

double HazardLikelihood::with_share(const Place& place, double share) const {
    const Sums parts = sums(place);
    if (!std::isfinite(parts.log_density)) return -HUGE_VAL;
    if (is_nan(share)) share = best_share(parts);
    double sum = parts.log_density + seen_ * std::log(share);
    for (std::size_t i = 0; i < tests_.size(); ++i)
        if (tests_[i].without > 0)
            sum +=
                static_cast<double>(tests_[i].without) * std::log1p(-share * parts.seen_share[i]);
    return sum;
}

}  // namespace sneddon
