#include "simulate/property_map.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

namespace sneddon {
namespace {

SimulationPlan plan_of(int nx, int ny) {
    SimulationPlan plan;
    plan.preset = "test";
    plan.grid = {nx, ny, 1, 6, 0};
    plan.phases = {
        {0.5, 3, 0.2, 200, 8, 0.4}, {0.3, 5, 0.2, 180, 8, 0.4}, {0.2, 8, 0.4, 260, 9, 0.4}};
    return plan;
}

TEST(PropertyMap, SharesAreExactAndMomentsThoseOfThePlan) {
    const auto map = draw_property_map(plan_of(100, 100), 5);
    ASSERT_TRUE(map);
    ASSERT_EQ(map->rows.size(), 10000u);
    std::array<double, 3> n{}, H{}, H2{};
    for (const PropertyMap::Row& row : map->rows) {
        const auto phase = static_cast<std::size_t>(row.phase);
        ++n[phase];
        H[phase] += row.H_GPa;
        H2[phase] += row.H_GPa * row.H_GPa;
    }
    EXPECT_EQ(n, (std::array<double, 3>{5000, 3000, 2000}));
    EXPECT_NEAR(H[0] / n[0], 3, 4 * 0.2 / std::sqrt(5000.0));
    EXPECT_NEAR(H2[2] / n[2] - std::pow(H[2] / n[2], 2), 0.16, 0.02);
}

TEST(PropertyMap, NeighboursAreMostlyOfOnePhase) {
    const auto map = draw_property_map(plan_of(100, 100), 5);
    ASSERT_TRUE(map);
    std::size_t alike = 0;
    for (std::size_t i = 1; i < map->rows.size(); ++i)
        alike += map->rows[i].phase == map->rows[i - 1].phase;
    EXPECT_GT(alike, 6500u);  // by chance 0.38 of them
}

TEST(PropertyMap, EveryPlaceHasOneRowAndTheSeedDecides) {
    const auto map = draw_property_map(plan_of(30, 20), 1),
               other = draw_property_map(plan_of(30, 20), 2);
    std::set<std::pair<double, double>> places;
    for (const PropertyMap::Row& row : map->rows) places.emplace(row.x_um, row.y_um);
    EXPECT_EQ(places.size(), 600u);
    EXPECT_EQ(map->rows[30].x_um, 29);  // the second line runs back
    EXPECT_NE(map->rows[0].H_GPa, other->rows[0].H_GPa);
}

TEST(PropertyMap, SharesThatDoNotAddUpAreRefused) {
    SimulationPlan plan = plan_of(10, 10);
    plan.phases[0].share = 0.6;
    EXPECT_EQ(draw_property_map(plan, 1).error().code, "SND-U031");
}

}  // namespace
}  // namespace sneddon
