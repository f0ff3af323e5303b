// The product-limit estimate of a survival function, of values some of which are only known to be
// larger.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

struct SurvivalStep {
    double value;         ///< an event
    std::size_t at_risk;  ///< known to be at least there
    double survival;      ///< behind it
    double low, high;     ///< 95 %, point by point; NaN where the survival is 0
};

/// Kaplan and Meier (1958, J. Am. Stat. Assoc. 53, 457): S(x) = prod (1 - events/at risk). Band by
/// Greenwood's variance of ln S on the scale of ln(-ln S): S^exp(-+1.96 sd/ln S) (Kalbfleisch and
/// Prentice 1980, section 1.3). A value that is only known to be larger than one where an event is
/// counts as at risk there. Ascending.
std::vector<SurvivalStep> kaplan_meier(std::span<const double> events,
                                       std::span<const double> larger_than);

}  // namespace sneddon
