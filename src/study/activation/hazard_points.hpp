// The points and lines of the plot ln(-ln(1 - F)) against tau_max.
#pragma once

#include <span>
#include <vector>

#include "study/activation/hazard_fit.hpp"

namespace sneddon {

struct HazardPoints {
    std::vector<double> tau_GPa, log_log;              ///< of each pop-in; NaN where F reaches 1
    std::vector<double> model_tau_GPa, model_log_log;  ///< ln of the cumulative hazard
};

/// F of the i-th stress is the sum of the weights before it and half of its own, over the tests
/// that can pop in; the weight of a pop-in is 1/p_detect at its stress, at most 20.
HazardPoints hazard_points(const LoadedTests& tests, const HazardFit& fit);

/// Slope of the points by least squares, with a level for each rate: what a line through the plot
/// gives for V*/(k T). It holds the time that loading takes as well (2/tau), and the tails that the
/// likelihood weighs as they deserve.
double mean_slope(std::span<const LoadedTests> tests, const HazardFit& fit);

}  // namespace sneddon
