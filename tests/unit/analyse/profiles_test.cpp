// The choices of each profile, as its users know them.
#include <gtest/gtest.h>

#include <numbers>

#include "sneddon/analyse/recipe.hpp"

namespace sneddon {
namespace {

TEST(Profiles, SneddonFitsDepthOfLoadWithRobustPeaks) {
    const auto recipe = profile_recipe("sneddon").value();
    EXPECT_EQ(recipe.profile, "sneddon");
    EXPECT_EQ(recipe.fit_space, FitSpace::depth_of_load);
    EXPECT_EQ(recipe.window_high, 0.95);
    EXPECT_EQ(recipe.window_low, 0.20);
    EXPECT_EQ(recipe.peak_load, PeakLoadRule::mean_of_hold);
    EXPECT_EQ(recipe.peak_depth, PeakDepthRule::end_of_hold);
    EXPECT_EQ(recipe.creep_start, CreepStartRule::quadratic_before_hold);
    EXPECT_EQ(recipe.work_ends, WorkEndsRule::robust);
    EXPECT_EQ(recipe.epsilon_rule, EpsilonRule::constant);
    EXPECT_EQ(recipe.epsilon, 0.75);
    EXPECT_EQ(recipe.beta, 1.0);
    EXPECT_EQ(recipe.pi, std::numbers::pi);
    EXPECT_EQ(recipe.indenter_E_GPa, 1141);
    EXPECT_EQ(recipe.indenter_poisson_ratio, 0.07);
}

TEST(Profiles, TriboscanTakesTheFirstFallingSampleAndItsOwnPi) {
    const auto recipe = profile_recipe("triboscan").value();
    EXPECT_EQ(recipe.profile, "triboscan");
    EXPECT_EQ(recipe.fit_space, FitSpace::depth_of_load);
    EXPECT_EQ(recipe.window_high, 0.95);
    EXPECT_EQ(recipe.window_low, 0.20);
    EXPECT_EQ(recipe.peak_load, PeakLoadRule::first_after_hold);
    EXPECT_EQ(recipe.peak_depth, PeakDepthRule::fitted);
    EXPECT_EQ(recipe.epsilon_rule, EpsilonRule::constant);
    EXPECT_EQ(recipe.epsilon, 0.75);
    EXPECT_EQ(recipe.beta, 1.0);
    EXPECT_EQ(recipe.pi, 3.14);
    EXPECT_EQ(recipe.indenter_E_GPa, 1140);
}

TEST(Profiles, AntonPaarFitsLoadOfDepthAndTakesEpsilonFromItsTable) {
    const auto recipe = profile_recipe("antonpaar").value();
    EXPECT_EQ(recipe.profile, "antonpaar");
    EXPECT_EQ(recipe.fit_space, FitSpace::load_of_depth);
    EXPECT_EQ(recipe.window_high, 0.98);
    EXPECT_EQ(recipe.window_low, 0.40);
    EXPECT_EQ(recipe.peak_load, PeakLoadRule::last_of_hold);
    EXPECT_EQ(recipe.peak_depth, PeakDepthRule::fitted);
    EXPECT_EQ(recipe.epsilon_rule, EpsilonRule::pharr_bolshakov_table);
    EXPECT_EQ(recipe.creep_start, CreepStartRule::before_end_of_ramp);
    EXPECT_EQ(recipe.work_ends, WorkEndsRule::raw);
    EXPECT_EQ(recipe.beta, 1.0);
    EXPECT_EQ(recipe.pi, std::numbers::pi);
    EXPECT_EQ(recipe.indenter_E_GPa, 1141);
}

TEST(Profiles, NanosuiteFitsAShareOfThePointsAndTakesTheSlopeWhereTheyBegin) {
    const auto recipe = profile_recipe("nanosuite").value();
    EXPECT_EQ(recipe.profile, "nanosuite");
    EXPECT_EQ(recipe.fit_space, FitSpace::depth_of_load);
    EXPECT_EQ(recipe.window, WindowRule::of_points);
    EXPECT_FALSE(recipe.window_skip);  // as the file states
    EXPECT_FALSE(recipe.window_points);
    EXPECT_EQ(recipe.slope_at, SlopeRule::begin_of_window);
    EXPECT_EQ(recipe.peak_load, PeakLoadRule::first_after_hold);
    EXPECT_EQ(recipe.peak_depth, PeakDepthRule::first_after_hold);
    EXPECT_EQ(recipe.correction.drift, DriftRule::none);
    EXPECT_EQ(recipe.correction.zero, ZeroRule::file);
    EXPECT_EQ(recipe.epsilon_rule, EpsilonRule::constant);
    EXPECT_EQ(recipe.epsilon, 0.75);
    EXPECT_EQ(recipe.beta, 1.0);
    EXPECT_EQ(recipe.pi, std::numbers::pi);
    EXPECT_EQ(recipe.indenter_E_GPa, 1141);
    EXPECT_EQ(recipe.indenter_poisson_ratio, 0.07);
}

TEST(Profiles, NoProfileInventsAFactOfTheLaboratory) {
    for (const auto name : profile_names()) {
        const auto recipe = profile_recipe(std::string(name)).value();
        EXPECT_FALSE(recipe.area_function) << name;
        EXPECT_FALSE(recipe.poisson_ratio) << name;
        EXPECT_EQ(recipe.m_min, 1.0) << name;
        EXPECT_EQ(recipe.m_max, 5.0) << name;
    }
}

TEST(Profiles, AnotherNameIsNoProfile) {
    EXPECT_FALSE(profile_recipe("oliver"));
}

}  // namespace
}  // namespace sneddon
