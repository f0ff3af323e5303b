#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::read_text;

const std::string head =
    "nanoDMA Text Export Version 1.00\n\n Test Time (s)\t Indent Disp. (nm)\t Indent Act. Load "
    "(\xB5N)\t Indent Load (\xB5N)\t Disp. Amp. Volt. (V)\t Hardness (GPa)\t Tan-Delta\t Contact "
    "Depth (nm)\t\n";

TEST(HysitronNanodma, IsATestWithItsResultsAsChannels) {
    const auto content = read_text(head +
                                   "5.01\t0.5\t126.8\t9.36\t8.000877e-005\t127.5\t0.02\t0.05\t\n"
                                   "5.02\t0.7\t126.7\t9.5\t8.1e-005\t0.0\t0\t-0.01\t\n"
                                   "5.03\t1.1\t126.6\t9.75\t8.2e-005\t150\t0.02\t0.04\t\n");
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "hysitron-nanodma");
    ASSERT_EQ(content->tests.size(), 1u);
    const auto& test = content->tests[0];
    EXPECT_THAT(test.curve.time_s, ElementsAre(5.01, 5.02, 5.03));
    EXPECT_THAT(test.curve.depth_nm, ElementsAre(0.5, 0.7, 1.1));
    EXPECT_THAT(test.curve.load_uN, ElementsAre(9.36, 9.5, 9.75)) << "not 'Indent Act. Load'";
    ASSERT_EQ(test.curve.channels.size(), 5u);
    EXPECT_EQ(test.curve.channels[0].name, "Indent Act. Load");
    EXPECT_EQ(test.curve.channels[1].values[0], 8.000877e-5);
    EXPECT_EQ(test.curve.channels[2].unit, "GPa");
    EXPECT_TRUE(std::isnan(test.curve.channels[2].values[1])) << "0 is no hardness";
    EXPECT_EQ(test.curve.channels[3].values[1], 0) << "and a loss angle";
    EXPECT_EQ(test.curve.channels[4].values[1], -0.01);
    EXPECT_THAT(test.reader_flags, IsEmpty());
}

TEST(HysitronNanodma, CutOffOrWithoutRowsItSaysSo) {
    const auto cut = read_text(head +
                               "5.01\t0.5\t126.8\t9.36\t8e-005\t127.5\t0.02\t0.05\t\n"
                               "5.02\t0.7\t126.7\t9.5\t8e-005\t127.5\t0.02\t0.05\t\n"
                               "5.03\t1.1\t126");
    ASSERT_TRUE(cut.ok()) << message(cut.error());
    EXPECT_EQ(cut->tests[0].curve.size(), 2u);
    EXPECT_THAT(cut->tests[0].reader_flags, ElementsAre("SND-R014"));
    EXPECT_EQ(read_text(head).error().code, "SND-R010");
    EXPECT_EQ(read_text("nanoDMA Text Export Version 1.00\n").error().code, "SND-R017");
    EXPECT_EQ(read_text(head + "a\tb\n1\t2\t3\t4\t5\t6\t7\t8\t\n").error().code, "SND-R012");
}

}  // namespace
}  // namespace sneddon
