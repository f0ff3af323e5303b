// How far the values lie from a fitted distribution, and whether chance alone goes as far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/nan.hpp"
#include "numeric/distribution/rounding.hpp"
#include "sneddon/base/stop.hpp"
#include "sneddon/numeric/distribution_fit.hpp"

namespace sneddon {

/// With F the fitted cumulative distribution and x_1 <= .. <= x_n:
struct GoodnessOfFit {
    /// Kolmogorov-Smirnov: max over i of max(i/n - F(x_i), F(x_i) - (i-1)/n); for power_law
    /// max |F(x_i) - (i-1)/n|, the one-sided distance by which its authors choose xmin (plfit);
    /// for discrete_power_law max |F(x) - share of values <= x| over all whole x
    double ks = nan;
    /// Anderson-Darling A^2 = -n - (1/n) sum (2i-1) [ln F(x_i) + ln(1 - F(x_n+1-i))], without the
    /// adjustment for small samples that some programs print under the same name
    double ad = nan;
    /// Cramer-von Mises W^2 = 1/(12 n) + sum (F(x_i) - (2i-1)/(2n))^2
    double cvm = nan;
};

/// Of the power laws only values from xmin on take part. NaN for no values; of whole numbers ad and
/// cvm are NaN.
GoodnessOfFit goodness_of_fit(std::span<const double> values, const Distribution& distribution);

struct GoodnessOfFitOptions {
    std::size_t replicates = 1000;
    std::uint64_t seed = 1;
    unsigned threads = 1;
    Stop stop;
    /// Of the values: replicates are rounded as they were. Unrounded ones lie closer to any smooth
    /// distribution than rounded values can.
    Rounding rounding{};
    /// Ends at 99, 199, 299, ... replicates where for each distance it is beyond doubt on which
    /// side of 0.05 its p lies: with p = 0.05 as few or as many exceedances had a chance below
    /// 1e-4.
    bool stops_when_clear = false;
};

/// p = (1 + replicates at least as far) / (1 + replicates).
struct GoodnessOfFitP {
    double ks = nan;
    double ad = nan;  ///< NaN where the distance of the values or of a replicate is infinite
    double cvm = nan;
    /// Replicates that could be fitted: of weibull3 those with an optimum.
    std::size_t replicates = 0;
};

/// Parametric bootstrap: samples of the fitted distribution, each fitted again (Stute, Gonzales
/// Manteiga and Presedo Quindimil 1993, Metrika 40, 243). Tables for known parameters never reject
/// after fitting. Of power_law the values below xmin are drawn from the data and xmin is searched
/// again (Clauset, Shalizi and Newman 2009, section 4.1). Replicate i uses stream i of the seed:
/// the result is the same for any number of threads. NaN for a fit without an answer.
GoodnessOfFitP goodness_of_fit_p(std::span<const double> values, const DistributionFit& fit,
                                 const GoodnessOfFitOptions& options = {});

}  // namespace sneddon
