#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using testing::read_text;
using Numbers = std::vector<double>;

const std::string two_heads =
    "X_HT_V_100mN_1_Time_[s]\tY_HT_V_100mN_1_Fn_[mN]\tX_HT_V_100mN_1_Time_[s]\tY_HT_V_100mN_1_Pd_["
    "nm]\t"
    "X_HT_V_100mN_2_Time_[s]\tY_HT_V_100mN_2_Fn_[mN]\tX_HT_V_100mN_2_Time_[s]\tY_HT_V_100mN_2_Pd_["
    "nm]\t\r\n";

TEST(AntonPaarMulticurve, ReadsCurvesSideBySide) {
    const auto content = read_text(two_heads +
                                   "0\t0\t0\t0\t0\t0\t0\t0\t\r\n"
                                   "0.1\t1\t0.1\t10\t0.2\t2\t0.2\t20\t\r\n"
                                   "0.2\t3\t0.2\t11\t\t\t\t\t\r\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "antonpaar-multicurve");
    ASSERT_EQ(content->tests.size(), 2u);
    EXPECT_EQ(content->tests[0].name, "HT_V_100mN_1");
    EXPECT_EQ(content->tests[1].name, "HT_V_100mN_2");
    EXPECT_EQ(content->tests[1].number, 2);
    EXPECT_EQ(content->tests[0].curve.load_uN, (Numbers{0, 1000, 3000}));
    EXPECT_EQ(content->tests[0].curve.depth_nm, (Numbers{0, 10, 11}));
    EXPECT_EQ(content->tests[1].curve.time_s, (Numbers{0, 0.2})) << "the shorter curve";
}

TEST(AntonPaarMulticurve, EmptyCellsInsideACurveAreMissing) {
    const auto content = read_text(two_heads +
                                   "0\t0\t0\t0\t0\t0\t0\t0\t\n0.1\t\t0.1\t10\t1\t2\t1\t20\t\n"
                                   "0.2\t3\t0.2\t11\t2\t3\t2\t21\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_TRUE(std::isnan(content->tests[0].curve.load_uN[1]));
    EXPECT_EQ(content->tests[0].curve.size(), 3u);
}

TEST(AntonPaarMulticurve, DifferentTimesOfLoadAndDepthAreAnErrorNamingTheRow) {
    const auto content =
        read_text(two_heads + "0\t0\t0\t0\t0\t0\t0\t0\n0.1\t1\t0.1\t10\t0.2\t2\t0.3\t20\n");
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R024");
    EXPECT_THAT(content.error().found, HasSubstr("'HT_V_100mN_2': in row 2"));
}

TEST(AntonPaarMulticurve, AMissingDepthColumnIsNamed) {
    const auto content = read_text("X_a_1_Time_[s]\tY_a_1_Fn_[mN]\n0\t0\n1\t1\n");
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R017");
    EXPECT_THAT(content.error().found, HasSubstr("curve 'a_1' has 1 time, 1 load and 0 depth"));
}

TEST(AntonPaarMulticurve, DecimalCommaIsRead) {
    const auto content =
        read_text(two_heads + "0\t0\t0\t0\t0\t0\t0\t0\n0,1\t1,5\t0,1\t10\t0,2\t2\t0,2\t20\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->tests[0].curve.load_uN, (Numbers{0, 1500}));
}

TEST(AntonPaarMulticurve, HeadsWithoutRowsAreRefused) {
    const auto content = read_text(two_heads);
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R010");
}

TEST(AntonpaarMulticurve, AGraphWithoutLoadIsACompanion) {
    const auto content = read_bytes(
        "X_Gd_197_0.005_1_Pd_[nm]\tY_Gd_197_0.005_1_Hardness (H)_[MPa]\tX_Gd_2_Pd_[nm]\t"
        "Y_Gd_2_Hardness (H)_[MPa]\n115.5\t80.36\t104.97\t69.87\n",
        "SRS.TXT", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->companion,
              "graph of Hardness (H), Pd without load (Anton Paar), 2 curves: values, no tests");
}

}  // namespace
}  // namespace sneddon
