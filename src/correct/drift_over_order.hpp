// Drift changes slowly from test to test: what one test measures badly, its neighbours measure too.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sneddon/correct/recipe.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// The drift of one test by its own means: what the instrument had subtracted, else what
/// DriftRule::automatic would take. nullopt where nothing was measured.
std::optional<double> measured_drift(const Test& test, std::span<const Segment> segments);

/// Tests within one straight piece, and the fewest with a measurement that are smoothed at all.
inline constexpr std::size_t tests_of_smoothing = 21, fewest_of_smoothing = 7;

/// Through the 21 measured drifts nearest in the order the line of Theil (1950) and Sen (1968), at
/// the test's own place; tests without a measurement of their own take their neighbours'. u: the
/// robust standard deviation s of the measured about the smooth ones and the error of the line at
/// an end of its piece, 2 s/sqrt(21), not below 0.01 nm/s: from one measurement a test its error
/// cannot be told from drift of its own, so all of the scatter counts. nullopt everywhere for fewer
/// than 7 measured.
std::vector<std::optional<DriftOfOrder>> smooth_over_order(
    std::span<const std::optional<double>> measured_nm_per_s);

}  // namespace sneddon
