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
    const Spikes found = find_spikes(curve, std::vector{whole});
    ASSERT_EQ(found.depths.size(), 1u);
    ASSERT_EQ(found.loads.size(), 1u);
    const Curve mended = without(found, curve);
    EXPECT_DOUBLE_EQ(mended.depth_nm[1500], (clean.depth_nm[1499] + clean.depth_nm[1501]) / 2);
    EXPECT_DOUBLE_EQ(mended.load_uN[4000], (clean.load_uN[3999] + clean.load_uN[4001]) / 2);
}

}  // namespace
}  // namespace sneddon
