// Simulated depth profiles beside what is true of them.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "analyse/depth_profile/profile_cells.hpp"
#include "analyse/depth_profile/profile_means.hpp"
#include "model/units.hpp"
#include "numeric/sum/bracketed_root.hpp"
#include "simulate/contact_law.hpp"
#include "simulate/export_text.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "study/profiles/test_profiles.hpp"

namespace sneddon::testing {

/// Hardness of the material at any depth of the loading of one simulated test.
class TrueProfile {
  public:
    TrueProfile(const SimulationPlan& plan, const TestTruth& truth)
        : tip_(plan.tip),
          contact_(tip_, truth.E_r_GPa, truth.H_load_GPa, plan.material.blending,
                   plan.material.size_effect_nm) {}
    TrueProfile(const TrueProfile&) = delete;
    TrueProfile& operator=(const TrueProfile&) = delete;

    double hardness_GPa(double depth_nm) const {
        const auto excess = [&](double a_nm) {
            return contact_.depth_nm(a_nm, contact_.load_uN(a_nm)) - depth_nm;
        };
        double low = 0.1, high = 10;
        while (excess(high) < 0) high *= 2;
        const double a = bracketed_root(excess, low, excess(low), high, excess(high));
        return contact_.load_uN(a) / (std::numbers::pi * a * a * uN_per_GPa_nm2);
    }

  private:
    TipShape tip_;
    ContactLaw contact_;
};

struct ProfiledTest {
    TestTruth truth;
    TestProfile profile;
    CycleResult cycle;
    double true_mean_H_GPa = 0;  ///< over the averaged depths
};

/// What the laboratory of a plan would choose: the calibrated tip and its uncertainty.
inline AnalysisRecipe recipe_of_plan(const SimulationPlan& plan) {
    AnalysisRecipe recipe;
    const TipCalibration tip = calibrate_tip(plan.tip);
    recipe.area_function = tip.area;
    recipe.uncertainty.area_relative = tip.u_relative;
    recipe.correction.tip_radius_nm = plan.tip.radius_nm;
    recipe.poisson_ratio = plan.material.nu;
    return recipe;
}

inline double true_mean_H_GPa(const TrueProfile& truth, const AveragedProfile& found) {
    double sum = 0, count = 0;
    for (const double depth : found.profile.depth_nm) {
        if (depth < found.averaged.low_nm || depth > found.averaged.high_nm) continue;
        sum += truth.hardness_GPa(depth);
        ++count;
    }
    return sum / count;
}

/// Of the calibrations of an instrument: what it reads over what is there.
struct Scales {
    double load = 1, depth = 1;
};

inline void rescale(const Scales& scales, Curve& curve) {
    for (double& load : curve.load_uN) load *= scales.load;
    for (double& depth : curve.depth_nm) depth *= scales.depth;
    for (Channel& channel : curve.channels)
        for (double& value : channel.values)
            value *= channel.unit == "N/m" ? scales.load / scales.depth : scales.depth;
}

inline ProfiledTest profiled_test(const SimulatedStudy& study, std::size_t index,
                                  const AnalysisRecipe& recipe, const Scales& scales = {}) {
    SimulatedTest made = simulated_curve(study, index);
    rescale(scales, made.test.curve);
    ProfiledTest test;
    test.truth = made.truth;
    TestResult result = analyse(made.test, recipe);
    const auto found = add_depth_profile(made.test, recipe, result);
    if (!found) return test;
    test.profile = {std::to_string(index), cells_of(found->profile), found->averaged,
                    found->profile.source, found->profile.rise_nm};
    test.cycle = result.cycles.front();
    const TrueProfile truth(study.plan, made.truth);
    test.true_mean_H_GPa = true_mean_H_GPa(truth, *found);
    return test;
}

/// Hardness and modulus in the cell of a depth over what is true there; nothing where a test has
/// no such cell.
struct Ratios {
    double hardness = 0, reduced_modulus = 0;
};
inline std::optional<Ratios> ratios_at(const SimulationPlan& plan, const ProfiledTest& test,
                                       double depth_nm) {
    const auto cell = std::ranges::find(test.profile.cells, cell_of(depth_nm), &ProfileCell::cell);
    if (cell == test.profile.cells.end()) return std::nullopt;
    const TrueProfile truth(plan, test.truth);
    return Ratios{cell->hardness_GPa / truth.hardness_GPa(cell->depth_nm),
                  cell->reduced_modulus_GPa / test.truth.E_r_GPa};
}

}  // namespace sneddon::testing
