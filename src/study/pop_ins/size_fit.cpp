#include "study/pop_ins/size_fit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "numeric/least_squares/newton_maximum.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "numeric/sum/tails.hpp"
#include "study/pop_ins/gauss_legendre.hpp"

namespace sneddon {
namespace {

/// ln of the integral of (x/from)^-alpha exp(-(x - from)/cut) dx/from from `from` on; z = from/cut.
/// With x = from e^w the integrand falls to e^-40 at the end of the range.
double log_mass(double alpha, double z) {
    constexpr double negligible = 40;
    const auto log_integrand = [&](double w) { return (1 - alpha) * w - z * std::expm1(w); };
    double end = std::log1p(negligible / z);
    if (alpha > 1) end = std::min(end, negligible / (alpha - 1));
    while (log_integrand(end) > -negligible) end += 0.5;  // alpha < 1
    double sum = 0;
    for (const GaussNode& node : gauss_legendre_nodes())
        sum += node.weight * std::exp(log_integrand(end * node.place));
    return std::log(end * sum);
}

struct Sums {
    double n = 0, logs = 0, excess = 0;  ///< of ln(x/from), of x - from
    double log_from = 0;
    std::map<long, double> counts;  ///< by ln from, in steps of class_width
};
constexpr double class_width = 0.01;

Sums sums_of(std::span<const SeenSize> sizes) {
    Sums sums;
    for (const auto& [size, from] : sizes) {
        sums.n += 1;
        sums.logs += std::log(size / from);
        sums.excess += size - from;
        sums.log_from += std::log(from);
        sums.counts[std::lround(std::log(from) / class_width)] += 1;
    }
    return sums;
}

/// Where a falling function of the distance from `best` reaches profile_fall_95, in one direction.
template <class Fall>
double end_of(Fall fall, double best, double first_step) {
    constexpr int most_steps = 40;
    constexpr double growth = 1.5, part_of_step = 1e-6;
    double inside = best, fall_inside = -profile_fall_95, step = first_step;
    for (int i = 0; i < most_steps; ++i, step *= growth) {
        const double outside = inside + step, excess = fall(outside) - profile_fall_95;
        if (std::isnan(excess)) return nan;
        if (excess >= 0)
            return bracketed_root([&](double place) { return fall(place) - profile_fall_95; },
                                  inside, fall_inside, outside, excess,
                                  part_of_step * std::fabs(first_step));
        inside = outside;
        fall_inside = excess;
    }
    return nan;
}

// With r = parameter/best the log-likelihood falls by n (r - 1 - ln r): of power_law r is
// (alpha - 1)/(alpha_best - 1), of exponential the inverse of x_c/x_c_best.
std::array<double, 2> ratios_at_the_ends(double n) {
    const auto fall = [n](double log_ratio) { return n * (std::expm1(log_ratio) - log_ratio); };
    const double step = 2 / std::sqrt(n);
    return {std::exp(end_of(fall, 0, -step)), std::exp(end_of(fall, 0, step))};
}

/// NaN up to alpha = 1.
double log_likelihood_of_power_law(const Sums& sums, double alpha) {
    if (!(alpha > 1)) return nan;
    return sums.n * std::log(alpha - 1) - alpha * sums.logs - sums.log_from;
}

void fit_power_law(const Sums& sums, SizeIntervals intervals, SizeFit& fit) {
    const double slope = sums.n / sums.logs;
    fit.alpha = 1 + slope;
    fit.log_likelihood = log_likelihood_of_power_law(sums, fit.alpha);
    if (intervals == SizeIntervals::none) return;
    const auto ends = ratios_at_the_ends(sums.n);
    fit.alpha_ci95.low = 1 + slope * ends[0];
    fit.alpha_ci95.high = 1 + slope * ends[1];
}

void fit_exponential(const Sums& sums, SizeIntervals intervals, SizeFit& fit) {
    fit.cut = sums.excess / sums.n;
    fit.log_likelihood = -sums.n * (std::log(fit.cut) + 1);
    if (intervals == SizeIntervals::none) return;
    const auto ends = ratios_at_the_ends(sums.n);
    fit.cut_ci95.low = fit.cut / ends[1];
    fit.cut_ci95.high = fit.cut / ends[0];
}

double log_likelihood(const Sums& sums, double alpha, double log_cut) {
    const double cut = std::exp(log_cut);
    double value = -alpha * sums.logs - sums.excess / cut - sums.log_from;
    for (const auto& [place, count] : sums.counts)
        value -= count * log_mass(alpha, std::exp(static_cast<double>(place) * class_width) / cut);
    return value;
}

void fit_cut_off(const Sums& sums, SizeIntervals intervals, SizeFit& fit) {
    const double root = std::sqrt(sums.n);
    const std::array<double, 3> widths = {2 / root, 2 / root, 0};
    const double start_cut = std::log(2 * sums.excess / sums.n);
    const auto best = newton_maximum(
        [&](const std::array<double, 3>& at) { return log_likelihood(sums, at[0], at[1]); },
        {1, start_cut, 0}, widths, 2);
    fit.state = SizeState::no_maximum;
    if (!best.is_converged) return;
    fit.state = SizeState::fitted;
    fit.alpha = best.place[0];
    fit.cut = std::exp(best.place[1]);
    fit.log_likelihood = best.value;
    if (intervals == SizeIntervals::none) return;
    const auto profile = [&](std::size_t held) {
        double other = best.place[1 - held];
        return [&, held, other](double place) mutable {
            const auto found = newton_maximum(
                [&](const std::array<double, 3>& at) {
                    return held == 0 ? log_likelihood(sums, place, at[0])
                                     : log_likelihood(sums, at[0], place);
                },
                {other, 0, 0}, {best.width[1 - held], 0, 0}, 1);
            // Without a cut-off the power law is left: the likelihood may rise towards that.
            double reached = held == 0 ? log_likelihood_of_power_law(sums, place) : nan;
            if (found.is_converged) {
                other = found.place[0];
                reached = std::fmax(reached, found.value);
            }
            return best.value - reached;
        };
    };
    fit.alpha_ci95.low = end_of(profile(0), best.place[0], -2 * best.width[0]);
    fit.alpha_ci95.high = end_of(profile(0), best.place[0], 2 * best.width[0]);
    fit.cut_ci95.low = std::exp(end_of(profile(1), best.place[1], -2 * best.width[1]));
    fit.cut_ci95.high = std::exp(end_of(profile(1), best.place[1], 2 * best.width[1]));
}

}  // namespace

std::string_view name(SizeFamily family) {
    switch (family) {
        case SizeFamily::power_law:
            return "power law";
        case SizeFamily::cut_off:
            return "power law with cut-off";
        case SizeFamily::exponential:
            return "exponential";
    }
    return "";
}

std::string_view words(SizeState state) {
    switch (state) {
        case SizeState::fitted:
            return "fitted";
        case SizeState::too_few:
            return "fewer than 20 sizes above what is seen";
        case SizeState::no_maximum:
            return "no cut-off is more likely than none";
    }
    return "";
}

double SizeFit::survival(double size, double from) const {
    if (!is_fitted() || !(size >= from)) return size < from ? 1 : nan;
    if (family == SizeFamily::power_law) return std::pow(size / from, 1 - alpha);
    if (family == SizeFamily::exponential) return std::exp(-(size - from) / cut);
    const double ratio = log_mass(alpha, size / cut) - log_mass(alpha, from / cut);
    return std::exp(ratio + (1 - alpha) * std::log(size / from) - (size - from) / cut);
}

SizeFit fit_sizes(std::span<const SeenSize> sizes, SizeFamily family, SizeIntervals intervals) {
    SizeFit fit;
    fit.family = family;
    if (sizes.size() < fewest_sizes) return fit;
    const Sums sums = sums_of(sizes);
    if (!(sums.logs > 0)) return fit;
    fit.state = SizeState::fitted;
    if (family == SizeFamily::power_law) fit_power_law(sums, intervals, fit);
    if (family == SizeFamily::exponential) fit_exponential(sums, intervals, fit);
    if (family == SizeFamily::cut_off) fit_cut_off(sums, intervals, fit);
    const std::size_t parameters = family == SizeFamily::cut_off ? 2 : 1;
    fit.criteria = information_criteria(fit.log_likelihood, parameters, sizes.size());
    return fit;
}

}  // namespace sneddon
