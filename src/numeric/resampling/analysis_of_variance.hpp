// Do groups differ in their mean? The one-way table.
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"

namespace sneddon {

/// The one-way analysis of variance: squares between groups sum n_g (mean_g - mean)^2, within
/// groups sum (x - mean_g)^2, F = (between / between_df) / (within / within_df). Assumes
/// independent, normal values of one variance in all groups; where variances differ, compare pairs
/// by welch_test.
struct OneWayAnova {
    std::size_t n = 0;      ///< values in groups that are not empty
    double between_df = 0;  ///< groups - 1
    double within_df = 0;   ///< n - groups
    double between_squares = nan;
    double within_squares = nan;
    double f = nan;
    double p = nan;            ///< P(F > f)
    double r_squared = nan;    ///< between / (between + within)
    double residual_sd = nan;  ///< sqrt(within / within_df)
};

/// Empty groups are left out. All NaN when fewer than two groups hold values, when no group holds
/// two, and when a value is not finite.
OneWayAnova one_way_anova(std::span<const std::span<const double>> groups);

}  // namespace sneddon
