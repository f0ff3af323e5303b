#include <algorithm>

#include "analyse/measured_changes.hpp"
#include "analyse/propagation.hpp"
#include "analyse/quantities_of.hpp"
#include "base/nan.hpp"

namespace sneddon {
namespace {

constexpr double epsilon_of_cone = 0.7268, epsilon_of_paraboloid = 0.75;  // Oliver, Pharr 1992
// The windows that sensitivity_variants names.
constexpr double other_high = 0.98;
constexpr std::array other_lows = {0.5, 0.4};

/// Fills one variant after the other, in the order of sensitivity_variants.
class VariantTable {
  public:
    VariantTable() {
        for (auto& row : values_) row.fill(nan);
    }
    void add(const Measured& measured, const AnalysisRecipe& recipe) {
        const QuantityValues values = quantities_of(measured, recipe);
        for (std::size_t i = 0; i < sensitivity_quantities.size(); ++i)
            values_[next_][i] = values[sensitivity_quantities[i]];
        ++next_;
    }
    void leave_out() { ++next_; }
    const SensitivityValues& values() const { return values_; }

  private:
    SensitivityValues values_;
    std::size_t next_ = 0;
};

void add_windows(const Curve& curve, const Cycle& cycle, const AnalysisRecipe& recipe,
                 const Measured& base, VariantTable& table) {
    AnalysisRecipe other = recipe;
    other.window = WindowRule::of_load;
    other.window_high = other_high;
    for (const double low : other_lows) {
        other.window_low = low;
        table.add(refitted(curve, cycle, base, other), other);
    }
    other = recipe;
    other.fit_space = recipe.fit_space == FitSpace::depth_of_load ? FitSpace::load_of_depth
                                                                  : FitSpace::depth_of_load;
    table.add(refitted(curve, cycle, base, other), other);
}

void add_zeros(const TestCorrection& correction, const AnalysisRecipe& recipe, const Measured& base,
               VariantTable& table) {
    for (const std::string_view method : {"hertz", "poly2", "threshold", "stiffness"}) {
        const auto found = std::ranges::find(correction.other_zeros, method, &OtherZero::method);
        if (found == correction.other_zeros.end())
            table.leave_out();
        else
            table.add(shifted(base, found->h0_nm - correction.change.zero_nm), recipe);
    }
    const double u = recipe.uncertainty.zero_nm.value_or(correction.u_h0_nm);
    table.add(shifted(base, u), recipe);
    table.add(shifted(base, -u), recipe);
}

void add_epsilons(const AnalysisRecipe& recipe, const Measured& base, VariantTable& table) {
    AnalysisRecipe other = recipe;
    other.epsilon_rule = EpsilonRule::constant;
    for (const double epsilon : {epsilon_of_cone, epsilon_of_paraboloid}) {
        other.epsilon = epsilon;
        table.add(base, other);
    }
    other.epsilon_rule = EpsilonRule::pharr_bolshakov;
    table.add(base, other);
}

void add_stiffnesses(const AnalysisRecipe& recipe, const Measured& base, VariantTable& table) {
    AnalysisRecipe other = recipe;
    for (const StiffnessRule rule : {StiffnessRule::of_fit, StiffnessRule::creep_corrected}) {
        other.stiffness = rule;
        table.add(base, other);
    }
}

}  // namespace

SensitivityValues sensitivity(const Curve& curve, const Cycle& cycle,
                              const TestCorrection& correction, const AnalysisRecipe& recipe,
                              const Measured& base, const DriftedMeasurements& drifted) {
    VariantTable table;
    add_windows(curve, cycle, recipe, base, table);
    add_zeros(correction, recipe, base, table);
    table.add(drifted.up, recipe);
    table.add(drifted.down, recipe);
    add_epsilons(recipe, base, table);
    add_stiffnesses(recipe, base, table);
    return table.values();
}

}  // namespace sneddon
