#include "segment/signs.hpp"

#include <gtest/gtest.h>

#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

Curve sound_curve() {
    testing::ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    return testing::closed_form_test(form).curve;
}

TEST(Signs, OfAnIndentationAreRight) {
    EXPECT_FALSE(find_wrong_sign(sound_curve()).has_value());
    EXPECT_FALSE(find_wrong_sign(Curve{}).has_value());
}

TEST(Signs, ADepthThatRunsDownIsNamed) {
    Curve curve = sound_curve();
    for (double& depth : curve.depth_nm) depth = 100 - depth;
    const auto flag = find_wrong_sign(curve);
    ASSERT_TRUE(flag.has_value());
    EXPECT_EQ(flag->code, "SND-S010");
}

// Only from the begin of loading to the peak counts: long air before it, and next to nothing
// behind.
TEST(Signs, ADepthThatRunsDownIsNamedWhereTheFileEndsAtThePeak) {
    testing::ClosedFormBuilder builder({});
    builder.part(
        10, [](double) { return 0.0; }, [](double s) { return 100 * s; });
    builder.part(
        1, [](double s) { return 300 * s; }, [](double s) { return 100 - 50 * s; });
    builder.add(300, 50);
    const auto flag = find_wrong_sign(builder.take().curve);
    ASSERT_TRUE(flag.has_value());
    EXPECT_EQ(flag->code, "SND-S010");
}

TEST(Signs, ANegativeLoadIsNamedAndAdhesionIsNot) {
    Curve curve = sound_curve();
    Curve pulled = curve;
    for (std::size_t i = pulled.size() - 50; i < pulled.size(); ++i) pulled.load_uN[i] = -500;
    EXPECT_FALSE(find_wrong_sign(pulled).has_value());
    for (double& load : curve.load_uN) load = -load;
    const auto flag = find_wrong_sign(curve);
    ASSERT_TRUE(flag.has_value());
    EXPECT_EQ(flag->code, "SND-S011");
}

}  // namespace
}  // namespace sneddon
