// The one table of the keys of a simulation: presets, --set and docs/simulation.md come from it.
#pragma once

#include <span>

#include "recipe/option.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

/// In the order of the documentation, and in this order they are applied: "load_functions.hold_s"
/// and "classes.creep_nm" say how many numbers the other lists may hold (else SND-U004).
std::span<const Option<SimulationPlan>> simulation_keys();

}  // namespace sneddon
