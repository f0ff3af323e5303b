#include "sneddon/numeric/mixture_regularity.hpp"

#include <limits>

#include "small_matrix.hpp"

namespace sneddon {

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

}  // namespace sneddon
