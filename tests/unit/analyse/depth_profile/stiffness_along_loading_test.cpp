// Which points of a loading a depth profile is made of, and what they are corrected by.
#include <gtest/gtest.h>

#include "analyse/depth_profile/depth_profile.hpp"
#include "analyse/depth_profile/profile_means.hpp"

namespace sneddon {
namespace {

constexpr std::size_t points = 60;
constexpr double C_nm_per_uN = 0.01;

/// 10 uN and 1 nm a point from -30 uN and -3 nm on; a contact of 5 uN/nm, and the segment of
/// loading from point 20 to 49.
struct Loading {
    sneddon::Test test;
    TestResult result;

    Loading() {
        Curve& curve = test.curve;
        Channel stiffness{"Stiffness", "N/mm", {}}, amplitude{"Harmonic Displacement", "nm", {}},
            phase{"Dyn. Phase", "deg", {}};
        for (std::size_t i = 0; i < points; ++i) {
            const auto place = static_cast<double>(i);
            curve.time_s.push_back(0.1 * place);
            curve.load_uN.push_back(10 * place - 30);
            curve.depth_nm.push_back(place - 3);
            stiffness.values.push_back(5);
            amplitude.values.push_back(place);
            phase.values.push_back(-place);
        }
        curve.channels = {stiffness, amplitude, phase};
        CycleResult cycle;
        cycle.is_usable = true;
        cycle.parts.load = {SegmentKind::load, 20, 50};
        result.cycles.push_back(cycle);
    }
    double& stiffness_at(std::size_t i) { return test.curve.channels[0].values[i]; }
    std::optional<MeasuredStiffness> measured() const {
        return measured_stiffness(test, result, AnalysisRecipe{});
    }
};

void expect_points(const Loading& loading, std::size_t first, std::size_t count) {
    const auto measured = loading.measured();
    ASSERT_TRUE(measured);
    ASSERT_EQ(measured->depth_nm.size(), count);
    ASSERT_EQ(measured->amplitude_nm.size(), count);
    ASSERT_EQ(measured->phase_deg.size(), count);
    EXPECT_EQ(measured->amplitude_nm.front(), static_cast<double>(first));
    EXPECT_EQ(measured->phase_deg.front(), -static_cast<double>(first));
    EXPECT_EQ(measured->load_uN.front(), 10 * static_cast<double>(first) - 30);
    EXPECT_EQ(measured->amplitude_nm.back(), 49);
}

// Point 3 has no load.
TEST(StiffnessAlongLoading, BeginsBehindTheLastPointThatIsNotInContact) {
    expect_points(Loading(), 4, 46);
    Loading loading;
    loading.stiffness_at(10) = 0;
    expect_points(loading, 11, 39);
    loading.stiffness_at(19) = -1;
    expect_points(loading, 20, 30);
}

TEST(StiffnessAlongLoading, LeavesOutPointsWithoutAStiffness) {
    Loading loading;
    loading.stiffness_at(30) = nan;
    loading.stiffness_at(40) = -5;
    expect_points(loading, 4, 44);
}

TEST(StiffnessAlongLoading, HasTheCorrectionsOfTheAnalysis) {
    Loading loading;
    loading.result.correction.change.frame_compliance_nm_per_uN = C_nm_per_uN;
    loading.result.correction.change.zero_nm = 0.5;
    const auto measured = loading.measured();
    ASSERT_TRUE(measured);
    EXPECT_EQ(measured->source, "column 'Stiffness (N/mm)'");
    for (std::size_t i = 0; i < measured->depth_nm.size(); ++i) {
        EXPECT_NEAR(measured->stiffness_uN_per_nm[i], 1 / (1 / 5.0 - C_nm_per_uN), 1e-12);
        const double raw_nm = measured->load_uN[i] / 10;
        EXPECT_NEAR(measured->depth_nm[i], raw_nm - C_nm_per_uN * measured->load_uN[i] - 0.5,
                    1e-12);
        EXPECT_GT(measured->depth_nm[i], 0);
    }
    EXPECT_EQ(measured->load_uN.front(), 10);  // 1 - 0.1 - 0.5 nm
}

TEST(StiffnessAlongLoading, OfATestThatCannotBeUsedIsNone) {
    Loading loading;
    loading.result.cycles.front().is_usable = false;
    EXPECT_FALSE(loading.measured());
    loading.result.cycles.clear();
    EXPECT_FALSE(loading.measured());
    Loading without_contact;
    for (std::size_t i = 0; i < points; ++i) without_contact.stiffness_at(i) = 0;
    EXPECT_FALSE(without_contact.measured());
}

// Where the file states no range and the recipe asks for none: half to 95 % of the largest depth.
TEST(StiffnessAlongLoading, ItsMeansAreThoseOfTheFirstCycle) {
    Loading loading;
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};
    loading.test.stated.profile_to_nm = 40;
    const auto averaged = add_depth_profile(loading.test, recipe, loading.result);
    ASSERT_TRUE(averaged);
    EXPECT_EQ(averaged->averaged.low_nm, 23);
    EXPECT_EQ(averaged->averaged.high_nm, 40);
    EXPECT_EQ(loading.result.cycles.front().values["profile_points"_q], 18);
}

}  // namespace
}  // namespace sneddon
