#pragma once

#include <functional>
#include <vector>

#include "analyse/measured.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/correct/correction.hpp"

namespace sneddon {

/// The cycle measured again with the drift changed by its uncertainty up and down. `weights` here
/// and below: those of the curve.
struct DriftedMeasurements {
    double u_nm_per_s = 0;
    bool is_stated = false;  ///< by the recipe
    Measured up, down;
};
DriftedMeasurements measure_drifted(const Curve& curve, const Cycle& cycle,
                                    const TestCorrection& correction, const AnalysisRecipe& recipe,
                                    const StartWeights& weights, const Measured& base);

/// An uncertain input and what a change of it does to a measurement.
struct UncertainInput {
    std::string_view name, unit, source;
    Share share = Share::random;
    double u = 0;
    std::function<void(Measured&, double)> change;
};

struct UncertainInputs {
    std::vector<UncertainInput> list;
    double noise_nm = 0, noise_correlation = 0;
};

/// The measurement with this input more by `change`.
Measured changed(Measured measured, const UncertainInput& input, double change);

/// The unloading fit (covariance under correlated noise), load at the peak, the depths at the ends
/// of the hold (the exact variance of their fits under AR(1) noise), noise under the areas, zero
/// point, drift, frame compliance, area function, calibration of load and depth, Poisson's ratio.
UncertainInputs uncertain_inputs(const Curve& curve, const Cycle& cycle,
                                 const TestCorrection& correction, const AnalysisRecipe& recipe,
                                 const StartWeights& weights, const Measured& base,
                                 const DriftedMeasurements& drifted);

/// Half the difference of every quantity between the input at +u and at -u.
UncertaintyBudget propagate(const UncertainInputs& inputs, const Measured& base,
                            const AnalysisRecipe& recipe);

/// The same inputs drawn together. The stream of random numbers is that of the test's own points:
/// the same for any order of tests and number of threads.
MonteCarloResult monte_carlo(const UncertainInputs& inputs, const Curve& curve,
                             const Measured& base, const AnalysisRecipe& recipe);

/// Other choices of window, fit space, zero, drift and epsilon.
SensitivityValues sensitivity(const Curve& curve, const Cycle& cycle,
                              const TestCorrection& correction, const AnalysisRecipe& recipe,
                              const Measured& base, const DriftedMeasurements& drifted);

}  // namespace sneddon
