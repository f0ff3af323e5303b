// Do two sets differ in their mean, and by how much in units of their spread?
#pragma once

#include <cstddef>
#include <span>

#include "base/nan.hpp"

namespace sneddon {

/// Differences are "first minus second".
struct MeanComparison {
    std::size_t n_first = 0, n_second = 0;
    double difference = nan;
    double standard_error = nan;  ///< of the difference
    double difference_low = nan;
    double difference_high = nan;
    double t = nan;
    double df = nan;  ///< Welch-Satterthwaite, not whole
    double p = nan;   ///< two-sided
    double hedges_g = nan;
    double hedges_g_low = nan;
    double hedges_g_high = nan;
};

/// Welch (1947), Biometrika 34, 28: t = (m1 - m2) / sqrt(s1^2/n1 + s2^2/n2), independent values,
/// unequal variances allowed; the interval of the difference from Student's t with Welch's df.
/// Effect size: Hedges (1981), J. Educ. Stat. 6, 107: g = J d, d = (m1 - m2) / pooled sd,
/// J = Gamma(m/2) / (sqrt(m/2) Gamma((m - 1)/2)), m = n1 + n2 - 2; its interval turns the
/// noncentral t distribution round (Cumming and Finch 2001, Educ. Psychol. Meas. 61, 532), times J,
/// and assumes equal variances. Both intervals cover with probability `level`.
/// NaN with fewer than two values on a side, without any spread, or with a value not finite. The
/// test sees scatter only: an uncertainty both sets share (calibration) is not in it.
MeanComparison welch_test(std::span<const double> first, std::span<const double> second,
                          double level = 0.95);

}  // namespace sneddon
