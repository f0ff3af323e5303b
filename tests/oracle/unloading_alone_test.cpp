// Unloadings of fused silica without loading and time (Czech Metrology Institute), against fits by
// scipy (reference_fits.json beside them).
#include <gtest/gtest.h>

#include <cmath>

#include "sneddon/analyse/analysis.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

struct Reference {
    std::string file;
    double low, high, S_uN_per_nm, m, h_f_nm;
};

class UnloadingAlone : public ::testing::TestWithParam<Reference> {};

TEST_P(UnloadingAlone, HasTheReferencesStiffness) {
    SNEDDON_NEEDS_SHARED();
    const auto folder = testing::shared_folder() / "data/vendor_oracles/fused_silica_cmi";
    const Reference& reference = GetParam();
    const auto content = read_file(folder / reference.file, {{{"depth", "nm"}, {"load", "mN"}}});
    ASSERT_TRUE(content.ok()) << message(content.error());
    AnalysisRecipe recipe;
    recipe.window_low = reference.low;
    recipe.window_high = reference.high;
    recipe.area_function.emplace();
    recipe.poisson_ratio = 0.17;
    const TestResult result = analyse(content->tests.at(0), recipe);
    ASSERT_EQ(result.cycles.size(), 1u);
    const QuantityValues& values = result.cycles[0].values;
    EXPECT_TRUE(result.cycles[0].is_usable) << result.cycles[0].reason;
    // The reference takes F_max as the first reading, ours is smoothed: 1e-4 of it.
    EXPECT_NEAR(values["S_uN_per_nm"_q], reference.S_uN_per_nm, 1e-3 * reference.S_uN_per_nm);
    EXPECT_NEAR(values["m"_q], reference.m, 2e-3);
    EXPECT_NEAR(values["h_p_nm"_q], reference.h_f_nm, 0.05);
    for (const auto q : {"h_c_nm"_q, "A_p_nm2"_q, "H_IT_GPa"_q, "E_r_GPa"_q, "E_IT_GPa"_q})
        EXPECT_TRUE(std::isfinite(values[q])) << q.info().id;
    for (const auto q : {"W_total_pJ"_q, "W_elast_pJ"_q, "eta_IT"_q, "creep_nm"_q, "C_IT_percent"_q,
                         "hold_s"_q, "ramp_s"_q})
        EXPECT_TRUE(std::isnan(values[q])) << q.info().id;
}

INSTANTIATE_TEST_SUITE_P(FusedSilica, UnloadingAlone,
                         ::testing::Values(Reference{"silicaBerk.csv", 0.2, 0.98, 18.59985,
                                                     1.2219900957731105, 31.18751},
                                           Reference{"silicaBerk.csv", 0.4, 0.98, 18.68081,
                                                     1.2343287591451166, 30.93985}));

}  // namespace
}  // namespace sneddon
