// What is said of sudden events: their limit, energy and probability in closed form, their names,
// and the quantities of a cycle that count them.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "analyse/hertz.hpp"
#include "analyse/pop_ins/pop_in_values.hpp"
#include "analyse/pop_ins/pop_ins.hpp"
#include "base/random.hpp"

namespace sneddon {
namespace {

constexpr double E_r_GPa = 100, radius_nm = 500, F_max_uN = 1000, noise_nm = 0.05;

double hertz_depth_nm(double F_uN) {
    return std::pow(F_uN / (1e-3 * 4 / 3 * E_r_GPa * std::sqrt(radius_nm)), 2.0 / 3);
}

/// 3000 points each of Hertz's loading, a hold that stands still and an unloading to 30 nm.
struct HertzCycle {
    Curve curve;
    CycleResult result;

    HertzCycle() {
        RandomStream random(11);
        const double h_max = hertz_depth_nm(F_max_uN);
        for (int i = 0; i < 9000; ++i) {
            const double ramp = (i % 3000) / 3000.0;
            const double share = i < 3000 ? ramp : i < 6000 ? 1 : 1 - ramp;
            curve.time_s.push_back(i / 300.0);
            curve.load_uN.push_back(F_max_uN * share);
            const double h = i < 6000 ? hertz_depth_nm(F_max_uN * share)
                                      : 30 + (h_max - 30) * std::pow(share, 1 / 1.5);
            curve.depth_nm.push_back(h + noise_nm * random.normal());
        }
        result.parts.load = {SegmentKind::load, 0, 3000};
        result.parts.hold = {SegmentKind::hold, 3000, 6000};
        result.parts.unload = {SegmentKind::unload, 6000, 9000};
        result.parts.end = 9000;
    }
    void jump(std::size_t at, double size_nm) {
        for (std::size_t i = at + 1; i < curve.size(); ++i) curve.depth_nm[i] += size_nm;
    }
    const QuantityValues& values(const AnalysisRecipe& recipe = {}) {
        pop_in_values(curve, recipe, result);
        return result.values;
    }
};

TEST(SuddenEvents, HaveTheirNames) {
    EXPECT_EQ(name(PopInKind::loading), "pop-in");
    EXPECT_EQ(name(PopInKind::at_peak), "pop-in at peak load");
    EXPECT_EQ(name(PopInKind::while_unloading), "pop-in in unloading");
    EXPECT_EQ(name(PopInKind::pop_out), "pop-out");
    EXPECT_EQ(name(PopInKind::load_drop), "load drop");
}

TEST(SuddenEvents, AreDetectedByTheNormalDistributionFromTheFirstLoadOn) {
    EXPECT_EQ(probability_to_detect(0.5, 4, 0.5, 0.1, 4), 0.5);
    EXPECT_EQ(probability_to_detect(0.5, 3.999, 0.5, 0.1, 4), 0);
    EXPECT_NEAR(probability_to_detect(0.6, 5, 0.5, 0.1, 4), 0.8413447460685429, 1e-12);
    EXPECT_NEAR(probability_to_detect(0.3, 5, 0.5, 0.1, 4), 0.0227501319481792, 1e-12);
}

TEST(SuddenEvents, AreCountedByWhenTheyHappen) {
    HertzCycle cycle;
    const QuantityValues& none = cycle.values();
    EXPECT_EQ(none["pop_ins"_q], 0);
    EXPECT_EQ(none["late_events"_q], 0);
    EXPECT_TRUE(is_nan(none["pop_in_load_uN"_q]));
    EXPECT_TRUE(is_nan(none["E_r_hertz_GPa"_q]));

    cycle.jump(1000, 2);
    cycle.jump(2000, 1.5);
    cycle.jump(4500, 1);
    cycle.jump(6600, 1);
    cycle.jump(7200, -1);
    const QuantityValues& values = cycle.values();
    EXPECT_EQ(values["pop_ins"_q], 2);
    EXPECT_EQ(values["late_events"_q], 3);
    EXPECT_EQ(values["load_drops"_q], 0);
    ASSERT_EQ(cycle.result.pop_ins.size(), 5u);
    const PopIn& first = cycle.result.pop_ins.front();
    EXPECT_EQ(first.first, 1000u);
    EXPECT_EQ(first.last, 1001u);
    EXPECT_EQ(first.load_uN, cycle.curve.load_uN[1000]);
    EXPECT_EQ(first.depth_nm, cycle.curve.depth_nm[1000]);
    EXPECT_EQ(values["pop_in_load_uN"_q], first.load_uN);
    EXPECT_EQ(values["pop_in_jump_nm"_q], first.jump_nm);
    EXPECT_EQ(values["pop_in_energy_pJ"_q], 1e-3 * first.load_uN * first.jump_nm);
    EXPECT_NEAR(first.jump_nm, 2, 5 * noise_nm * std::sqrt(8.0 / 40));
    for (const PopIn& event : cycle.result.pop_ins) EXPECT_GT(event.p_detect, 0.999);
}

// 40 points a window: nothing is searched within it, and its noise is that of two lines.
TEST(SuddenEvents, TheLimitIsSoManyStandardDeviationsOrTheLeastJump) {
    HertzCycle cycle;
    const QuantityValues& values = cycle.values();
    EXPECT_EQ(values["pop_in_from_uN"_q], cycle.curve.load_uN[40]);
    const double sd = noise_nm * std::sqrt(2 * (1.0 / 40 + 3.0 * 40 / (40 * 40 - 1)));
    EXPECT_NEAR(values["pop_in_noise_nm"_q], sd, 0.15 * sd);
    EXPECT_DOUBLE_EQ(values["pop_in_limit_nm"_q], 5.5 * values["pop_in_noise_nm"_q]);
    AnalysisRecipe recipe;
    recipe.pop_ins.least_jump_nm = 0.7;
    EXPECT_EQ(cycle.values(recipe)["pop_in_limit_nm"_q], 0.7);
}

// The elastic loading before the first pop-in gives E_r; 0.31 (6 F E_r²/(pi³ R²))^(1/3) is the
// largest shear below a sphere (Johnson 1985).
TEST(SuddenEvents, TheElasticLoadingBeforeTheFirstGivesItsStress) {
    HertzCycle cycle;
    cycle.jump(1500, 2);
    EXPECT_TRUE(is_nan(cycle.values()["tau_max_GPa"_q]));  // of which tip?
    AnalysisRecipe recipe;
    recipe.correction.tip_radius_nm = radius_nm;
    const QuantityValues values = cycle.values(recipe);
    EXPECT_NEAR(values["E_r_hertz_GPa"_q], E_r_GPa, 0.01 * E_r_GPa);
    const double load_uN = 500, E = values["E_r_hertz_GPa"_q];
    const double p_0 = std::cbrt(6 * 1e3 * load_uN * E * E /
                                 (std::pow(std::numbers::pi, 3) * radius_nm * radius_nm));
    EXPECT_NEAR(values["tau_max_GPa"_q], 0.31 * p_0, 1e-9 * p_0);
    EXPECT_EQ(values["tau_max_GPa"_q], hertz_largest_shear_GPa(load_uN, E, radius_nm));
}

/// Depths on a line without noise, `step_nm` a point.
PopInSearch search_of_line(std::size_t points, double step_nm, const PopInOptions& options = {}) {
    Curve curve;
    for (std::size_t i = 0; i < points; ++i) {
        const auto place = static_cast<double>(i);
        curve.time_s.push_back(place);
        curve.depth_nm.push_back(step_nm * place);
        curve.load_uN.push_back(place);
    }
    return find_pop_ins(curve, {SegmentKind::load, 0, points}, options);
}

TEST(SuddenEvents, OfAQuantisedDepthAreLargerThanThreeOfItsSteps) {
    EXPECT_NEAR(search_of_line(1000, 0.01).limit_nm, 0.1, 1e-12);
    EXPECT_NEAR(search_of_line(1000, 0.25).limit_nm, 0.75, 1e-9);
}

TEST(SuddenEvents, NeedNinetyNinePoints) {
    EXPECT_FALSE(search_of_line(98, 0.1).is_searched);
    const PopInSearch search = search_of_line(99, 0.1);
    EXPECT_TRUE(search.is_searched);
    EXPECT_EQ(search.from_uN, 8);  // the smallest window
    EXPECT_EQ(search_of_line(1500, 0.1).from_uN, 20);
}

TEST(SuddenEvents, ALoadDropIsWorthTheDepthThatItsLoadTook) {
    HertzCycle cycle;
    Curve& curve = cycle.curve;
    RandomStream random(3);
    for (std::size_t i = 0; i < 3000; ++i) {
        const double h = 50 * static_cast<double>(i) / 3000.0;
        curve.depth_nm[i] = h + 0.01 * random.normal();
        curve.load_uN[i] = 0.8 * std::pow(h, 1.5) - (i > 1500 ? 4 : 0) + 0.01 * random.normal();
    }
    cycle.result.parts.hold = cycle.result.parts.unload = {SegmentKind::hold, 3000, 3000};
    const QuantityValues& values = cycle.values();
    EXPECT_EQ(values["load_drops"_q], 1);
    EXPECT_EQ(values["pop_ins"_q], 0);
    EXPECT_EQ(values["late_events"_q], 0);
    ASSERT_EQ(cycle.result.pop_ins.size(), 1u);
    const PopIn& drop = cycle.result.pop_ins.front();
    EXPECT_EQ(drop.kind, PopInKind::load_drop);
    EXPECT_EQ(drop.first, 1500u);
    EXPECT_EQ(drop.last, 1501u);
    EXPECT_EQ(drop.load_uN, curve.load_uN[1500]);
    EXPECT_EQ(drop.depth_nm, curve.depth_nm[1500]);
    EXPECT_NEAR(drop.load_drop_uN, 4, 0.03);
    // Two windows before it: 80 points of 1/60 nm that ends at 25 nm.
    const double slope = 0.8 * (std::pow(25, 1.5) - std::pow(25 - 80 / 60.0, 1.5)) / (80 / 60.0);
    EXPECT_NEAR(drop.jump_nm, 4 / slope, 0.02);
    EXPECT_NEAR(drop.energy_pJ, 1e-3 * (drop.load_uN - drop.load_drop_uN / 2) * drop.jump_nm,
                1e-12);
    EXPECT_GT(drop.p_detect, 0.999);
}

}  // namespace
}  // namespace sneddon
