// One population of a shape that is not Gaussian, as the rival of several Gaussian components: BIC
// gives a skewed or heavy-tailed cloud two and more components, and none of them is a group.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "numeric/mixture/shape/regression_chain.hpp"
#include "sneddon/numeric/points.hpp"

namespace sneddon {

/// A normal, t or skew-normal law of powers of the columns, or a chain of regressions.
struct OnePopulation {
    std::vector<double> powers;  ///< of each column: 1 as it is, 0 its logarithm
    bool is_skew_normal = false;
    std::optional<RegressionChain> chain{};
    bool is_of_axes = false;  ///< the chain's columns are the principal axes of standardised rows
    double degrees_of_freedom = std::numeric_limits<double>::infinity();  ///< infinite: normal
    double log_likelihood = 0;  ///< of the columns as they were given
    std::size_t parameters = 0;
    double bic = 0;

    /// "a t law (4 degrees of freedom) of ln(column 1) and column 2"
    std::string words(const std::vector<std::string>& column_names = {}) const;
};

/// The law of least BIC: each power from 1, 1/2, 0, -1/2 by its column alone (columns with values
/// of 0 or less stay as they are; a power other than 1 counts as a parameter), then normal, t,
/// skew-normal and chain, this one also in the principal axes (their angles are parameters). t up
/// to 65,536 rows, skew-normal and chain up to 16,384. None for columns that are constant or depend
/// on each other.
std::optional<OnePopulation> best_single_population(const Points& points, unsigned threads = 1);

}  // namespace sneddon
