#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "numeric/distribution/distribution_family.hpp"
#include "numeric/distribution/weibull_shape.hpp"
#include "numeric/sum/bracketed_root.hpp"

namespace sneddon {
namespace {

constexpr std::string_view names[] = {"loc", "k", "lambda"};

DistributionParameters without_loc(const DistributionParameters& p) {
    return {p[1], p[2]};
}

bool is_in_range(const DistributionParameters& p) {
    return std::isfinite(p[0]) && weibull2_family.is_in_range(without_loc(p));
}

double log_density(const DistributionParameters& p, double x) {
    return weibull2_family.log_density(without_loc(p), x - p[0]);
}

double log_cdf(const DistributionParameters& p, double x) {
    return weibull2_family.log_cdf(without_loc(p), x - p[0]);
}

double log_survival(const DistributionParameters& p, double x) {
    return weibull2_family.log_survival(without_loc(p), x - p[0]);
}

DistributionParameters survival_gradient(const DistributionParameters& p, double x) {
    const auto inner = weibull2_family.survival_gradient(without_loc(p), x - p[0]);
    const double density = x > p[0] ? std::exp(log_density(p, x)) : 0;
    return {density, inner[0], inner[1]};
}

double random_value(const DistributionParameters& p, RandomStream& random) {
    return p[0] + weibull2_family.random_value(without_loc(p), random);
}

// The profile over loc = smallest - gap: k and lambda are those of weibull2 for x - loc.
class LocProfile {
  public:
    explicit LocProfile(std::span<const double> sorted) : sorted_(sorted) {}

    double range() const { return sorted_.back() - sorted_.front(); }

    // The slope of the log-likelihood along the gap, times the distance of the largest value; also
    // sets k. With y = ln((x - loc)/(x_max - loc)) and w = e^(k y)/sum e^(k y) it is
    //     sum (e^-y - 1) (k - 1 - n k w) - n,
    // written in e^-y - 1 because all e^-y tend to 1 as the gap grows.
    double slope(double gap) {
        set_gap(gap);
        k_ = weibull_shape(log_ratios_);
        before_ = 0;
        return slope_at_shape();
    }

    // The same to some eight digits, quickly along gaps of one ratio: the shape is guessed from the
    // last two.
    double rough_slope(double gap) {
        set_gap(gap);
        const double guess = before_ > 0 ? k_ * k_ / before_ : k_;
        const double k =
            k_ > 0 ? weibull_shape_near(log_ratios_, guess) : weibull_shape(log_ratios_);
        before_ = k_;
        k_ = k;
        return slope_at_shape();
    }

    DistributionParameters parameters(double gap) {
        slope(gap);
        const double largest = range() + gap;
        return {sorted_.front() - gap, k_,
                largest * std::exp(log_mean_power(log_ratios_, k_) / k_)};
    }

    double log_likelihood(const DistributionParameters& p) const {
        double sum = 0;
        for (const double x : sorted_) sum += log_density(p, x);
        return sum;
    }

  private:
    double slope_at_shape() const {
        double powers = 0, weighted = 0, plain = 0;
        for (const double y : log_ratios_) {
            const double power = std::exp(k_ * y), excess = std::expm1(-y);
            powers += power;
            weighted += power * excess;
            plain += excess;
        }
        const auto n = static_cast<double>(sorted_.size());
        return (k_ - 1) * plain - n * k_ * (weighted / powers) - n;
    }

    void set_gap(double gap) {
        log_ratios_.clear();
        for (const double x : sorted_)
            log_ratios_.push_back(std::log1p((x - sorted_.back()) / (range() + gap)));
    }

    std::span<const double> sorted_;
    std::vector<double> log_ratios_;
    double k_ = 0, before_ = 0;
};

// All maxima of the profile with k > 1 between a gap of a millionth and of a thousand ranges; the
// highest is the answer. What lies beyond cannot be told from the two limits without an optimum.
FamilyEstimate estimate(std::span<const double> sorted, const DistributionFitOptions&) {
    LocProfile profile(sorted);
    constexpr int steps = 120, steps_at_once = 3;
    const double low = std::log(1e-6 * profile.range()), high = std::log(1e3 * profile.range());
    const auto log_gap_of = [&](int step) { return low + (high - low) * step / steps; };
    const auto slope_at = [&](double log_gap) { return profile.slope(std::exp(log_gap)); };
    std::optional<DistributionParameters> best;
    double best_likelihood = 0;
    const auto look_between = [&](double from, double to) {
        const double slope_from = slope_at(from), slope_to = slope_at(to);
        if (!(slope_from > 0 && slope_to <= 0)) return;
        const double log_gap = bracketed_root(slope_at, from, slope_from, to, slope_to);
        const auto found = profile.parameters(std::exp(log_gap));
        const double likelihood = profile.log_likelihood(found);
        if (found[1] > 1 && (!best || likelihood > best_likelihood)) {
            best = found;
            best_likelihood = likelihood;
        }
    };
    double before = profile.rough_slope(std::exp(low));
    for (int i = 0; i < steps; i += steps_at_once) {
        const double slope = profile.rough_slope(std::exp(log_gap_of(i + steps_at_once)));
        for (int j = i; j < i + steps_at_once && before > 0 && slope <= 0; ++j)
            look_between(log_gap_of(j), log_gap_of(j + 1));
        before = slope;
    }
    if (!best) return {DistributionFitState::no_interior_optimum, {}};
    return {DistributionFitState::fitted, *best};
}

}  // namespace

const FamilyFunctions weibull3_family = {
    "weibull3", names,        Support::real_line, is_in_range,  log_density,
    log_cdf,    log_survival, survival_gradient,  random_value, estimate};

}  // namespace sneddon
