// How (a, b, c) of y0 + a t + b (t - t0)^c move when the start of the curve is chosen differently.
// A start one reading late can double a: a fit is not to be quoted without this table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "sneddon/numeric/linear_power_law.hpp"

namespace sneddon {

enum class StartChange {
    t0_one_step_earlier,      ///< t0 minus the first step of the instants
    start_one_step_later,     ///< the first point dropped, time and value zeroed at the second
    start_one_percent_later,  ///< all points of the first 1 % of the length dropped, zeroed anew
    y0_up_by_residual_sd,     ///< y0 plus the standard deviation of the residuals
    y0_fitted,
    y0_and_t0_fitted,
};
std::string_view words(StartChange change);

struct StartSensitivity {
    StartChange change{};
    LinearPowerFit fit;
};

/// The refits, in the order of StartChange; a change that the options already contain (a fitted y0
/// has no other value) is left out. `fit` is the result for the same arguments.
std::vector<StartSensitivity> linear_power_sensitivity(std::span<const double> instants,
                                                       std::span<const double> values,
                                                       const LinearPowerOptions& options,
                                                       const LinearPowerFit& fit);

}  // namespace sneddon
