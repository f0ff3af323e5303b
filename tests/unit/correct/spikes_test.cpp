#include "correct/spikes.hpp"

#include <gtest/gtest.h>

#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

TEST(Spikes, OfDepthAndOfLoadAreReplacedByTheMeanOfTheirNeighbours) {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    const Curve clean = testing::closed_form_test(form).curve;
    sneddon::Test test = testing::closed_form_test(form);
    Curve& curve = test.curve;
    curve.depth_nm[1500] += 40;
    curve.load_uN[4000] += 40;
    Cycle whole;
    whole.end = curve.size();
    const Spikes found = find_spikes(curve, std::vector{whole}, noise_of(curve));
    ASSERT_EQ(found.depths.size(), 1u);
    ASSERT_EQ(found.loads.size(), 1u);
    const Curve mended = without(found, curve);
    EXPECT_DOUBLE_EQ(mended.depth_nm[1500], (clean.depth_nm[1499] + clean.depth_nm[1501]) / 2);
    EXPECT_DOUBLE_EQ(mended.load_uN[4000], (clean.load_uN[3999] + clean.load_uN[4001]) / 2);
}

// From contact to the end of each cycle, and nowhere else.
TEST(Spikes, AreLookedForInTheCycles) {
    Curve curve;
    for (int i = 0; i < 100; ++i) {
        curve.time_s.push_back(i);
        curve.depth_nm.push_back(i + (i % 20 == 10 ? 50 : 0));
        curve.load_uN.push_back(2 * i + (i % 20 == 15 ? 70 : 0));
    }
    Cycle first, second;
    first.contact = 20;
    first.end = 40;
    second.contact = 60;
    second.end = 80;
    const Spikes found = find_spikes(curve, std::vector{first, second}, noise_of(curve));
    ASSERT_EQ(found.depths.size(), 2u);
    EXPECT_EQ(found.depths[0].at, 30u);
    EXPECT_EQ(found.depths[1].at, 70u);
    ASSERT_EQ(found.loads.size(), 2u);
    EXPECT_EQ(found.loads[0].at, 35u);
    EXPECT_EQ(found.loads[1].at, 75u);
    EXPECT_FALSE(found.is_empty());
    EXPECT_TRUE(find_spikes(curve, {}, noise_of(curve)).is_empty());
    const Curve mended = without(found, curve);
    EXPECT_EQ(mended.depth_nm[30], 30);
    EXPECT_EQ(mended.depth_nm[10], 60);
    EXPECT_EQ(mended.load_uN[75], 150);
    EXPECT_EQ(mended.time_s, curve.time_s);
}

}  // namespace
}  // namespace sneddon
