// A small plan for the tests of the simulator: two load functions, three classes, few samples.
#pragma once

#include "sneddon/simulate/plan.hpp"

namespace sneddon::testing {

inline SimulationPlan three_classes() {
    SimulationPlan plan;
    plan.preset = "three-classes";
    plan.grid.nx = 6;
    plan.grid.ny = 4;
    plan.programme.points_per_s = 30;
    plan.load_functions = {{0, 4.9, 0.3, 47, 0.03, 1, 0, 0.25, 0.25},
                           {60, 4.2, 0.3, 43, 0.08, 0.5, 0, 0.25, 0.25}};
    plan.classes = {{6.3, 1.3, -0.26, 0.03, 0.56, 0.02},
                    {3.1, 0.65, 0.04, 0, 0.49, 0.02},
                    {1.3, 0.4, 0.2, 0, 0.29, 0.02}};
    return plan;
}

/// Without noise, offsets, drift and roughness.
inline SimulationPlan without_instrument(SimulationPlan plan) {
    plan.instrument = {0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 5329.35, 322};
    for (auto& each : plan.load_functions) each.roughness_nm = 0;
    return plan;
}

}  // namespace sneddon::testing
