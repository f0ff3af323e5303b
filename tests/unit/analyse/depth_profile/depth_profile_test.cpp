// Depth profiles in closed form: an ideal tip on a material of known H and E_r.
#include "analyse/depth_profile/depth_profile.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "analyse/depth_profile/profile_cells.hpp"
#include "analyse/depth_profile/profile_means.hpp"
#include "analyse/depth_profile/stiffness_column.hpp"

namespace sneddon {
namespace {

constexpr double H_GPa = 9, E_r_GPa = 70;

/// F = H A, S = 2 E_r sqrt(A/pi), h = h_c + epsilon F/S with A = 24.5 h_c².
MeasuredStiffness ideal_material(double E_r_growth_per_nm = 0) {
    MeasuredStiffness measured;
    for (double h_c = 10; h_c <= 1000; h_c += 10) {
        const double A = 24.5 * h_c * h_c, E_r = E_r_GPa * (1 + E_r_growth_per_nm * h_c);
        const double F = 1e-3 * H_GPa * A, S = 2e-3 * E_r * std::sqrt(A / std::numbers::pi);
        measured.load_uN.push_back(F);
        measured.stiffness_uN_per_nm.push_back(S);
        measured.depth_nm.push_back(h_c + 0.75 * F / S);
    }
    return measured;
}

AnalysisRecipe ideal_recipe() {
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};
    recipe.poisson_ratio = 0.17;
    return recipe;
}

TEST(DepthProfile, OfAnIdealMaterialIsFlat) {
    const DepthProfile profile = depth_profile(ideal_material(), ideal_recipe());
    ASSERT_EQ(profile.size(), 100u);
    for (std::size_t i = 0; i < profile.size(); ++i) {
        EXPECT_NEAR(profile.hardness_GPa[i], H_GPa, 1e-9);
        EXPECT_NEAR(profile.reduced_modulus_GPa[i], E_r_GPa, 1e-9);
    }
    const ProfileMeans means = means_of(profile, {200, 800});
    EXPECT_NEAR(means.hardness_GPa, H_GPa, 1e-9);
    EXPECT_NEAR(means.reduced_modulus_change, 0, 1e-9);
    // F/S² = pi H/(4 E_r²).
    EXPECT_NEAR(means.load_per_stiffness2_per_GPa,
                std::numbers::pi * H_GPa / (4 * E_r_GPa * E_r_GPa), 1e-9);
}

TEST(DepthProfile, WithoutATipHasNoHardness) {
    const DepthProfile profile = depth_profile(ideal_material(), AnalysisRecipe{});
    EXPECT_TRUE(std::isnan(profile.hardness_GPa[50]));
    EXPECT_GT(profile.contact_depth_nm[50], 0);
}

TEST(DepthProfile, AChangeOfTheModulusAndARangeThatIsNotReachedAreFlagged) {
    const auto codes_of = [](const DepthRange& range, double growth) {
        CycleResult cycle;
        add_profile_means(depth_profile(ideal_material(growth), ideal_recipe()), range, {},
                          ideal_recipe(), cycle);
        std::string codes;
        for (const Flag& flag : cycle.flags) codes += flag.code + " ";
        return codes;
    };
    EXPECT_EQ(codes_of({200, 800}, 0), "");
    EXPECT_EQ(codes_of({200, 800}, 2e-4), "SND-A061 ");
    EXPECT_EQ(codes_of({200, 3000}, 0), "SND-A060 ");
    EXPECT_EQ(codes_of({2500, 3000}, 0), "SND-A060 ");
}

// E_r goes with 1/sqrt(A), H with 1/A; the area is common to all tests.
TEST(DepthProfile, TheAreaIsUncertainForAllTestsAlike) {
    AnalysisRecipe recipe = ideal_recipe();
    recipe.uncertainty = {};
    recipe.uncertainty.area_relative = 0.02;
    recipe.uncertainty.frame_compliance_nm_per_uN = 0;
    recipe.uncertainty.load_relative = recipe.uncertainty.depth_relative = 0;
    CycleResult cycle;
    add_profile_means(depth_profile(ideal_material(), recipe), {200, 800}, {}, recipe, cycle);
    EXPECT_NEAR(cycle.uncertainty.common["H_profile_GPa"_q], 0.02 * H_GPa, 1e-9);
    EXPECT_NEAR(cycle.uncertainty.common["E_r_profile_GPa"_q], 0.01 * E_r_GPa, 1e-9);
    EXPECT_NEAR(cycle.uncertainty.random["H_profile_GPa"_q], 0, 1e-9);
}

TEST(DepthProfile, CellsAreTheSameForAllTests) {
    EXPECT_EQ(cell_of(10), 32);
    EXPECT_NEAR(depth_of_cell_nm(32), 10 * std::pow(10, 1.0 / 64), 1e-12);
    const auto cells = cells_of(depth_profile(ideal_material(), ideal_recipe()));
    std::size_t points = 0;
    for (const ProfileCell& cell : cells) {
        points += cell.points;
        EXPECT_EQ(cell_of(cell.depth_nm), cell.cell);
        EXPECT_NEAR(cell.hardness_GPa, H_GPa, 1e-9);
    }
    EXPECT_EQ(points, 100u);
}

TEST(StiffnessColumn, IsThatOfContactInItsUnit) {
    Curve curve;
    curve.time_s = {0, 1};
    curve.channels = {{"Frame Stiffness", "N/m", {1, 1}}, {"STIFFNESS", "N/m", {2000, 3000}}};
    const auto found = find_stiffness(curve);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->source, "column 'STIFFNESS (N/m)'");
    EXPECT_EQ(found->S_uN_per_nm, (std::vector<double>{2, 3}));
    curve.channels[1].unit = "";  // nothing is guessed
    EXPECT_FALSE(find_stiffness(curve));
}

// Springs in series.
TEST(StiffnessColumn, OfHarmonicStiffnessIsWithoutTheFrame) {
    Curve curve;
    curve.channels = {{"Harmonic Stiffness", "N/m", {1500}},
                      {"Harmonic Frame Stiffness", "N/m", {6000}}};
    const auto found = find_stiffness(curve);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->S_uN_per_nm[0], 2, 1e-12);
}

/// A test of partial unloadings to 20, 40, ... nm of contact depth, and no column of a stiffness.
TestResult partial_unloadings(std::size_t count) {
    const MeasuredStiffness material = ideal_material();
    TestResult result;
    for (std::size_t i = 0; i < count; ++i) {
        CycleResult cycle;
        cycle.cycle = static_cast<int>(i + 1);
        cycle.is_usable = true;
        const std::size_t k = 2 * i + 1;
        cycle.values["h_max_nm"_q] = material.depth_nm[k];
        cycle.values["F_max_uN"_q] = material.load_uN[k];
        cycle.values["S_uN_per_nm"_q] = material.stiffness_uN_per_nm[k];
        result.cycles.push_back(cycle);
    }
    return result;
}

TEST(DepthProfile, OfPartialUnloadingsHasAPointOfEach) {
    TestResult result = partial_unloadings(40);
    result.cycles[7].is_usable = false;  // refused: no point
    const auto found = add_depth_profile(sneddon::Test(), ideal_recipe(), result);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->profile.source, "partial unloadings");
    ASSERT_EQ(found->profile.size(), 39u);
    for (std::size_t i = 0; i < found->profile.size(); ++i)
        EXPECT_NEAR(found->profile.hardness_GPa[i], H_GPa, 1e-9);
    const auto& values = result.cycles.front().values;
    EXPECT_NEAR(values["H_profile_GPa"_q], H_GPa, 1e-9);
    EXPECT_NEAR(values["E_r_profile_GPa"_q], E_r_GPa, 1e-9);
}

TEST(DepthProfile, OfTwoUnloadingsIsNone) {
    TestResult result = partial_unloadings(2);
    EXPECT_FALSE(add_depth_profile(sneddon::Test(), ideal_recipe(), result).has_value());
}

}  // namespace
}  // namespace sneddon
