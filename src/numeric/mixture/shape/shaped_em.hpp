// The likelihood's maximum near a start: EM (Peel and McLachlan 2000 for t; Lin 2009 and Pyne et
// al. 2009 for the skew-normal law, whose location and skew are one regression on the hidden half
// normal), two steps at a time extrapolated (SQUAREM; Varadhan and Roland 2008). The likelihood
// never falls.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "numeric/mixture/shape/shaped_mixture.hpp"

namespace sneddon {

struct ShapedEmOptions {
    double nats = 1e-9;  ///< ends when three passes gain less
    std::size_t most_passes = 3000;
    double smallest_rows = 1;  ///< a component of fewer has collapsed
};

struct ShapedEmResult {
    ShapedMixture mixture;
    double log_likelihood = 0;
    std::size_t passes = 0;
    bool has_converged = false;
    bool has_collapsed = false;  ///< onto few rows or a plane: `mixture` is the last one before
    std::vector<double> trace;   ///< ln L at the start of each extrapolation
};

ShapedEmResult run_em(const Points& points, ShapedMixture start,
                      const ShapedEmOptions& options = {});

/// One step; its first number is ln L before it. None for a component that collapses.
struct ShapedStep {
    double log_likelihood = 0;
    std::optional<ShapedMixture> next;
};
ShapedStep em_step(const Points& points, const ShapedMixture& mixture, double smallest_rows = 1);

/// Degrees of freedom that are tried: the Cauchy law to what is normal for any sample at hand.
inline constexpr double fewest_degrees = 1, most_degrees = 200;

}  // namespace sneddon
