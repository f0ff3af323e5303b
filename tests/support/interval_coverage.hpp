// How often the stated 95 % intervals hold the truth: closed-form tests with noise on depth and
// load, a drift and a zero error drawn anew for every test from what the recipe says of them.
#pragma once

#include <array>
#include <cmath>
#include <string_view>

#include "sneddon/analyse/analyse_test.hpp"
#include "support/closed_form_test.hpp"
#include "support/correlated_noise.hpp"

namespace sneddon::testing {

struct CoverageCase {
    std::string_view name;
    double noise_nm = 0.2, correlation = 0, noise_uN = 0.1;
    double u_drift_nm_per_s = 0, u_zero_nm = 0;
};

inline constexpr std::array coverage_cases = {
    CoverageCase{"white noise", 0.2, 0},
    CoverageCase{"AR(1) 0.5", 0.2, 0.5},
    CoverageCase{"AR(1) 0.9", 0.2, 0.9},
    CoverageCase{"AR(1) 0.95", 0.2, 0.95},
    CoverageCase{"white noise, drift", 0.2, 0, 0.1, 0.02, 0},
    CoverageCase{"white noise, zero", 0.2, 0, 0.1, 0, 0.3},
    CoverageCase{"AR(1) 0.95, drift, zero", 0.2, 0.95, 0.1, 0.02, 0.3}};

struct CoveredQuantity {
    QuantityIndex quantity;
    double truth;
};

// 300 uN, h_1 50 nm, creep 4 nm, h_p 30 nm, n 1.6, m 1.5, ideal tip.
inline constexpr std::array covered_quantities = {
    CoveredQuantity{"S_uN_per_nm"_q, 18.75}, CoveredQuantity{"h_c_nm"_q, 42},
    CoveredQuantity{"H_IT_GPa"_q, 300e3 / (24.5 * 42 * 42)},
    CoveredQuantity{"W_plast_pJ"_q, 50.0 * 300 / 2.6 * 1e-3 + 1.2 - 2.88},
    CoveredQuantity{"creep_nm"_q, 4}};

struct Coverage {
    std::array<double, covered_quantities.size()> share{};  ///< of intervals that hold the truth
    std::array<double, covered_quantities.size()> sd_over_u{};  ///< scatter over mean u_random
    int runs = 0;
};

inline Test disturbed_test(const CoverageCase& kind, RandomStream& random) {
    ClosedForm form;
    form.rate_Hz = 100;
    Test test = closed_form_test(form);
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
    std::array<double, covered_quantities.size()> squares{}, u_sum{};
    for (int run = 0; run < runs; ++run) {
        RandomStream random(seed, static_cast<std::uint64_t>(run));
        const CycleResult cycle = analyse_test(disturbed_test(kind, random), recipe).cycles.at(0);
        for (std::size_t i = 0; i < covered_quantities.size(); ++i) {
            const auto& [quantity, truth] = covered_quantities[i];
            const double error = cycle.values[quantity] - truth;
            const double u =
                std::hypot(cycle.uncertainty.random[quantity], cycle.uncertainty.common[quantity]);
            if (std::fabs(error) <= 1.959964 * u) coverage.share[i] += 1.0 / runs;
            squares[i] += error * error / runs;
            u_sum[i] += u / runs;
        }
    }
    for (std::size_t i = 0; i < covered_quantities.size(); ++i)
        coverage.sd_over_u[i] = std::sqrt(squares[i]) / u_sum[i];
    return coverage;
}

}  // namespace sneddon::testing
