// Which of two models that do not contain each other the values prefer.
#pragma once

#include <span>

#include "base/nan.hpp"
#include "sneddon/numeric/distribution.hpp"

namespace sneddon {

struct VuongTest {
    double log_likelihood_ratio = nan;  ///< first minus second
    double z = nan;                     ///< positive: the first is nearer
    double p_two_sided = nan;
};

/// z = sum d_i / (sqrt(n) omega), d_i = ln p1(x_i) - ln p2(x_i), omega^2 their variance with n
/// (Vuong 1989, Econometrica 57, 307), without a correction for the number of parameters. Not for
/// models of which one contains the other (exponential and weibull2). NaN where the two agree on
/// every value and where a value is impossible under one of them.
VuongTest vuong_test(std::span<const double> values, const Distribution& first,
                     const Distribution& second);

}  // namespace sneddon
