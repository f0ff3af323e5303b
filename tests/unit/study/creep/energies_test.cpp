#include "study/creep/energies.hpp"

#include <gtest/gtest.h>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

TEST(FindEnergies, PerClusterWithAndWithoutTheHold) {
    std::vector<TestRow> tests;
    for (int i = 0; i < 6; ++i) {
        tests.push_back(testing::used_row(i, 60, 4.3, i < 3 ? 6 : 2));
        tests.back().cluster = i < 3 ? 0 : 1;
    }
    const auto found = find_energies(tests, 2);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_FALSE(found[0].label);
    EXPECT_EQ(found[1].label, Label(0));
    EXPECT_NEAR(found[1].statistics.at("W_plast_pJ"_q.at).mean, 3.8, 1e-12);
    EXPECT_NEAR(found[1].W_plast_without_hold_pJ.mean, 2, 1e-12);
    EXPECT_NEAR(found[2].W_plast_without_hold_pJ.mean, 2, 1e-12);
    EXPECT_EQ(found[2].hold_s, 60);
}

}  // namespace
}  // namespace sneddon
