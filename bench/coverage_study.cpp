// The tables of docs/validation.md: coverage of the stated 95 % intervals over 2,000 closed-form
// tests per kind of disturbance and over a simulated study, and false pop-ins on 1,000 smooth
// curves per kind of noise.
#include <cstdio>
#include <map>
#include <vector>

#include "sneddon/pipeline/simulation_file.hpp"
#include "sneddon/simulate/export_text.hpp"
#include "support/interval_coverage.hpp"

namespace sneddon::testing {
namespace {

constexpr int coverage_runs = 2000, alarm_runs = 1000;

void print_coverage() {
    std::printf("| disturbance |");
    for (const auto& each : covered_quantities)
        std::printf(" %s |", std::string(each.info().symbol).c_str());
    std::printf("\n");
    for (const CoverageCase& kind : coverage_cases) {
        const Coverage coverage = interval_coverage(kind, coverage_runs, 1);
        std::printf("| %s |", std::string(kind.name).c_str());
        for (std::size_t i = 0; i < covered_quantities.size(); ++i)
            if (std::isnan(coverage.share[i]))
                std::printf(" |");
            else
                std::printf(" %.1f %% (%.2f) |", 100 * coverage.share[i], coverage.sd_over_u[i]);
        std::printf("\n");
    }
}

enum class Heights { unknown, stated };

/// The simulated instrument and specimen do what the uncertainties do not know of: heights of the
/// surface, back-flow and a nose, a tip that is not its polynomial. Truth is that of the noise-free
/// curve with the true tip; tip, area and drift are stated as in the study.toml of the simulation.
void print_simulated_coverage(Heights heights) {
    SimulationPlan plan = simulation_plan("zr50cu40al10", {}).value();
    plan.tests_per_load_function = 500;
    const SimulatedStudy study = draw_study(plan, 1).value();
    AnalysisRecipe recipe;
    recipe.area_function = calibrate_tip(study.plan.tip).area;
    recipe.uncertainty.area_relative = 0.0037;
    recipe.uncertainty.drift_nm_per_s = 0.005;
    recipe.correction.tip_radius_nm = 300;
    if (heights == Heights::stated) recipe.roughness_nm = 0.998;
    std::map<double, CoveredValues> share;
    for (std::size_t run = 0; run < study.tests.size(); ++run) {
        const SimulatedTest made = simulate_test(study, run);
        const TestTruth& truth = made.truth;
        const CycleResult cycle = analyse_test(made.test, recipe).cycles.at(0);
        const CoveredValues right = {truth.S_apparent_uN_per_nm, truth.h_c_apparent_nm,
                                     truth.H_apparent_GPa, truth.W_plast_pJ, truth.creep_nm};
        for (std::size_t i = 0; i < covered_quantities.size(); ++i) {
            const QuantityIndex each = covered_quantities[i];
            const double u =
                std::hypot(cycle.uncertainty.random[each], cycle.uncertainty.common[each]);
            const double error = cycle.values[each] - right[i];
            const double holds = std::fabs(error) <= 1.959964 * u ? 1 : 0;
            share[truth.hold_s][i] += (std::isnan(error) ? error : holds) / 500;
        }
    }
    for (const auto& [hold_s, of] : share) {
        std::printf("| hold %.0f s, roughness %s |", hold_s,
                    heights == Heights::stated ? "stated" : "not known");
        for (const double each : of)
            if (std::isnan(each))
                std::printf(" |");
            else
                std::printf(" %.1f %% |", 100 * each);
        std::printf("\n");
    }
}

int false_alarms(double correlation, double noise_nm, double limit_factor) {
    PopInOptions options;
    options.noise_factor *= limit_factor;
    options.least_jump_nm *= limit_factor;
    int alarms = 0;
    for (int run = 0; run < alarm_runs; ++run) {
        RandomStream random(2, static_cast<std::uint64_t>(run));
        Curve curve = closed_form_test({}).curve;
        const auto noise = correlated_noise(curve.size(), noise_nm, correlation, random);
        for (std::size_t i = 0; i < curve.size(); ++i) curve.depth_nm[i] += noise[i];
        if (!find_pop_ins(curve, {SegmentKind::load, 0, 3000}, options).found.empty()) ++alarms;
    }
    return alarms;
}

void print_false_alarms() {
    for (const double correlation : {0.0, 0.5, 0.9, 0.95})
        for (const double noise_nm : {0.05, 0.2, 1.0}) {
            std::printf("| %.2f | %.2f nm |", correlation, noise_nm);
            for (const double factor : {0.5, 1.0, 1.5})
                std::printf(" %d |", false_alarms(correlation, noise_nm, factor));
            std::printf("\n");
        }
}

}  // namespace
}  // namespace sneddon::testing

int main() {
    sneddon::testing::print_coverage();
    sneddon::testing::print_simulated_coverage(sneddon::testing::Heights::unknown);
    sneddon::testing::print_simulated_coverage(sneddon::testing::Heights::stated);
    sneddon::testing::print_false_alarms();
}
