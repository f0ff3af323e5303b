#include "numeric/mixture/mixture_regularity.hpp"

#include <cmath>
#include <limits>

#include "numeric/least_squares/small_matrix.hpp"

namespace sneddon {
namespace {

bool are_twins(const GaussianMixture& mixture, std::size_t i, std::size_t j) {
    constexpr double close = 1e-6;  // standard deviations: far below any standard error
    const std::size_t d = mixture.dimensions;
    const auto first = mixture.covariance(i), second = mixture.covariance(j);
    for (std::size_t a = 0; a < d; ++a) {
        const double variance = first[a * d + a];
        if (std::fabs(mixture.mean(i)[a] - mixture.mean(j)[a]) > close * std::sqrt(variance))
            return false;
        for (std::size_t b = 0; b <= a; ++b)
            if (std::fabs(first[a * d + b] - second[a * d + b]) >
                close * std::sqrt(variance * first[b * d + b]))
                return false;
    }
    return true;
}

}  // namespace

Regularity assess_regularity(const GaussianMixture& standardised, double total_weight,
                             const RegularityLimits& limits) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Regularity regularity{infinity, infinity, 0, false, false, false};
    const auto d = standardised.dimensions;
    for (std::size_t j = 0; j < standardised.components(); ++j) {
        const double eigenvalue = smallest_eigenvalue(standardised.covariance(j), d);
        // Written so that a NaN counts as the smallest.
        if (!(eigenvalue >= regularity.smallest_eigenvalue)) {
            regularity.smallest_eigenvalue = eigenvalue;
            regularity.weakest = j;
        }
        const double rows = standardised.weights[j] * total_weight;
        if (!(rows >= regularity.smallest_rows)) regularity.smallest_rows = rows;
    }
    regularity.is_spike = !(regularity.smallest_eigenvalue >= limits.smallest_eigenvalue);
    const auto has_rows = [&](double per_dimension) {
        return regularity.smallest_rows >= per_dimension * static_cast<double>(d + 1);
    };
    regularity.has_few_rows = !has_rows(limits.rows_per_dimension);
    regularity.is_weak = !has_rows(limits.rows_of_a_shape);
    return regularity;
}

bool has_twins(const GaussianMixture& mixture) {
    for (std::size_t i = 0; i < mixture.components(); ++i)
        for (std::size_t j = i + 1; j < mixture.components(); ++j)
            if (are_twins(mixture, i, j)) return true;
    return false;
}

}  // namespace sneddon
