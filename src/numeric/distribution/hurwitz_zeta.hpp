// zeta(s, a) = sum over k >= 0 of (a + k)^-s: what normalises a power law of whole numbers.
#pragma once

namespace sneddon {

struct LogZeta {
    double value;       ///< ln zeta(s, a)
    double derivative;  ///< d ln zeta(s, a) / ds
};

/// By the sum of Euler and Maclaurin (Abramowitz and Stegun 23.2, 3.6.28), to about 14 digits;
/// s > 1, a >= 1. In logarithms, because a^-s underflows for steep laws.
LogZeta log_hurwitz_zeta(double s, double a);

}  // namespace sneddon
