// The study of Pomes et al. 2025 as it is simulated: mean and sd of hardness and of the elastic
// part of the work. scripts/check-simulated-study does the same from written files, at the full
// rate and size, for 13 seeds. Here one seed, 150 tests of each load function and 60 samples a
// second.
#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "numeric/sum/moments.hpp"
#include "simulate/export_text.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "support/simulated_tests.hpp"

namespace sneddon::testing {
namespace {

struct Published {
    double H_GPa, H_sd_GPa, eta, eta_sd;
};
const std::map<double, Published> published = {{0, {4.89, 0.38, 0.65, 0.04}},
                                               {10, {4.30, 0.39, 0.63, 0.04}},
                                               {30, {4.35, 0.36, 0.61, 0.06}},
                                               {60, {4.37, 0.36, 0.61, 0.08}}};

// Load offset and zero of the depth are the corrections' part and are off here.
TEST(SimulatedStudy, HasThePublishedMomentsForEachHoldTime) {
    const auto study = simulated_study("zr50cu40al10", 150,
                                       {{"programme.points_per_s", "60"},
                                        {"instrument.tare_uN", "0"},
                                        {"instrument.zero_nm", "0"}});
    AnalysisRecipe recipe;
    recipe.area_function = calibrate_tip(study.plan.tip).area;
    std::map<double, std::vector<double>> H, eta;
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const SimulatedTest made = simulated_curve(study, i);
        const QuantityValues found = analyse(made.test, recipe).cycles.at(0).values;
        H[made.truth.hold_s].push_back(found["H_IT_GPa"_q]);
        eta[made.truth.hold_s].push_back(found["eta_IT"_q]);
    }
    ASSERT_EQ(H.size(), published.size());
    for (const auto& [hold_s, expected] : published) {
        EXPECT_NEAR(mean(H[hold_s]), expected.H_GPa, 0.06) << hold_s;
        EXPECT_NEAR(standard_deviation(H[hold_s]), expected.H_sd_GPa, 0.05) << hold_s;
        EXPECT_NEAR(mean(eta[hold_s]), expected.eta, 0.012) << hold_s;
        EXPECT_NEAR(standard_deviation(eta[hold_s]), expected.eta_sd, 0.015) << hold_s;
    }
}

}  // namespace
}  // namespace sneddon::testing
