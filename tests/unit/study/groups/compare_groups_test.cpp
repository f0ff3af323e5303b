#include "study/groups/compare_groups.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

TEST(CompareGroups, EveryPairOnceWithHolmOverThePairsOfAQuantity) {
    std::vector<TestRow> tests;
    for (int i = 0; i < 30; ++i) {
        const double hold_s[] = {0, 10, 60};
        tests.push_back(testing::used_row(i, hold_s[i % 3], 4 + 0.1 * (i % 3) + 0.01 * (i / 3),
                                          i % 3 == 0 ? std::nan("") : 1.0 + 0.1 * (i / 3)));
    }
    const auto pairs = compare_groups(tests);
    std::vector<GroupComparison> hardness;
    for (const GroupComparison& pair : pairs)
        if (pair.quantity == "H_IT_GPa"_q) hardness.push_back(pair);
    ASSERT_EQ(hardness.size(), 3u);
    EXPECT_EQ(hardness[0].a, "hold 0 s");
    EXPECT_EQ(hardness[0].b, "hold 10 s");
    EXPECT_NEAR(hardness[0].welch.difference, -0.1, 1e-12);
    EXPECT_NEAR(hardness[1].welch.difference, -0.2, 1e-12);
    // Equal spreads: the largest difference has the least p, times 3.
    EXPECT_NEAR(hardness[1].p_holm, 3 * hardness[1].welch.p, 1e-15);
    EXPECT_GE(hardness[0].p_holm, hardness[0].welch.p);
    EXPECT_TRUE(std::isnan(hardness[0].u_common));
    // Creep has values in two load functions only.
    std::size_t creep = 0;
    for (const GroupComparison& pair : pairs) creep += pair.quantity == "creep_nm"_q ? 1 : 0;
    EXPECT_EQ(creep, 1u);
}

}  // namespace
}  // namespace sneddon
