#include "numeric/distribution/goodness_of_fit.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/sum/compensated_sum.hpp"

namespace sneddon {
namespace {

bool is_power_law(const Distribution& distribution) {
    return distribution.family == DistributionFamily::power_law;
}

std::vector<double> sorted_in_range(std::span<const double> values,
                                    const Distribution& distribution) {
    std::vector<double> sorted(values.begin(), values.end());
    if (is_power_law(distribution))
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

}  // namespace

GoodnessOfFit goodness_of_fit(std::span<const double> values, const Distribution& distribution) {
    const auto sorted = sorted_in_range(values, distribution);
    GoodnessOfFit result;
    if (sorted.empty()) return result;
    const auto n = static_cast<double>(sorted.size());
    CompensatedSum ad, cvm;
    double ks = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto before = static_cast<double>(i);
        // Both logarithms come from their own tail: 1 - F rounds to zero far above the median.
        const double log_below = log_cdf(distribution, sorted[i]);
        const double log_above = log_survival(distribution, sorted[i]);
        const double below = std::exp(log_below);
        const double beyond =
            is_power_law(distribution) ? before / n - below : (before + 1) / n - below;
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
    if (is_power_law(fit.distribution))
        std::ranges::copy_if(values, std::back_inserter(below_xmin),
                             [&](double x) { return x < fit.distribution.parameters[1]; });

    const auto distances_of = [&](std::size_t index) {
        RandomStream random(options.seed, index);
        const auto sample = replicate(below_xmin, values.size(), fit, options.rounding, random);
        const auto refit = fit_distribution(sample, fit.distribution.family);
        return refit.is_fitted() ? goodness_of_fit(sample, refit.distribution) : GoodnessOfFit{};
    };
    std::size_t ks = 1, ad = 1, cvm = 1;
    ordered_parallel(options.replicates, options.threads, options.stop, distances_of,
                     [&](std::size_t, const GoodnessOfFit& distances) {
                         if (std::isnan(distances.ks)) return;
                         ++result.replicates;
                         ks += distances.ks >= observed.ks;
                         ad += distances.ad >= observed.ad;
                         cvm += distances.cvm >= observed.cvm;
                     });
    if (result.replicates == 0) return result;
    const auto total = static_cast<double>(result.replicates + 1);
    result.ks = static_cast<double>(ks) / total;
    result.ad = static_cast<double>(ad) / total;
    result.cvm = static_cast<double>(cvm) / total;
    return result;
}

}  // namespace sneddon
