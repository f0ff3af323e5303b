#include "correct/frame_compliance.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sneddon {
namespace {

constexpr double otherwise = 5e-4;

Correction frame(double value, const char* method) {
    Correction step;
    step.what = "frame_compliance";
    step.value = value;
    step.method = method;
    step.is_applied = true;
    return step;
}

double u_of(std::vector<Correction> steps) {
    TestCorrection correction;
    correction.steps = std::move(steps);
    return u_frame_compliance_nm_per_uN(correction, otherwise);
}

TEST(FrameComplianceUncertainty, IsThatOfTheCorrectionWhereItIsKnown) {
    TestCorrection correction;
    correction.steps = {frame(1e-3, "header")};
    correction.u_frame_compliance_nm_per_uN = 2e-3;
    EXPECT_EQ(u_frame_compliance_nm_per_uN(correction, otherwise), 2e-3);
}

TEST(FrameComplianceUncertainty, OfAStatedOneIsAtMostATenth) {
    EXPECT_EQ(u_of({frame(1e-3, "header")}), 0.1 * 1e-3);
    EXPECT_EQ(u_of({frame(8e-3, "header")}), otherwise);
    Correction before = frame(2e-3, "file");
    before.is_applied = false;
    before.is_by_instrument = true;
    EXPECT_EQ(u_of({before}), 0.1 * 2e-3);
}

TEST(FrameComplianceUncertainty, OfAValueOfTheRecipeOrOfNoneIsTheOther) {
    EXPECT_EQ(u_of({}), otherwise);
    EXPECT_EQ(u_of({frame(1e-3, "value")}), otherwise);
    EXPECT_EQ(u_of({frame(0, "header")}), otherwise);
    EXPECT_EQ(u_of({frame(-1e-3, "header")}), otherwise);
    Correction unused = frame(1e-3, "header");
    unused.is_applied = false;
    EXPECT_EQ(u_of({unused}), otherwise);
    Correction drift = frame(1e-3, "hold");
    drift.what = "drift";
    EXPECT_EQ(u_of({drift}), otherwise);
}

// The instrument's, then the recipe's in its place.
TEST(FrameComplianceUncertainty, OfTwoTheLastInForceCounts) {
    Correction before = frame(2e-3, "file");
    before.is_by_instrument = true;
    EXPECT_EQ(u_of({before, frame(1e-3, "value")}), otherwise);
    EXPECT_EQ(u_of({frame(1e-3, "value"), before}), 0.1 * 2e-3);
    Correction unused = frame(1e-3, "value");
    unused.is_applied = false;
    EXPECT_EQ(u_of({before, unused}), 0.1 * 2e-3);
}

}  // namespace
}  // namespace sneddon
