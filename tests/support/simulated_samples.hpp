// A simulated study of several samples in memory: its rows with what is true of each, and no file.
#pragma once

#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

#include "base/nan.hpp"
#include "simulate/export_text.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "study/compare/sample_tip.hpp"
#include "study/groups/groups.hpp"

namespace sneddon::testing {

struct SimulatedSamples {
    StudyResult study;
    std::vector<SampleTip> tips;
    std::vector<TestTruth> truths;  ///< of the rows, in their order
};

struct SampleSimulation {
    std::string preset;
    int tests_per_load_function = 30;
    double points_per_s = 20;
    double area_factor = 1;  ///< the area function that the analysis is given is wrong by it
};

/// The seed of each sample as `sneddon simulate` makes it.
inline std::uint64_t seed_of_sample(std::uint64_t seed, std::size_t sample) {
    return seed + sample * 0x9E3779B97F4A7C15;
}

inline AreaFunction scaled(AreaFunction area, double factor) {
    for (double& coefficient : area.coefficients) coefficient *= factor;
    return area;
}

inline SimulatedSamples simulated_samples(const SampleSimulation& simulation, std::uint64_t seed) {
    SimulatedSamples made;
    std::size_t row = 0;
    const std::vector<SimulationPlan> plans = simulation_plans(simulation.preset).value();
    for (SimulationPlan plan : plans) {
        const std::size_t place = made.study.samples.size();
        plan.programme.points_per_s = simulation.points_per_s;
        plan.tests_per_load_function = simulation.tests_per_load_function;
        const SimulatedStudy simulated = draw_study(plan, seed_of_sample(seed, place)).value();
        const TipCalibration calibration = calibrate_tip(plan.tip);
        AnalysisRecipe recipe;
        recipe.area_function = scaled(calibration.area, simulation.area_factor);
        recipe.poisson_ratio = plan.material.nu;
        recipe.uncertainty.area_relative = calibration.u_relative;
        recipe.correction.tip_radius_nm = plan.tip.radius_nm;  // as tip.ara states it
        made.study.samples.push_back({plan.folder, {}});
        made.tips.push_back(
            {recipe.area_function, recipe.uncertainty.area_relative, recipe.poisson_ratio});
        for (std::size_t i = 0; i < simulated.tests.size(); ++i) {
            const SimulatedTest test = simulated_curve(simulated, i);
            const CycleResult cycle = analyse(test.test, recipe).cycles.front();
            TestRow& of_test = made.study.tests.emplace_back();
            of_test.test_id = of_test.file = fmt::format("t{:05}", row++);
            of_test.sample = place;
            of_test.values = cycle.values;
            of_test.u_random = cycle.uncertainty.random;
            of_test.u_common = cycle.uncertainty.common;
            if (!cycle.is_usable) of_test.status = Status::excluded;
            made.truths.push_back(test.truth);
        }
    }
    return made;
}

}  // namespace sneddon::testing
