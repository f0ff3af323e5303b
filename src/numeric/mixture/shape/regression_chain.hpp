// One population that need not be an ellipse: each column in turn is a straight or curved function
// of those before it, with a residual of a law of one hump. The density is the product of those of
// the residuals. Boxes, parallelograms, curved ridges and skewed sides are of this kind.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/numeric/points.hpp"

namespace sneddon {

enum class ResidualLaw { normal, uniform, student_t, skew_normal };

struct ChainLink {
    std::size_t column = 0;
    bool is_curved = false;  ///< squares and products of the columns before it, too
    ResidualLaw law = ResidualLaw::normal;
};

struct RegressionChain {
    std::vector<ChainLink> links;  ///< in their order
    double log_likelihood = 0;
    std::size_t parameters = 0;
    double bic = 0;

    /// "a uniform law of column 1 and a normal law of column 2 about a curve in column 1"
    std::string words(const std::vector<std::string>& names) const;
};

/// The chain of least BIC: every column last in turn, the others in their order; each link by its
/// own BIC: straight or curved with a normal or uniform residual, then a t and a skew-normal one. A
/// uniform residual spans its range about the least-squares fit (its likelihood is a lower bound of
/// the greatest). None for columns that depend on each other.
std::optional<RegressionChain> best_regression_chain(const Points& points);

}  // namespace sneddon
