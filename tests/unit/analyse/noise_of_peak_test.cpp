// Standard uncertainties of the values at the peak: the variance of a fitted polynomial under
// correlated noise, by normal equations and a double sum, at times that are not equally spaced.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "analyse/peak.hpp"
#include "analyse/propagation.hpp"
#include "analyse/unloading_noise.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

/// sd of the value at `estimator.at_s` of its polynomial fitted to noise of sd 1.
double sd_of_value(const Curve& curve, const DepthEstimator& estimator, double r) {
    const std::size_t size = static_cast<std::size_t>(estimator.degree) + 1;
    const std::size_t n = estimator.part.size();
    const auto power = [&](double time_s, std::size_t k) {
        return std::pow((time_s - estimator.at_s) / 0.1, static_cast<double>(k));
    };
    // Normal equations with the first unit vector: the value at at_s is the first coefficient.
    std::array<std::array<double, 4>, 3> rows{};
    for (std::size_t a = 0; a < size; ++a) {
        rows[a][size] = a == 0 ? 1 : 0;
        for (std::size_t b = 0; b < size; ++b)
            for (std::size_t i = 0; i < n; ++i) {
                const double time_s = curve.time_s[estimator.part.begin + i];
                rows[a][b] += power(time_s, a) * power(time_s, b);
            }
    }
    for (std::size_t pivot = 0; pivot < size; ++pivot)
        for (std::size_t a = 0; a < size; ++a) {
            if (a == pivot) continue;
            const double factor = rows[a][pivot] / rows[pivot][pivot];
            for (std::size_t b = 0; b <= size; ++b) rows[a][b] -= factor * rows[pivot][b];
        }
    std::vector<double> weights(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t a = 0; a < size; ++a)
            weights[i] +=
                rows[a][size] / rows[a][a] * power(curve.time_s[estimator.part.begin + i], a);
    double variance = 0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            variance += weights[i] * weights[j] *
                        std::pow(r, std::fabs(static_cast<double>(i) - static_cast<double>(j)));
    return std::sqrt(variance);
}

/// A test with noise, sampled unevenly, and its uncertain inputs.
struct Sampled {
    sneddon::Test test;
    AnalysisRecipe recipe;
    Cycle cycle;
    TestCorrection correction;
    UncertainInputs inputs;
    UncertaintyBudget budget;
    UnloadingNoise fit;
    double F_max_uN = 0;

    explicit Sampled(testing::ClosedForm form) {
        form.noise_nm = 0.1;
        form.noise_uN = 0.05;
        form.rate_Hz = 100;
        test = testing::closed_form_test(form);
        for (std::size_t i = 0; i < test.curve.size(); ++i)
            test.curve.time_s[i] += 0.003 * std::sin(static_cast<double>(i * i));
        recipe.correction = no_correction;
        const TestResult result = analyse(test, recipe);
        cycle = result.cycles.at(0).parts;
        if (form.hold_s == 0) {  // a few points about the peak are taken for one
            cycle.load.end = cycle.hold.end;
            cycle.hold.begin = cycle.hold.end;
        }
        correction = result.correction;
        const Measured base = measure(test.curve, cycle, recipe);
        F_max_uN = base.F_max_uN;
        const StartWeights weights = start_weights(test.curve, cycle, F_max_uN);
        inputs =
            uncertain_inputs(test.curve, cycle, correction, recipe, weights, base,
                             measure_drifted(test.curve, cycle, correction, recipe, weights, base));
        budget = propagate(inputs, base, recipe);
        fit = unloading_noise(test.curve, cycle, base, recipe);
    }

    double u(std::string_view name) const {
        const auto found = std::ranges::find(inputs.list, name, &UncertainInput::name);
        return found == inputs.list.end() ? -1 : found->u;
    }
};

// Rounding of the normal equations of some 20 points about the end of them: a part in 10^9.
constexpr double rounding = 1e-9;

TEST(NoiseOfPeak, OfBothEndsOfAHoldIsThatOfTheirFits) {
    const Sampled sampled(testing::ClosedForm{});
    const Curve& curve = sampled.test.curve;
    const double sd = sampled.inputs.noise_nm, r = sampled.inputs.noise_correlation;
    const double at_peak = sd * sd_of_value(curve, estimator_at_peak(curve, sampled.cycle), r);
    EXPECT_NEAR(sampled.u("depth at the peak"), at_peak, rounding * at_peak);
    const DepthEstimator begin = estimator_at_hold_begin(curve, sampled.cycle, sampled.F_max_uN);
    ASSERT_EQ(begin.degree, 2);
    const double at_begin = sd * sd_of_value(curve, begin, r);
    EXPECT_NEAR(sampled.u("depth at the start of the hold"), at_begin, rounding * at_begin);
    // The load is a mean: its noise is that of independent samples.
    EXPECT_NEAR(sampled.u("noise of the load"),
                sampled.correction.noise_load_uN /
                    std::sqrt(static_cast<double>(sampled.cycle.hold.size())),
                rounding);
}

// Three independent directions of one standard uncertainty each; h_p is one of the parameters.
TEST(NoiseOfPeak, TheUnloadingFitEntersByItsDirections) {
    const Sampled sampled(testing::ClosedForm{});
    ASSERT_TRUE(sampled.fit.is_known);
    std::size_t directions = 0;
    for (const Contribution& input : sampled.budget.inputs) {
        if (input.input != "unloading fit") continue;
        EXPECT_EQ(input.u, 1);
        EXPECT_NEAR(std::fabs(input.effect["h_p_nm"_q]),
                    std::fabs(sampled.fit.directions[directions][0]), 1e-12);
        ++directions;
    }
    EXPECT_EQ(directions, 3u);
    EXPECT_EQ(sampled.inputs.noise_nm, sampled.fit.sd_nm);
    EXPECT_EQ(sampled.inputs.noise_correlation, sampled.fit.correlation);
}

TEST(NoiseOfPeak, WithoutAHoldIsThatOfAParabola) {
    testing::ClosedForm form;
    form.hold_s = 0;
    const Sampled sampled(form);
    ASSERT_TRUE(sampled.cycle.hold.is_empty());
    const Curve& curve = sampled.test.curve;
    const DepthEstimator peak = estimator_at_peak(curve, sampled.cycle);
    ASSERT_EQ(peak.degree, 2);
    const double depth =
        sampled.inputs.noise_nm * sd_of_value(curve, peak, sampled.inputs.noise_correlation);
    EXPECT_NEAR(sampled.u("depth at the peak"), depth, rounding * depth);
    const double load = sampled.correction.noise_load_uN * sd_of_value(curve, peak, 0);
    EXPECT_GT(load, 0);
    EXPECT_NEAR(sampled.u("noise of the load"), load, rounding * load);
    EXPECT_EQ(sampled.u("depth at the start of the hold"), -1) << "there is none";
}

}  // namespace
}  // namespace sneddon
