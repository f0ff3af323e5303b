// Simulated studies as tests use them: a preset with settings, and settings that silence it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "simulate/simulated_study.hpp"
#include "sneddon/recipe/simulation_file.hpp"

namespace sneddon::testing {

using Settings = std::vector<std::pair<std::string, std::string>>;

inline SimulatedStudy simulated_study(const std::string& preset, int tests_per_load_function,
                                      const Settings& settings, std::uint64_t seed = 1) {
    auto plan = simulation_plan(preset, settings);
    EXPECT_TRUE(plan.ok());
    plan->tests_per_load_function = tests_per_load_function;
    auto study = draw_study(*plan, seed);
    EXPECT_TRUE(study.ok());
    return std::move(study).value();
}

/// No noise, no offsets, no drift, a flat surface, the true area function.
inline const Settings quiet_instrument = {{"instrument.load_noise_uN", "0"},
                                          {"instrument.depth_noise_nm", "0"},
                                          {"instrument.tare_uN", "0"},
                                          {"instrument.zero_nm", "0"},
                                          {"instrument.drift_nm_per_s", "0"},
                                          {"instrument.drift_header_nm_per_s", "0"},
                                          {"instrument.drift_residual_nm_per_s", "0"},
                                          {"load_functions.roughness_nm", "0"},
                                          {"tip.area_given", "exact"}};

/// No back-flow and no nose: the unloading is the elastic power law.
inline Settings elastic_unloading(Settings settings) {
    settings.insert(settings.end(), {{"material.back_flow", "0"}, {"material.nose", "0"}});
    return settings;
}

}  // namespace sneddon::testing
