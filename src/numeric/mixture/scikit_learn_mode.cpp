#include "numeric/mixture/scikit_learn_mode.hpp"

#include <cmath>
#include <limits>

#include "base/nan.hpp"
#include "base/random.hpp"
#include "numeric/mixture/k_means.hpp"
#include "numeric/mixture/mixture_starts.hpp"
#include "numeric/mixture/mixture_statistics.hpp"

namespace sneddon {
namespace {

GaussianMixture start_from(const Points& points, const std::vector<std::uint32_t>& labels,
                           std::size_t components, double regularisation) {
    GaussianMixture start = mixture_from_labels(points, labels, components, 0);
    const std::size_t d = points.dimensions();
    for (std::size_t j = 0; j < components; ++j)
        for (std::size_t a = 0; a < d; ++a)
            start.covariances[(j * d + a) * d + a] += regularisation;
    return start;
}

}  // namespace

ScikitLearnResult scikit_learn_from_labels(const Points& points,
                                           const std::vector<std::uint32_t>& labels,
                                           std::size_t components,
                                           const ScikitLearnOptions& options) {
    const double total_weight = points.total_weight();
    ScikitLearnResult result;
    result.mixture = start_from(points, labels, components, options.regularisation);
    double before = -std::numeric_limits<double>::infinity();
    while (result.iterations < options.most_iterations && !result.has_converged) {
        const auto statistics = collect_statistics(result.mixture, points, options.threads);
        auto next = statistics ? maximise(*statistics, options.regularisation) : std::nullopt;
        if (!next) {
            result.is_singular = true;
            break;
        }
        ++result.iterations;
        result.mixture = std::move(*next);
        const double mean = statistics->log_likelihood.value() / total_weight;
        // The likelihood belongs to the mixture before this step; the step is kept all the same.
        result.has_converged = std::fabs(mean - before) < options.tolerance;
        before = mean;
    }
    const auto last = collect_statistics(result.mixture, points, options.threads);
    result.is_singular = result.is_singular || !last;
    result.log_likelihood = last ? last->log_likelihood.value() : nan;
    return result;
}

ScikitLearnResult scikit_learn_fit(const Points& points, std::size_t components, std::uint64_t seed,
                                   const ScikitLearnOptions& options) {
    RandomStream random(seed, components);
    const auto labels = k_means(points, components, random).labels;
    return scikit_learn_from_labels(points, labels, components, options);
}

}  // namespace sneddon
