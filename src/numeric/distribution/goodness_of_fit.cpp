#include "numeric/distribution/goodness_of_fit.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/distribution/distribution_family.hpp"
#include "numeric/resampling/clear_verdict.hpp"
#include "numeric/sum/compensated_sum.hpp"

namespace sneddon {
namespace {

bool is_tail(const Distribution& distribution) {
    return functions_of(distribution.family).support == Support::tail;
}

std::vector<double> sorted_in_range(std::span<const double> values,
                                    const Distribution& distribution) {
    std::vector<double> sorted(values.begin(), values.end());
    if (is_tail(distribution))
        std::erase_if(sorted, [&](double x) { return !(x >= distribution.parameters[1]); });
    std::ranges::sort(sorted);
    return sorted;
}

// One sample of the fitted distribution, as large as the data.
std::vector<double> replicate(std::span<const double> below_xmin, std::size_t count,
                              const DistributionFit& fit, const Rounding& rounding,
                              RandomStream& random) {
    std::vector<double> sample;
    sample.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        // Of a power law each value lies below xmin as often as in the data.
        if (!below_xmin.empty() && random.index(count) < below_xmin.size())
            sample.push_back(below_xmin[random.index(below_xmin.size())]);
        else
            sample.push_back(rounding(random_value(fit.distribution, random)));
    }
    return sample;
}

// Before and at every value that occurs: between two of them only the law rises.
double distance_of_whole_numbers(std::span<const double> sorted, const Distribution& distribution) {
    const auto n = static_cast<double>(sorted.size());
    double largest = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto below = static_cast<double>(i);
        if (i == 0 || sorted[i] > sorted[i - 1])
            largest = std::max(largest, std::abs(cdf(distribution, sorted[i] - 1) - below / n));
        if (i + 1 == sorted.size() || sorted[i + 1] > sorted[i])
            largest = std::max(largest, std::abs(cdf(distribution, sorted[i]) - (below + 1) / n));
    }
    return largest;
}

struct Exceedances {
    std::size_t ks = 0, ad = 0, cvm = 0;
    /// The distance of a value where F is 0 or 1 is infinite: rounding can make such replicates.
    bool is_ad_defined = true;
};

constexpr double verdict_at = 0.05;

bool are_clear(const Exceedances& counts, std::size_t replicates) {
    return is_verdict_clear(counts.ks, replicates, verdict_at) &&
           (!counts.is_ad_defined || is_verdict_clear(counts.ad, replicates, verdict_at)) &&
           is_verdict_clear(counts.cvm, replicates, verdict_at);
}

}  // namespace

GoodnessOfFit goodness_of_fit(std::span<const double> values, const Distribution& distribution) {
    const auto sorted = sorted_in_range(values, distribution);
    GoodnessOfFit result;
    if (sorted.empty()) return result;
    if (distribution.family == DistributionFamily::discrete_power_law) {
        result.ks = distance_of_whole_numbers(sorted, distribution);
        return result;
    }
    const auto n = static_cast<double>(sorted.size());
    CompensatedSum ad, cvm;
    double ks = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto before = static_cast<double>(i);
        // Both logarithms come from their own tail: 1 - F rounds to zero far above the median.
        const double log_below = log_cdf(distribution, sorted[i]);
        const double log_above = log_survival(distribution, sorted[i]);
        const double below = std::exp(log_below);
        const double beyond = is_tail(distribution) ? before / n - below : (before + 1) / n - below;
        ks = std::max({ks, beyond, below - before / n});
        ad.add((2 * before + 1) * log_below);
        ad.add((2 * (n - before) - 1) * log_above);
        const double off = below - (2 * before + 1) / (2 * n);
        cvm.add(off * off);
    }
    result.ks = ks;
    result.ad = -n - ad.value() / n;
    result.cvm = 1 / (12 * n) + cvm.value();
    return result;
}

GoodnessOfFitP goodness_of_fit_p(std::span<const double> values, const DistributionFit& fit,
                                 const GoodnessOfFitOptions& options) {
    GoodnessOfFitP result;
    if (!fit.is_fitted() || options.replicates == 0) return result;
    const GoodnessOfFit observed = goodness_of_fit(values, fit.distribution);
    std::vector<double> below_xmin;
    if (is_tail(fit.distribution))
        std::ranges::copy_if(values, std::back_inserter(below_xmin),
                             [&](double x) { return x < fit.distribution.parameters[1]; });

    const auto distances_of = [&](std::size_t index) {
        RandomStream random(options.seed, index);
        const auto sample = replicate(below_xmin, values.size(), fit, options.rounding, random);
        const auto refit = fit_distribution(sample, fit.distribution.family);
        return refit.is_fitted() ? goodness_of_fit(sample, refit.distribution) : GoodnessOfFit{};
    };
    Exceedances counts;
    counts.is_ad_defined = std::isfinite(observed.ad);
    std::size_t done = 0;
    while (done < options.replicates && !options.stop.requested()) {
        const std::size_t end =
            options.stops_when_clear ? next_look(done, options.replicates) : options.replicates;
        ordered_parallel(
            end - done, options.threads, options.stop,
            [&](std::size_t i) { return distances_of(done + i); },
            [&](std::size_t, const GoodnessOfFit& distances) {
                if (std::isnan(distances.ks)) return;
                ++result.replicates;
                counts.ks += distances.ks >= observed.ks;
                counts.ad += distances.ad >= observed.ad;
                counts.is_ad_defined = counts.is_ad_defined && std::isfinite(distances.ad);
                counts.cvm += distances.cvm >= observed.cvm;
            });
        done = end;
        if (options.stops_when_clear && are_clear(counts, result.replicates)) break;
    }
    if (result.replicates == 0) return result;
    const auto p = [&](std::size_t count) {
        return static_cast<double>(count + 1) / static_cast<double>(result.replicates + 1);
    };
    result.ks = p(counts.ks);
    result.ad = counts.is_ad_defined ? p(counts.ad) : nan;
    result.cvm = p(counts.cvm);
    return result;
}

}  // namespace sneddon
