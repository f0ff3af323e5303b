// The study against simulated truth, one seed of each preset at 20 points/s; bench/study_seeds
// makes the table of any list of seeds.
#include <gtest/gtest.h>

#include "study/findings.hpp"
#include "support/simulated_findings.hpp"

namespace sneddon {
namespace {

using testing::agreement_at_60_s;
using testing::simulated_findings;
using testing::verdict_of;

StudyOptions quick() {
    StudyOptions options;
    options.most_clusters = 4;
    options.k_resamples = 5;
    options.k_simulations = 0;
    options.share_fits = 100;
    options.creep_resamples = 5;
    options.fit_simulations = 9;
    options.permutations = 19;
    return options;
}

const CreepCurve& curve_of(const testing::SimulatedFindings& found, int label) {
    for (const CreepCurve& curve : findings_of(found.study).creep_curves)
        if (curve.label == label && curve.duration_s() > 59) return curve;
    throw std::out_of_range("no curve");
}

// Tolerances: those of PRESET zr50cu40al10 at 300 tests per load function.
TEST(StudyTruth, ThreeClassesAreFoundWithTheirLaws) {
    const auto found = simulated_findings("zr50cu40al10", 1, 300, 20, quick());
    ASSERT_TRUE(findings_of(found.study).clusters);
    EXPECT_EQ(findings_of(found.study).clusters->chosen, 3u);
    EXPECT_GE(agreement_at_60_s(found), 0.85);
    EXPECT_NEAR(curve_of(found, 0).fit.a, 0.034, 0.006);
    EXPECT_LT(curve_of(found, 1).fit.a, 0.010);
    EXPECT_LT(curve_of(found, 2).fit.a, 0.003);
    for (int label = 0; label < 3; ++label) EXPECT_NEAR(curve_of(found, label).fit.b, 0.40, 0.04);
    EXPECT_GT(curve_of(found, 0).fit.c, curve_of(found, 1).fit.c);
    EXPECT_GT(curve_of(found, 1).fit.c, curve_of(found, 2).fit.c);
    EXPECT_NE(verdict_of(found, "pooling"), Verdict::likely);
    EXPECT_NE(verdict_of(found, "drift"), Verdict::likely);
    EXPECT_EQ(verdict_of(found, "circularity"), Verdict::likely);
}

TEST(StudyTruth, OneMaterialAtThreeHoldsIsSeenAsPooling) {
    const auto found = simulated_findings("null-pooling", 1, 300, 20, quick());
    EXPECT_EQ(verdict_of(found, "pooling"), Verdict::likely);
}

TEST(StudyTruth, DriftBetweenTestsIsSeen) {
    const auto found = simulated_findings("null-drift", 1, 300, 20, quick());
    EXPECT_EQ(verdict_of(found, "drift"), Verdict::likely);
}

}  // namespace
}  // namespace sneddon
