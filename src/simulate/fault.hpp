// What goes wrong in a laboratory, on demand: some tests of a good study are made faulty.
#pragma once

#include <optional>
#include <span>

#include "sneddon/base/result.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

struct SimulatedStudy;

/// Chooses the tests: round(rate times tests) of each kind, no test twice, and no first test of a
/// load function (a duplicate needs one before it). The other tests stay as they were.
/// Error: SND-U032 (more than 5 % of the tests).
std::optional<Error> add_faults(SimulatedStudy& study, std::span<const FaultRate> rates);

/// The test that a duplicate repeats; the test itself for all others.
std::size_t source_of(const SimulatedStudy& study, std::size_t index);

}  // namespace sneddon
