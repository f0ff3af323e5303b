#include "study/groups/compare_groups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

TEST(CompareGroups, EveryPairOnceWithHolmOverThePairsOfAQuantity) {
    StudyResult study;
    std::vector<TestRow>& tests = study.tests;
    for (int i = 0; i < 30; ++i) {
        const double hold_s[] = {0, 10, 60};
        tests.push_back(testing::used_row(i, hold_s[i % 3], 4 + 0.1 * (i % 3) + 0.01 * (i / 3),
                                          i % 3 == 0 ? std::nan("") : 1.0 + 0.1 * (i / 3)));
    }
    const auto pairs = compare_groups(study);
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

TEST(CompareGroups, SamplesMeetAtOneLoadFunction) {
    StudyResult study;
    study.samples = {{"as cast", {}}, {"annealed", {}}};
    for (int i = 0; i < 40; ++i) {
        const bool is_second = i % 2 == 1, is_long = i % 4 > 1;
        study.tests.push_back(testing::used_row(i, is_long ? 60 : 0, 4 + 0.01 * i, 1));
        study.tests.back().sample = is_second ? 1 : 0;
        study.tests.back().load_function =
            study.samples[is_second ? 1 : 0].name + (is_long ? ", hold 60 s" : ", hold 0 s");
    }
    std::vector<std::string> pairs;
    for (const GroupComparison& pair : compare_groups(study))
        if (pair.quantity == "H_IT_GPa"_q) pairs.push_back(pair.a + " - " + pair.b);
    EXPECT_THAT(pairs, ::testing::UnorderedElementsAre("annealed, hold 0 s - annealed, hold 60 s",
                                                       "as cast, hold 0 s - as cast, hold 60 s",
                                                       "as cast, hold 0 s - annealed, hold 0 s",
                                                       "as cast, hold 60 s - annealed, hold 60 s"));
}

}  // namespace
}  // namespace sneddon
