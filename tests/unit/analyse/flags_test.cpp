#include "analyse/flags.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace sneddon {
namespace {

void expect_flag(const std::vector<Flag>& flags, std::string_view code, double number, double limit,
                 const std::string& text) {
    ASSERT_EQ(flags.size(), 1u) << text;
    EXPECT_EQ(flags[0].code, code);
    if (std::isnan(number)) {
        EXPECT_TRUE(std::isnan(flags[0].number));
    } else {
        EXPECT_DOUBLE_EQ(flags[0].number, number);
    }
    if (std::isnan(limit)) {
        EXPECT_TRUE(std::isnan(flags[0].limit));
    } else {
        EXPECT_DOUBLE_EQ(flags[0].limit, limit);
    }
    EXPECT_EQ(flags[0].text, text);
}

TEST(Flags, MoreThanAHundredthMissingIsTooMuch) {
    EXPECT_FALSE(are_too_many_missing(10, 1000));
    EXPECT_TRUE(are_too_many_missing(11, 1000));
    EXPECT_FALSE(are_too_many_missing(0, 0));
    expect_flag({too_many_missing(11, 1000)}, "SND-A011", 0.011, 0.01,
                "11 of 1000 samples are not numbers");
    std::vector<Flag> flags;
    flag_missing(3, 1000, flags);
    expect_flag(flags, "SND-A010", 0.003, 0.01, "3 samples are not numbers and were left out");
}

// A tenth of the points that the window had.
TEST(Flags, MoreThanATenthMissingInTheWindowIsTooMuch) {
    EXPECT_FALSE(are_too_many_missing_in_window(10, 90));
    EXPECT_TRUE(are_too_many_missing_in_window(11, 90));
    std::vector<Flag> flags;
    flag_missing_in_window(44, 100, flags);
    expect_flag(flags, "SND-A012", 44 / 144.0, 0.1,
                "44 of 144 samples missing inside the fit window: u(S) is 20 % larger");
}

TEST(Flags, ACurveWithoutACycleIsNamed) {
    Curve curve;
    curve.time_s = {0, 1, 2};
    expect_flag({no_cycle(curve)}, "SND-S001", 3, NAN, "no loading that is followed by unloading");
}

TEST(Flags, RepairsOfTheTimeAreTold) {
    std::vector<Flag> flags;
    TimeRepair repair;
    repair.repeated = 7;  // left as they are
    flag_time(repair, 100, flags);
    EXPECT_TRUE(flags.empty());
    repair.is_spread = true;
    repair.longest = 3;
    flag_time(repair, 100, flags);
    expect_flag(
        flags, "SND-S003", 7, 0,
        "time stamps repeat: 7 of 100 samples have the time of the one before, up to 3 in a "
        "row; they were spread evenly");
    flags.clear();
    repair = {};
    repair.lone = 1;
    repair.first_lone_s = 12.5;
    repair.step_s = 0.1;
    flag_time(repair, 100, flags);
    expect_flag(flags, "SND-S004", 12.5, 0.1,
                "1 time(s) far from both neighbours were replaced, the first is 12.5 s");
}

TEST(Flags, AnOscillationIsTold) {
    std::vector<Flag> flags;
    flag_oscillation(std::nullopt, flags);
    EXPECT_TRUE(flags.empty());
    flag_oscillation(Oscillation{20, 45, 1.5}, flags);
    expect_flag(flags, "SND-S005", 1.5, 45,
                "an oscillation of 45 Hz and 1.5 µN on the load: load and depth are means over its "
                "period");
}

/// A fit of 50 points with this m.
UnloadingFit fit_of(double m) {
    UnloadingFit fit;
    fit.is_fitted = true;
    fit.m = m;
    fit.n = 50;
    return fit;
}

std::vector<Flag> flags_of(const UnloadingFit& fit) {
    AnalysisRecipe recipe;
    recipe.m_min = 1.1;
    recipe.m_max = 4;
    std::vector<Flag> flags;
    flag_fit(fit, recipe, flags);
    return flags;
}

TEST(Flags, TheExponentOfAnUnloadingIsBetweenThatOfAPunchAndOfACone) {
    EXPECT_TRUE(flags_of(fit_of(1.05)).empty());
    EXPECT_TRUE(flags_of(fit_of(2)).empty());
    expect_flag(flags_of(fit_of(1.04)), "SND-A002", 1.04, 1.05, "m = 1.04 outside 1.05 to 2");
    expect_flag(flags_of(fit_of(2.01)), "SND-A002", 2.01, 2, "m = 2.01 outside 1.05 to 2");
    UnloadingFit bound = fit_of(4);
    bound.is_m_at_bound = true;
    expect_flag(flags_of(bound), "SND-A001", 4, 4, "m = 4 at the bound of its search range");
    bound.m = 1.1;
    expect_flag(flags_of(bound), "SND-A001", 1.1, 1.1, "m = 1.1 at the bound of its search range");
}

// Three standard uncertainties.
TEST(Flags, AnExponentWithinItsUncertaintyIsForgiven) {
    std::vector<Flag> flags = flags_of(fit_of(2.25));
    forgive_exponent(0.08, flags);
    EXPECT_EQ(flags.size(), 1u);
    forgive_exponent(0.25 / 3, flags);
    EXPECT_TRUE(flags.empty());
    UnloadingFit bound = fit_of(4);
    bound.is_m_at_bound = true;
    flags = flags_of(bound);
    forgive_exponent(100, flags);
    EXPECT_EQ(flags.size(), 1u);
}

TEST(Flags, AFinalDepthAtItsBoundAndFewPointsAreTold) {
    UnloadingFit fit = fit_of(1.5);
    fit.is_h_p_at_bound = true;
    expect_flag(
        flags_of(fit), "SND-A047", 0, 0,
        "h_p = 0 at the bound of the recipe: the unloading is no power law from a depth above "
        "it");
    fit = fit_of(1.5);
    fit.n = 49;
    expect_flag(flags_of(fit), "SND-A008", 49, 50, "49 samples in the fit window");
    fit.n = 5;
    std::vector<Flag> flags;
    flag_no_fit(fit, flags);
    expect_flag(flags, "SND-A003", 5, 6, "no unloading fit: 5 samples in the window");
}

// Of five second differences four are 1 or -1 nm: their median deviation is 1 nm, the noise
// 1.4826 nm/sqrt(6).
TEST(Flags, AResidualOfThreeTimesTheNoiseIsAMisfit) {
    Curve curve;
    for (int i = 0; i < 10; ++i) curve.depth_nm.push_back(100.0 * i * i);
    double step_nm = 0, depth_nm = 0;
    for (int i = 0; i < 31; ++i) {
        curve.depth_nm.push_back(depth_nm);
        step_nm += std::array{1.0, -1.0, 0.0, -1.0, 1.0}[static_cast<std::size_t>(i % 5)];
        depth_nm += step_nm;
    }
    Cycle cycle;
    cycle.unload = {SegmentKind::unload, 10, 41};
    const double noise_nm = 1.482602218505602 / std::sqrt(6.0);
    UnloadingFit fit = fit_of(1.5);
    std::vector<Flag> flags;
    fit.rms_nm = 2.99 * noise_nm;
    flag_residual(fit, curve, cycle, flags);
    EXPECT_TRUE(flags.empty());
    fit.rms_nm = 3.01 * noise_nm;
    flag_residual(fit, curve, cycle, flags);
    expect_flag(flags, "SND-A009", fit.rms_nm, 3 * noise_nm,
                "unloading fit misses the curve by 1.8 nm rms; its noise is 0.61 nm");
    flags.clear();
    for (double& each : curve.depth_nm) each = 0;  // no noise to compare with
    flag_residual(fit, curve, cycle, flags);
    EXPECT_TRUE(flags.empty());
}

TEST(Flags, AnUnloadingThatStopsEarlyIsTold) {
    Curve curve;
    curve.load_uN = {0, 300, 3, 100};
    Cycle cycle;
    cycle.end = 3;
    std::vector<Flag> flags;
    flag_unloading_tail(curve, cycle, 300, flags);
    EXPECT_TRUE(flags.empty());
    curve.load_uN[2] = 30;
    flag_unloading_tail(curve, cycle, 300, flags);
    expect_flag(flags, "SND-A013", 0.1, 0.01,
                "unloading stops at 10.0 % of F_max: W_elast lacks the rest");
}

TEST(Flags, WhatTheRecipeLacksIsTold) {
    std::vector<Flag> flags;
    flag_no_area_function(flags);
    expect_flag(flags, "SND-A004", NAN, NAN,
                "no area function given: H_IT, E_r, E_IT and A_p are empty");
    flags.clear();
    flag_no_poisson_ratio(flags);
    expect_flag(flags, "SND-A005", NAN, NAN, "no Poisson ratio given: E_IT is empty");
    flags.clear();
    AnalysisRecipe recipe;
    recipe.indenter_E_GPa = 960;
    recipe.indenter_poisson_ratio = 0.2;
    flag_no_modulus(1234.5, recipe, flags);
    expect_flag(flags, "SND-A014", 1234.5, 1000,
                "E_r = 1234 GPa is not below that of the indenter: E_IT is empty");
}

TEST(Flags, AContactDepthOutsideOfTheCalibrationIsTold) {
    AreaFunction area;
    std::vector<Flag> flags;
    flag_contact_depth(1, 1, area, flags);  // no range is known
    area.h_c_min_nm = 20;
    area.h_c_max_nm = 100;
    flag_contact_depth(20, 1, area, flags);
    flag_contact_depth(100, 1, area, flags);
    EXPECT_TRUE(flags.empty());
    flag_contact_depth(19, 1, area, flags);
    expect_flag(flags, "SND-A006", 19, 20, "h_c = 19 nm outside the calibrated range");
    flags.clear();
    flag_contact_depth(101, 1, area, flags);
    expect_flag(flags, "SND-A006", 101, 100, "h_c = 101 nm outside the calibrated range");
    flags.clear();
    flag_contact_depth(-2, NAN, area, flags);
    expect_flag(flags, "SND-A007", -2, 0, "the area function has no area at h_c = -2 nm");
}

}  // namespace
}  // namespace sneddon
