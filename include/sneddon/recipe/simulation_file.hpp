// Presets of simulated studies: TOML files of recipes/simulate that are built into the program.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

struct SimulationPreset {
    std::string_view name;
    std::string_view text;  ///< TOML
};

/// Sorted by name.
std::span<const SimulationPreset> simulation_presets();

/// A preset, of several samples the first, with "key=value" settings over it; a list is "4.9,4.2".
/// Errors: SND-U030 (no such preset), SND-U002 to U005 (keys and values).
Result<SimulationPlan> simulation_plan(
    const std::string& preset,
    const std::vector<std::pair<std::string, std::string>>& settings = {});

/// A preset of several samples ([[samples]] with `folder` and the keys in which a sample differs),
/// each with its plan and its folder; of any other preset its one plan. Settings go over all.
/// Errors: those of simulation_plan.
Result<std::vector<SimulationPlan>> simulation_plans(
    const std::string& preset,
    const std::vector<std::pair<std::string, std::string>>& settings = {});

/// docs/simulation.md.
std::string simulation_page();

}  // namespace sneddon
