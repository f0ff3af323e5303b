// Is a difference small enough to say "the same"?
#pragma once

#include "numeric/resampling/known_error.hpp"

namespace sneddon {

/// Two one-sided tests: is the difference above -margin, and below +margin?
struct Equivalence {
    double margin = nan;
    double p = nan;  ///< the larger of the two; below the level: within the margin
};

/// Schuirmann (1987), J. Pharmacokinet. Biopharm. 15, 657: p = max of the one-sided p of d + margin
/// and of margin - d; Student's P(T > (d + margin)/se) and P(T > (margin - d)/se) without a known
/// error. Small p says that |true difference| < margin; a large p says nothing. NaN for a margin or
/// an error not above 0, or a NaN.
Equivalence two_one_sided_tests(double difference, const EstimateError& error, double margin);

}  // namespace sneddon
