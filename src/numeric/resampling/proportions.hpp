// Shares of counted things: their interval, and their trend along an order.
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"

namespace sneddon {

struct ShareInterval {
    double share = nan, low = nan, high = nan;
};

/// Wilson (1927), J. Am. Stat. Assoc. 22, 209: the shares p with |k/n - p| <= z sqrt(p(1 - p)/n).
/// Holds near 0 and 1, where k/n -+ z se does not. Assumes independent items. NaN for n = 0.
ShareInterval wilson_interval(std::size_t count, std::size_t n, double level = 0.95);

/// Of `count` items out of `n` at a place `score` of the order.
struct ScoredShare {
    double score = 0;
    std::size_t count = 0, n = 0;
};

struct ShareTrend {
    double slope = nan;  ///< of the share per unit of the score, least squares with weights n
    double z = nan;
    double p = nan;  ///< two-sided, normal
};

/// Cochran (1954), Biometrics 10, 417; Armitage (1955), Biometrics 11, 375: z = sum score (count -
/// n share) / sqrt(share (1 - share) [sum n score^2 - (sum n score)^2/N]), share = sum count / N.
/// Assumes independent items; the normal law holds from about 5 expected on either side at all
/// scores together. NaN when all shares are 0 or 1, or all scores are equal.
ShareTrend cochran_armitage(std::span<const ScoredShare> shares);

}  // namespace sneddon
