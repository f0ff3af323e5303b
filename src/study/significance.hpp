// The levels that the whole study speaks with.
#pragma once

#include <vector>

#include "numeric/sum/quantiles.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

/// p below it: "differs", "does not fit". The convention of the field; each p stands beside it.
inline constexpr double significance = 0.05;

/// The middle 95 % of replicates (the percentile interval of a bootstrap).
inline Interval ci95_of(const std::vector<double>& replicates) {
    const std::vector<double> sorted = sorted_values(replicates);
    return {quantile_of_sorted(sorted, significance / 2),
            quantile_of_sorted(sorted, 1 - significance / 2)};
}

}  // namespace sneddon
