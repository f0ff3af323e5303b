// Which time is zero in `fit creep-law`, and what is said of it.
#pragma once

#include <optional>
#include <span>

#include "sneddon/numeric/linear_power_law.hpp"
#include "tools/fit/fit_flags.hpp"

namespace sneddon {

/// A clock that began long before the hold. Beside an offset longer than the record (t - 0)^c is a
/// straight line, and a t0 of 0 says nothing of the hold.
bool is_clock_elsewhere(std::span<const double> times);

/// The largest time that may be taken off all times without moving the answer: the first one where
/// t0 is fitted, else 0.
double clock_offset(std::span<const double> times, const LinearPowerOptions& options);

/// h0 + a t + b (t - t0)^c, times less offset, as h0 + a (t - t0) + b (t - t0)^c on the clock of
/// the table. h0 moves where it is fitted beside t0; held, it stays.
LinearPowerFit on_the_clock(LinearPowerFit fit, double offset, const LinearPowerOptions& options);

std::optional<FitFlag> clock_flag(std::span<const double> times, bool is_t0_free);

/// h0 held at 0 on a depth that was not counted from the start of the hold takes the power and the
/// slope with it: raised where the residuals with a fitted h0 are smaller than chance makes them.
std::optional<FitFlag> absolute_depth_flag(std::span<const double> times,
                                           std::span<const double> depths,
                                           const LinearPowerOptions& options,
                                           const LinearPowerFit& fit);

}  // namespace sneddon
