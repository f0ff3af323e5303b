#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "read/open_input.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

std::string rows(int count, int at_zero = 21) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += fmt::format("{:.6f}\t{:.6f}\t{:.6f}\r\n", i < at_zero ? 0 : 0.1 * (i - at_zero),
                            i < at_zero ? -20.5 * (at_zero - i) : 3.0 * (i - at_zero), 0.5 * i);
    return text;
}

TEST(NanotestTxt, HasTimeDepthAndLoadInItsUnits) {
    const auto content = read_bytes(rows(60), "zip.zip/1000nmXX 3 7008 -4555.txt", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "nanotest-txt");
    const auto& test = content->tests.at(0);
    ASSERT_EQ(test.curve.size(), 60u);
    EXPECT_DOUBLE_EQ(test.curve.time_s[31], 1);
    EXPECT_DOUBLE_EQ(test.curve.depth_nm[31], 30);
    EXPECT_DOUBLE_EQ(test.curve.depth_nm[0], -430.5);
    EXPECT_DOUBLE_EQ(test.curve.load_uN[31], 15500);
    ASSERT_TRUE(test.position);
    EXPECT_EQ(test.position->x_um, 7008);
    EXPECT_EQ(test.position->y_um, -4555);
}

TEST(NanotestTxt, OtherNamesHaveNoPosition) {
    for (const char* name : {"a.txt", "b 1 2.5 3.txt", "b 1 x 3.txt", "b 1 2 3.csv", "1 2 3.txt"}) {
        const auto content = read_bytes(rows(60), name, {});
        ASSERT_TRUE(content.ok());
        EXPECT_FALSE(content->tests.at(0).position) << name;
    }
}

TEST(NanotestTxt, OtherColumnsWithoutHeadsStayUnknown) {
    std::string five_decimals = rows(60);
    five_decimals.replace(0, 8, "0.00000");
    for (const std::string& text :
         {rows(60, 1), rows(7, 3), five_decimals, "1.000000\t" + rows(60)}) {
        const auto content = read_bytes(text, "a.txt", {});
        EXPECT_FALSE(content.ok());
    }
    EXPECT_TRUE(read_bytes(rows(60, 3), "a.txt", {}).ok());
    EXPECT_TRUE(read_bytes(rows(8, 3), "a.txt", {}).ok());
}

TEST(NanotestTxt, TimeThatRunsBackAtTheBeginningIsNoNanotest) {
    std::string text =
        rows(4, 4) + "2.000000\t1.000000\t1.000000\r\n1.000000\t1.000000\t1.000000\r\n";
    EXPECT_FALSE(read_bytes(text + rows(60), "a.txt", {}).ok());
}

TEST(NanotestTxt, AWordInARowIsAnErrorWithItsLine) {
    const auto content = read_bytes(rows(40) + "end\r\n" + rows(3), "a.txt", {});
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R012");
    EXPECT_EQ(content.error().where, "a.txt:41");
}

TEST(NanotestTxt, ACutLastRowIsLeftOutAndTold) {
    const std::string text = rows(40) + "9.000000\t1.2";
    const auto content = read_bytes(text, "a.txt", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->tests.at(0).curve.size(), 40u);
    EXPECT_THAT(content->tests.at(0).reader_flags, ::testing::ElementsAre("SND-R014"));
}

TEST(NanotestTxt, TheArchiveOnTheShelfHolds39Tests) {
    SNEDDON_NEEDS_SHARED();
    const auto archive =
        (testing::shared_folder() / "data/instruments/micromaterials/multipleIndentations.zip")
            .string();
    const auto inputs = expand_paths(std::vector{archive}, "");
    ASSERT_EQ(inputs.size(), 40u);
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        ASSERT_FALSE(inputs[i].error);
        const auto content = read_file(inputs[i].path);
        ASSERT_TRUE(content.ok()) << message(content.error());
        EXPECT_EQ(content->format, "nanotest-txt");
        ASSERT_TRUE(content->tests.at(0).position);
        EXPECT_NEAR(content->tests.at(0).position->y_um, -4584.5, 58.5);
    }
    // As Python's zipfile gives the first rows of this one.
    const auto first = read_file(archive + "/1000nmXX 1 6958 -4555.txt");
    ASSERT_TRUE(first.ok());
    const Curve& curve = first->tests.at(0).curve;
    EXPECT_DOUBLE_EQ(curve.depth_nm[0], -367.982536);
    EXPECT_NEAR(curve.load_uN[0], -10.298, 1e-9);
    EXPECT_EQ(curve.size(), 886u);
    EXPECT_DOUBLE_EQ(*std::ranges::max_element(curve.depth_nm), 1018.606008);
    EXPECT_NEAR(*std::ranges::max_element(curve.load_uN), 123332.821, 1e-6);
}

}  // namespace
}  // namespace sneddon
