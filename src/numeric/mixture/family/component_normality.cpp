#include "numeric/mixture/family/component_normality.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/mixture/em.hpp"

namespace sneddon {
namespace {

using Vector = std::array<double, most_dimensions>;

/// Sums of one component: rows, third moments y_a y_b y_c, |y|^4.
struct Sums {
    double rows = 0, fourth = 0;
    std::vector<double> third;

    void add(double z, const Vector& y, std::size_t d) {
        double square = 0;
        for (std::size_t a = 0; a < d; ++a) square += y[a] * y[a];
        rows += z;
        fourth += z * square * square;
        std::size_t next = 0;
        for (std::size_t a = 0; a < d; ++a)
            for (std::size_t b = 0; b < d; ++b)
                for (std::size_t c = 0; c < d; ++c) third[next++] += z * y[a] * y[b] * y[c];
    }
};

/// What one sample says: skewness and kurtosis of each component; empty where its fit collapsed.
using Statistics = std::vector<ComponentNormality>;

Statistics simulated(const GaussianMixture& mixture, std::size_t rows, RandomStream random) {
    const Points drawn = sample(mixture, rows, random).points;
    EmOptions options;
    options.gradient_tolerance = 1e-3;  // standard errors: no p value hangs on less
    const EmResult fit = run_em(drawn, mixture, options);
    if (fit.end == EmEnd::collapsed) return {};
    return moments_of_components(fit.mixture, drawn);
}

}  // namespace

std::vector<ComponentNormality> moments_of_components(const GaussianMixture& mixture,
                                                      const Points& points) {
    const std::size_t d = mixture.dimensions, k = mixture.components();
    const std::vector<double> z = posteriors(mixture, points);
    std::vector<ComponentNormality> all(k);
    for (std::size_t j = 0; j < k; ++j) {
        std::array<double, most_dimensions * most_dimensions> lower{}, whitener{};
        if (!cholesky(mixture.covariance(j), d, lower)) continue;
        invert_lower(lower, d, whitener);
        Sums sums;
        sums.third.resize(d * d * d);
        for (std::size_t i = 0; i < points.rows; ++i) {
            Vector y{};
            for (std::size_t a = 0; a < d; ++a)
                for (std::size_t b = 0; b <= a; ++b)
                    y[a] += whitener[a * d + b] * (points.columns[b][i] - mixture.mean(j)[b]);
            sums.add(points.weight(i) * z[i * k + j], y, d);
        }
        for (const double third : sums.third)
            all[j].skewness += third / sums.rows * (third / sums.rows);
        all[j].kurtosis = sums.fourth / sums.rows;
        all[j].p_skewness = all[j].p_kurtosis = nan;
    }
    return all;
}

std::vector<ComponentNormality> test_components_for_normality(const GaussianMixture& mixture,
                                                              const Points& points,
                                                              std::size_t samples,
                                                              std::uint64_t seed, unsigned threads,
                                                              Stop stop) {
    std::vector<ComponentNormality> found = moments_of_components(mixture, points);
    std::vector<std::size_t> more_skewed(found.size()), above(found.size()), below(found.size());
    std::size_t count = 0;
    ordered_parallel(
        samples, threads, stop,
        [&](std::size_t i) { return simulated(mixture, points.rows, RandomStream(seed, i)); },
        [&](std::size_t, const Statistics& drawn) {
            if (drawn.empty()) return;
            ++count;
            for (std::size_t j = 0; j < found.size(); ++j) {
                more_skewed[j] += drawn[j].skewness >= found[j].skewness;
                above[j] += drawn[j].kurtosis >= found[j].kurtosis;
                below[j] += drawn[j].kurtosis <= found[j].kurtosis;
            }
        });
    const auto p = [&](std::size_t as_far) {
        return (1 + static_cast<double>(as_far)) / (1 + static_cast<double>(count));
    };
    for (std::size_t j = 0; j < found.size(); ++j) {
        found[j].samples = count;
        found[j].p_skewness = p(more_skewed[j]);
        found[j].p_kurtosis = std::fmin(1, 2 * p(std::min(above[j], below[j])));
    }
    return found;
}

}  // namespace sneddon
