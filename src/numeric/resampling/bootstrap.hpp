// How far would a number move if the study were made again? Intervals without a formula.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/nan.hpp"
#include "numeric/resampling/resampling.hpp"
#include "sneddon/base/stop.hpp"

namespace sneddon {

/// A number of some rows, rows may repeat. Called from several threads at once.
using RowStatistic = std::function<double(std::span<const std::size_t> rows)>;
using ValueStatistic = std::function<double(std::span<const double> values)>;

struct BootstrapOptions {
    std::size_t replicates = 2000;
    std::uint64_t seed = 1;  ///< replicate i draws from stream i of the seed
    double level = 0.95;     ///< of the intervals
    unsigned threads = 1;    ///< the result is the same for any number
    Stop stop{};             ///< ends early: fewer replicates
};

struct BootstrapInterval {
    double low = nan;
    double high = nan;
};

struct BootstrapResult {
    double estimate = nan;        ///< of all rows, once each
    double bias = nan;            ///< mean replicate - estimate
    double standard_error = nan;  ///< sd of the replicates
    BootstrapInterval percentile;
    BootstrapInterval bca;
    std::vector<double> replicates;      ///< in the order of their streams, NaN where undefined
    std::size_t missing_replicates = 0;  ///< not finite; left out of every field above
};

/// Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 (percentile
/// interval) and 14 (bias-corrected accelerated interval). All NaN when the plan has no rows or no
/// replicate is finite.
BootstrapResult bootstrap(const ResamplingPlan& plan, const RowStatistic& statistic,
                          const BootstrapOptions& options = {});

/// The same for independent values.
BootstrapResult bootstrap(std::span<const double> values, const ValueStatistic& statistic,
                          const BootstrapOptions& options = {});

/// Type 7 quantiles of the replicates at (1 -+ level)/2.
BootstrapInterval percentile_interval(std::span<const double> replicates, double level);

/// Quantiles at Phi(z0 + (z0 + z)/(1 - a (z0 + z))), z = quantiles of (1 -+ level)/2 of the normal,
/// z0 the normal quantile of the share of replicates below the estimate (equal ones count half).
/// NaN when no replicate lies on one side of the estimate.
BootstrapInterval bca_interval(std::span<const double> replicates, double estimate,
                               double acceleration, double level);

/// a = sum (l/m)^3 / (6 [sum (l/m)^2]^1.5) with l = (m - 1)(mean - value) over the values with one
/// unit of a stratum of m left out (Davison and Hinkley 1997, Bootstrap Methods). A stratum of more
/// than 1,000 units is left out in 1,000 groups. 0 when leaving out changes nothing.
double jackknife_acceleration(const ResamplingPlan& plan, const RowStatistic& statistic,
                              unsigned threads = 1);

}  // namespace sneddon
