// How often the stated 95 % intervals hold the truth: closed-form tests with noise on depth and
// load, a drift and a zero error drawn anew for every test from what the recipe says of them.
#pragma once

#include <array>
#include <cmath>
#include <string_view>

#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"
#include "support/correlated_noise.hpp"

namespace sneddon::testing {

struct CoverageCase {
    std::string_view name;
    double noise_nm = 0.2, correlation = 0, noise_uN = 0.1;
    double u_drift_nm_per_s = 0, u_zero_nm = 0;
    double hold_s = 10;

    ClosedForm form() const {
        ClosedForm form;
        form.rate_Hz = 100;
        form.hold_s = hold_s;
        return form;
    }
};

inline constexpr std::array coverage_cases = {
    CoverageCase{"white noise", 0.2, 0},
    CoverageCase{"AR(1) 0.5", 0.2, 0.5},
    CoverageCase{"AR(1) 0.9", 0.2, 0.9},
    CoverageCase{"AR(1) 0.95", 0.2, 0.95},
    CoverageCase{"white noise, drift", 0.2, 0, 0.1, 0.02, 0},
    CoverageCase{"white noise, zero", 0.2, 0, 0.1, 0, 0.3},
    CoverageCase{"AR(1) 0.95, drift, zero", 0.2, 0.95, 0.1, 0.02, 0.3},
    CoverageCase{"white noise, no hold", 0.2, 0, 0.1, 0, 0, 0},
    CoverageCase{"AR(1) 0.95, no hold", 0.2, 0.95, 0.1, 0, 0, 0}};

inline constexpr std::array covered_quantities = {"S_uN_per_nm"_q, "h_c_nm"_q, "H_IT_GPa"_q,
                                                  "W_plast_pJ"_q, "creep_nm"_q};
using CoveredValues = std::array<double, covered_quantities.size()>;

/// Ideal tip, epsilon 0.75.
inline CoveredValues truth_of(const ClosedForm& form) {
    const double F = form.F_max_uN, S = form.S_uN_per_nm(), h_2 = form.h_2_nm();
    const double h_c = h_2 - 0.75 * F / S, back = h_2 - form.h_p_nm;
    const double W =
        F * form.h_1_nm / (form.n + 1) + F * (h_2 - form.h_1_nm) - F * back / (form.m + 1);
    return {S, h_c, 1e3 * F / (24.5 * h_c * h_c), 1e-3 * W, h_2 - form.h_1_nm};
}

struct Coverage {
    CoveredValues share{};      ///< of intervals that hold the truth; NaN without a hold: creep
    CoveredValues sd_over_u{};  ///< scatter over mean u
    int runs = 0;
};

inline Test disturbed_test(const CoverageCase& kind, RandomStream& random) {
    Test test = closed_form_test(kind.form());
    Curve& curve = test.curve;
    const auto noise = correlated_noise(curve.size(), kind.noise_nm, kind.correlation, random);
    const double drift = kind.u_drift_nm_per_s * random.normal();
    const double zero = kind.u_zero_nm * random.normal();
    for (std::size_t i = 0; i < curve.size(); ++i) {
        curve.depth_nm[i] += noise[i] + zero + drift * curve.time_s[i];
        curve.load_uN[i] += kind.noise_uN * random.normal();
    }
    return test;
}

inline AnalysisRecipe coverage_recipe(const CoverageCase& kind) {
    AnalysisRecipe recipe;
    recipe.correction = no_correction;
    recipe.area_function = AreaFunction{};
    recipe.uncertainty = {0.0, kind.u_drift_nm_per_s, kind.u_zero_nm, 0, 0, 0, 0, 0};
    return recipe;
}

inline Coverage interval_coverage(const CoverageCase& kind, int runs, std::uint64_t seed) {
    const AnalysisRecipe recipe = coverage_recipe(kind);
    Coverage coverage;
    coverage.runs = runs;
    const CoveredValues truth = truth_of(kind.form());
    CoveredValues squares{}, u_sum{};
    for (int run = 0; run < runs; ++run) {
        RandomStream random(seed, static_cast<std::uint64_t>(run));
        const CycleResult cycle = analyse(disturbed_test(kind, random), recipe).cycles.at(0);
        for (std::size_t i = 0; i < covered_quantities.size(); ++i) {
            const QuantityIndex quantity = covered_quantities[i];
            const double error = cycle.values[quantity] - truth[i];
            const double u =
                std::hypot(cycle.uncertainty.random[quantity], cycle.uncertainty.common[quantity]);
            const double holds = std::fabs(error) <= 1.959964 * u ? 1 : 0;
            coverage.share[i] += (std::isnan(error) ? error : holds) / runs;
            squares[i] += error * error / runs;
            u_sum[i] += u / runs;
        }
    }
    for (std::size_t i = 0; i < covered_quantities.size(); ++i)
        coverage.sd_over_u[i] = std::sqrt(squares[i]) / u_sum[i];
    return coverage;
}

}  // namespace sneddon::testing
