#include "study/pop_ins/size_goodness.hpp"

#include <algorithm>
#include <vector>

#include "base/random.hpp"
#include "numeric/resampling/clear_verdict.hpp"
#include "study/pop_ins/size_law.hpp"

namespace sneddon {
namespace {

std::vector<double> drawn(const SizeLaw& law, std::size_t count, RandomStream& random) {
    std::vector<double> sizes;
    sizes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) sizes.push_back(law.quantile(1 - random.uniform()));
    std::ranges::sort(sizes);
    return sizes;
}

/// Not fitted: the search failed. Where it ends at a plain law, that one is more likely than the
/// law that the sizes were drawn from.
SizeFit fitted_again(std::span<const double> sizes, SizeFamily family, double from,
                     const SizeLaw& truth) {
    std::vector<SeenSize> seen;
    seen.reserve(sizes.size());
    for (const double size : sizes) seen.push_back({size, from});
    const SizeFit fit = fit_sizes(seen, family, SizeIntervals::none);
    if (fit.is_fitted() || family != SizeFamily::cut_off) return fit;
    const SizeFit power = fit_sizes(seen, SizeFamily::power_law, SizeIntervals::none);
    const SizeFit plain = fit_sizes(seen, SizeFamily::exponential, SizeIntervals::none);
    double of_truth = 0;
    for (const double size : sizes) of_truth += truth.log_density(size);
    if (std::max(power.log_likelihood, plain.log_likelihood) < of_truth) return fit;
    return power.log_likelihood >= plain.log_likelihood ? power : plain;
}

}  // namespace

double distance_of_sizes(std::span<const double> ascending, const SizeFit& fit, double from) {
    const SizeLaw law(fit, from);
    const auto n = static_cast<double>(ascending.size());
    double largest = 0;
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        const double below = 1 - law.survival(ascending[i]);
        const auto before = static_cast<double>(i);
        largest = std::max({largest, (before + 1) / n - below, below - before / n});
    }
    return largest;
}

SizeGoodness goodness_of_sizes(std::span<const double> ascending, const SizeFit& fit, double from,
                               const SizeGoodnessOptions& options) {
    SizeGoodness goodness;
    if (!fit.is_fitted()) return goodness;
    goodness.ks = distance_of_sizes(ascending, fit, from);
    const SizeLaw law(fit, from);
    std::size_t as_far = 0;
    std::size_t look = next_look(0, options.replicates);
    for (std::size_t i = 0; i < options.replicates && !options.stop.requested(); ++i) {
        if (i == look) {
            if (is_verdict_clear(as_far, goodness.replicates, least_p_of_a_law)) break;
            look = next_look(i, options.replicates);
        }
        RandomStream random(options.seed, i);
        const std::vector<double> sizes = drawn(law, ascending.size(), random);
        const SizeFit again = fitted_again(sizes, fit.family, from, law);
        if (!again.is_fitted()) continue;
        ++goodness.replicates;
        as_far += distance_of_sizes(sizes, again, from) >= goodness.ks ? 1 : 0;
    }
    if (goodness.replicates > 0)
        goodness.p = static_cast<double>(as_far + 1) / static_cast<double>(goodness.replicates + 1);
    return goodness;
}

}  // namespace sneddon
