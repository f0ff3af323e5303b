// Flags of a depth profile on either side of their limits, the depths that count for each, and what
// else a profile is made from: the tip of the file, columns of stiffness, cells of depth.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analyse/depth_profile/area_of_file.hpp"
#include "analyse/depth_profile/profile_cells.hpp"
#include "analyse/depth_profile/profile_flags.hpp"
#include "analyse/depth_profile/stiffness_column.hpp"
#include "analyse/depth_profile/stiffness_rise.hpp"

namespace sneddon {
namespace {

/// 100, 101, ..., 400 nm of a material whose moduli do not change.
struct FlatProfile {
    DepthProfile profile;
    ProfileMeans means;
    DepthRange range{200, 400};
    QuantityValues values;

    FlatProfile() {
        for (double h = 100; h <= 400; ++h) {
            profile.depth_nm.push_back(h);
            profile.load_uN.push_back(0.2 * h * h);
            profile.stiffness_uN_per_nm.push_back(0.5 * h);
            profile.contact_depth_nm.push_back(0.7 * h);
            profile.area_nm2.push_back(24.5 * 0.49 * h * h);
            profile.hardness_GPa.push_back(9);
            profile.reduced_modulus_GPa.push_back(100);
            profile.modulus_GPa.push_back(nan);
        }
        means.points = 201;
        values["m"_q] = 1.3;
    }
    std::size_t at(double h) const { return static_cast<std::size_t>(h - 100); }
    std::vector<Flag> flags() const {
        std::vector<Flag> found;
        flag_profile(profile, means, range, values, found);
        return found;
    }
    std::string codes() const {
        std::string all;
        for (const Flag& flag : flags()) all += flag.code.substr(4);
        return all;
    }
};

TEST(ProfileFlagLimits, OfTheFlatProfileIsNone) {
    EXPECT_EQ(FlatProfile().codes(), "");
}

TEST(ProfileFlagLimits, OfARangeThatIsNotFilled) {
    FlatProfile flat;
    flat.range.high_nm = 400 / 0.98 - 1e-6;
    EXPECT_EQ(flat.codes(), "");
    flat.range.high_nm = 400 / 0.98 + 1e-6;
    ASSERT_EQ(flat.codes(), "A060");
    EXPECT_EQ(flat.flags().front().text,
              "201 points of the depth profile from 200 to 408 nm: it ends at 400 nm");
    EXPECT_EQ(flat.flags().front().number, 400);
    flat.range.high_nm = 400;
    flat.means.points = 3;
    EXPECT_EQ(flat.codes(), "");
    flat.means.points = 2;
    flat.means.reduced_modulus_change = 1;  // nothing else is said of it
    EXPECT_EQ(flat.codes(), "A060");
}

TEST(ProfileFlagLimits, OfAModulusThatItsLineChanges) {
    for (const double sign : {1.0, -1.0}) {
        FlatProfile flat;
        flat.means.reduced_modulus_change = sign * 0.05;
        EXPECT_EQ(flat.codes(), "");
        flat.means.reduced_modulus_change = sign * 0.0501;
        ASSERT_EQ(flat.codes(), "A061");
        EXPECT_EQ(flat.flags().front().number, sign * 0.0501);
    }
}

// Each end is the mean over a tenth of its depth, both ends of the tenth included.
TEST(ProfileFlagLimits, OfAModulusThatItsEndsChange) {
    FlatProfile flat;
    auto& E_r = flat.profile.reduced_modulus_GPa;
    for (double h = 364; h <= 400; ++h) E_r[flat.at(h)] = 106;  // 400/1.1 = 363.6
    E_r[flat.at(363)] = E_r[flat.at(221)] = E_r[flat.at(199)] = 1000;
    auto flags = flat.flags();
    ASSERT_EQ(flags.size(), 1u);
    EXPECT_NEAR(flags.front().number, 0.06, 1e-12);
    EXPECT_EQ(flags.front().text,
              "from 200 to 400 nm the line through E_r gains +0.0 %, E_r goes from 100 to 106 GPa "
              "(+6.0 %)");
    E_r[flat.at(200)] += 21;  // one of 21 points
    flags = flat.flags();
    ASSERT_EQ(flags.size(), 0u);
    E_r[flat.at(200)] -= 21;
    E_r[flat.at(220)] += 21;
    EXPECT_EQ(flat.flags().size(), 0u);
    E_r[flat.at(220)] -= 21;
    E_r[flat.at(400)] -= 38;  // one of 37
    EXPECT_EQ(flat.flags().size(), 0u);
    E_r[flat.at(400)] = nan;  // is no part of the mean
    std::ranges::fill(flat.profile.modulus_GPa, 50);
    flags = flat.flags();
    ASSERT_EQ(flags.size(), 1u);
    EXPECT_NEAR(flags.front().number, 0.06, 1e-12);
    EXPECT_NE(flags.front().text.find("E goes from 50 to 50 GPa (+0.0 %)"), std::string::npos);
}

TEST(ProfileFlagLimits, OfAStiffnessThatRisesElsewhere) {
    const auto codes = [](double low_nm, double rise_nm) {
        FlatProfile flat;
        flat.range.low_nm = low_nm;
        flat.profile.rise_nm = rise_nm;
        return flat.codes();
    };
    for (const double sign : {1.0, -1.0}) {
        EXPECT_EQ(codes(300, sign * 1.5), "");
        EXPECT_EQ(codes(300, sign * 1.51), "A062");
        EXPECT_EQ(codes(120, sign * 1.0), "");
        EXPECT_EQ(codes(120, sign * 1.01), "A062");
    }
    FlatProfile flat;
    flat.profile.rise_nm = 3;
    const auto flags = flat.flags();
    ASSERT_EQ(flags.size(), 1u);
    EXPECT_EQ(flags.front().number, 3);
    EXPECT_EQ(flags.front().limit, 1);
    EXPECT_EQ(
        flags.front().text,
        "the stiffness rises at a depth of 3.0 nm: with the surface there the depth of 200 nm "
        "would change by -1.5 %");
}

// By the closed form of oscillation_effect at the first averaged point, 200 nm.
TEST(ProfileFlagLimits, OfAnOscillationThatIsNotSmall) {
    const auto effect = [](double rms_nm) {
        return oscillation_effect(8000, 200, 100, rms_nm, 1.3, 0.75).hardness;
    };
    double low = 0.1, high = 20;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (std::abs(effect(middle)) > 0.02 ? high : low) = middle;
    }
    FlatProfile flat;
    flat.profile.amplitude_nm.assign(flat.profile.size(), 1.001 * high);
    auto flags = flat.flags();
    ASSERT_EQ(flags.size(), 1u);
    EXPECT_EQ(flags.front().code, "SND-A063");
    EXPECT_NEAR(flags.front().number, effect(1.001 * high), 1e-12);
    EXPECT_EQ(flags.front().limit, 0.02);
    flat.values["m"_q] = nan;
    EXPECT_EQ(flat.codes(), "");
    flat.values["m"_q] = 1.3;
    flat.profile.amplitude_nm[flat.at(200)] = 0.999 * high;
    EXPECT_EQ(flat.codes(), "");
}

// The middle of the sizes over the averaged depths, points without a phase left out.
TEST(ProfileFlagLimits, OfAPhaseBehindTheForce) {
    FlatProfile flat;
    auto& phase = flat.profile.phase_deg;
    phase.assign(flat.profile.size(), 90);
    for (double h = 200; h <= 400; ++h) phase[flat.at(h)] = 5.7;
    EXPECT_EQ(flat.codes(), "");
    for (double h = 200; h <= 298; ++h) phase[flat.at(h)] = -5.8;  // 99 of 201
    EXPECT_EQ(flat.codes(), "");
    phase[flat.at(299)] = -5.8;
    EXPECT_EQ(flat.codes(), "");
    phase[flat.at(400)] = -5.8;
    ASSERT_EQ(flat.codes(), "A064");
    EXPECT_EQ(flat.flags().front().number, 5.8);
    for (double h = 200; h <= 220; ++h) phase[flat.at(h)] = nan;
    EXPECT_EQ(flat.codes(), "");
    std::ranges::fill(phase, nan);
    EXPECT_EQ(flat.codes(), "");
}

TEST(ProfileFlagLimits, OfAStiffnessThatStandsOut) {
    FlatProfile flat;
    flat.profile.stiffness_uN_per_nm[flat.at(199)] *= 2;  // not averaged
    EXPECT_EQ(flat.codes(), "");
    flat.profile.stiffness_uN_per_nm[flat.at(300)] *= 1.5;
    flat.profile.stiffness_uN_per_nm[flat.at(350)] *= 0.8;
    const auto flags = flat.flags();
    ASSERT_EQ(flags.size(), 1u);
    EXPECT_EQ(flags.front().code, "SND-A022");
    EXPECT_NEAR(flags.front().number, 0.25, 1e-9);
    EXPECT_EQ(flags.front().text,
              "2 stiffness(es) stand out from their neighbours from 200 to 400 nm, most at 300 nm "
              "by +50 %: left in the profile");
}

TEST(ProfileFlagLimits, CodesOfAProfileAreFive) {
    for (const auto* code : {"SND-A060", "SND-A061", "SND-A062", "SND-A063", "SND-A064"})
        EXPECT_TRUE(is_profile_flag(code)) << code;
    for (const auto* code : {"SND-A022", "SND-A059", "SND-A065", ""})
        EXPECT_FALSE(is_profile_flag(code)) << code;
}

/// Air of 0.9 and 1.1 over 10 points 1 nm apart, then what is given. Middle and spread as
/// nth_element has them of 10: 1.1 and 0.2, so that 1.1 + 5 · 1.4826 · 0.2 = 2.58 leaves the noise.
double rise_behind_air(std::vector<double> behind) {
    std::vector<double> depth, stiffness;
    for (int i = 0; i < 10; ++i) stiffness.push_back(i % 2 == 0 ? 0.9 : 1.1);
    stiffness.insert(stiffness.end(), behind.begin(), behind.end());
    for (std::size_t i = 0; i < stiffness.size(); ++i) depth.push_back(static_cast<double>(i));
    return stiffness_rise_nm(depth, stiffness);
}

TEST(StiffnessRise, IsBehindTheLastPointWithinFiveSdOfTheAir) {
    EXPECT_EQ(rise_behind_air({2.58, 2.58, 50, 90, 130, 140, 150, 160, 170, 180}), 11.5);
    EXPECT_EQ(rise_behind_air({2.58, 2.59, 50, 90, 130, 140, 150, 160, 170, 180}), 10.5);
    EXPECT_EQ(rise_behind_air({3, 50, 2, 90, 130, 140, 150, 160, 170, 180}), 12.5);
    EXPECT_EQ(rise_behind_air({3, 50, 60, 90, 130, 140, 150, 160, 2, 180}), 18.5);
}

TEST(StiffnessRise, NeedsTwentyPointsAndAContactOfFiftyTimesTheAir) {
    EXPECT_EQ(rise_behind_air({3, 4, 5, 6, 7, 8, 9, 10, 11, 129.2}), 9.5);  // 2.5826/0.02 = 129.13
    EXPECT_TRUE(is_nan(rise_behind_air({3, 4, 5, 6, 7, 8, 9, 10, 11, 129})));
    EXPECT_TRUE(is_nan(rise_behind_air({3, 4, 5, 6, 7, 8, 9, 10, 200})));
}

TEST(StiffnessColumn, IsReadInEveryUnit) {
    for (const auto& [unit, factor] : {std::pair<const char*, double>{"N/m", 1e-3},
                                       {"kN/m", 1},
                                       {"mN/nm", 1000},
                                       {"mN/µm", 1},
                                       {"mN/um", 1},
                                       {"N/mm", 1},
                                       {"µN/nm", 1},
                                       {"uN/nm", 1}}) {
        Curve curve;
        curve.channels = {{"Dynamic Contact Stiffness", unit, {7}}};
        const auto found = find_stiffness(curve);
        ASSERT_TRUE(found && has_stiffness(curve)) << unit;
        EXPECT_DOUBLE_EQ(found->S_uN_per_nm[0], 7 * factor) << unit;
    }
}

// Harmonic stiffness without that of the frame is not the contact's.
TEST(StiffnessColumn, OfContactComesBeforeAnyOther) {
    Curve curve;
    curve.channels = {{"Harmonic Stiffness", "kN/m", {3}}};
    EXPECT_FALSE(has_stiffness(curve) || find_stiffness(curve));
    curve.channels.push_back({"Harmonic Frame Stiffness", "N/m", {6000}});
    EXPECT_TRUE(has_stiffness(curve));
    EXPECT_DOUBLE_EQ(find_stiffness(curve)->S_uN_per_nm[0], 6);
    EXPECT_EQ(find_stiffness(curve)->source,
              "column 'Harmonic Stiffness (kN/m)' less the frame of column 'Harmonic Frame "
              "Stiffness (N/m)'");
    curve.channels.push_back({"Stiffness", "N/m", {4000}});
    curve.channels.push_back({"Harmonic Contact Stiffness", "N/m", {5000}});
    EXPECT_DOUBLE_EQ(find_stiffness(curve)->S_uN_per_nm[0], 5);
}

TEST(StiffnessColumn, AmplitudeAndPhaseAreThoseOfKnownNamesAndUnits) {
    Curve curve;
    curve.channels = {{"Harmonic Displacement", "um", {1}},
                      {"Harmonic Displacement", "nm", {2}},
                      {"Phase Angle", "deg", {3}}};
    ASSERT_NE(find_amplitude_nm(curve), nullptr);
    EXPECT_EQ(find_amplitude_nm(curve)->front(), 2);
    EXPECT_EQ(find_contact_phase_deg(curve), nullptr);
    for (const auto* unit : {"degrees", "deg", "°"}) {
        curve.channels[2] = {"Dyn. Phase", unit, {4}};
        ASSERT_NE(find_contact_phase_deg(curve), nullptr) << unit;
        EXPECT_EQ(find_contact_phase_deg(curve)->front(), 4);
    }
    curve.channels[2].unit = "rad";
    EXPECT_EQ(find_contact_phase_deg(curve), nullptr);
}

TEST(AreaInForce, IsThatOfTheFileWhereItIsAskedFor) {
    StatedByFile stated;
    stated.area_coefficients = {24.5, 100, 3};
    EXPECT_FALSE(area_in_force(std::nullopt, stated));
    AreaFunction asked;
    EXPECT_EQ(area_in_force(asked, stated)->kind, asked.kind);
    asked.kind = AreaFunction::Kind::of_file;
    asked.source = "the file";
    asked.coefficients.fill(7);
    const auto area = area_in_force(asked, stated);
    ASSERT_TRUE(area);
    EXPECT_EQ(area->kind, AreaFunction::Kind::polynomial);
    EXPECT_EQ(area->source, "the file");
    std::vector<double> expected(area->coefficients.size(), 0);
    std::ranges::copy(stated.area_coefficients, expected.begin());
    EXPECT_TRUE(std::ranges::equal(area->coefficients, expected));
    stated.area_coefficients.clear();
    EXPECT_FALSE(area_in_force(asked, stated));
    stated.area_coefficients.assign(area->coefficients.size(), 1);
    EXPECT_TRUE(area_in_force(asked, stated));
    stated.area_coefficients.push_back(1);  // more than the engine knows
    EXPECT_FALSE(area_in_force(asked, stated));
}

// From 1 nm on; cell 32 holds 10 to 10.75 nm. What one point lacks the cell lacks.
TEST(ProfileCells, AreMeansOfTheirPoints) {
    DepthProfile profile;
    for (const double h : {0.99, 1.0, 10.0, 10.5, 10.8}) {
        profile.depth_nm.push_back(h);
        profile.load_uN.push_back(2 * h);
        profile.stiffness_uN_per_nm.push_back(3 * h);
        profile.contact_depth_nm.push_back(4 * h);
        profile.area_nm2.push_back(5 * h);
        profile.hardness_GPa.push_back(6 * h);
        profile.reduced_modulus_GPa.push_back(7 * h);
        profile.modulus_GPa.push_back(h == 10.5 ? nan : 8 * h);
    }
    const auto cells = cells_of(profile);
    ASSERT_EQ(cells.size(), 3u);
    EXPECT_EQ(cells[0].cell, 0);
    EXPECT_EQ(cells[0].points, 1u);
    EXPECT_EQ(cells[2].cell, 33);
    const ProfileCell& cell = cells[1];
    EXPECT_EQ(cell.cell, 32);
    EXPECT_EQ(cell.points, 2u);
    const double h = 10.25;
    EXPECT_DOUBLE_EQ(cell.depth_nm, h);
    EXPECT_DOUBLE_EQ(cell.load_uN, 2 * h);
    EXPECT_DOUBLE_EQ(cell.stiffness_uN_per_nm, 3 * h);
    EXPECT_DOUBLE_EQ(cell.contact_depth_nm, 4 * h);
    EXPECT_DOUBLE_EQ(cell.area_nm2, 5 * h);
    EXPECT_DOUBLE_EQ(cell.hardness_GPa, 6 * h);
    EXPECT_DOUBLE_EQ(cell.reduced_modulus_GPa, 7 * h);
    EXPECT_TRUE(is_nan(cell.modulus_GPa));
}

}  // namespace
}  // namespace sneddon
