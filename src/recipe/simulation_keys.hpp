// The one table of the keys of a simulation: presets, --set and docs/simulation.md come from it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recipe/option_rule.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

struct SimulationKey {
    OptionRule rule;
    /// The value has been checked against the rule. Error: SND-U004, a list of another length.
    std::optional<Error> (*set)(SimulationPlan& plan, const OptionValue& value,
                                const std::string& where);
};

/// In the order of the documentation, and in this order they are applied: "load_functions.hold_s"
/// and "classes.creep_nm" say how many numbers the other lists may hold.
std::span<const SimulationKey> simulation_keys();

}  // namespace sneddon
