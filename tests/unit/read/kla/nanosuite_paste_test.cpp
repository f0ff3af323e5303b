#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"

namespace sneddon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

const std::string heads =
    "Specimen: 1\tSpecimen: 1\tSpecimen: 3\tSpecimen: 3\r\n"
    "Displacement Into Surface\tLoad On Sample\tDisplacement Into Surface\tLoad On Sample\r\n"
    "nm\tmN\tum\tmN\r\n";

FileContent read(const std::string& text) {
    auto content = read_bytes(text, "paste.txt", {});
    if (content) return std::move(content).value();
    ADD_FAILURE() << message(content.error());
    return {};
}

TEST(NanosuitePaste, EachSpecimenIsATestInItsUnits) {
    const auto content = read(heads + "1.5\t0.5\t2\t3\r\n2\t1\t4\t5\r\n1.75\t0.25\t3\t2\r\n");
    EXPECT_EQ(content.format, "nanosuite-paste");
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_EQ(content.tests[1].number, 3);
    EXPECT_EQ(content.tests[1].name, "Specimen: 3");
    EXPECT_THAT(content.tests[0].curve.depth_nm, ElementsAre(1.5, 2, 1.75));
    EXPECT_THAT(content.tests[1].curve.depth_nm, ElementsAre(2000, 4000, 3000));
    EXPECT_THAT(content.tests[1].curve.load_uN, ElementsAre(3000, 5000, 2000));
}

TEST(NanosuitePaste, WithoutTimeThePointsAreCounted) {
    const auto content = read(heads + "1\t2\t3\t4\r\n2\t3\t4\t5\r\n");
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_THAT(content.tests[0].curve.time_s, ElementsAre(0, 1));
    EXPECT_THAT(content.tests[0].reader_flags, Contains("SND-R032"));
}

TEST(NanosuitePaste, AShorterCurveEndsWhereItsCellsEnd) {
    const auto content = read(heads + "1\t2\t3\t4\r\n2\t3\t4\t5\r\n\t\t5\t6\r\n\t\t6\t7\r\n");
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_EQ(content.tests[0].curve.size(), 2u);
    EXPECT_EQ(content.tests[1].curve.size(), 4u);
    const auto shorter = read(heads + "1\t2\t3\t4\r\n2\t3\t4\t5\r\n3\t4\r\n");
    EXPECT_EQ(shorter.tests.at(0).curve.size(), 3u);
    EXPECT_EQ(shorter.tests.at(1).curve.size(), 2u);
}

TEST(NanosuitePaste, ASpecimenThatCannotBeReadStaysWithItsReason) {
    const auto content = read(heads + "1\t2\t\t\r\n2\t3\t\t\r\n");
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_EQ(content.tests[1].curve.size(), 0u);
    EXPECT_THAT(content.tests[1].reader_flags, Contains("SND-R010"));
    const auto none = read_bytes(heads, "paste.txt", {});
    EXPECT_FALSE(none.ok());
}

TEST(NanosuitePaste, TwoOfOneNumberAreCounted) {
    std::string twice = heads;
    for (std::size_t at = twice.find("Specimen: 3"); at != std::string::npos;
         at = twice.find("Specimen: 3"))
        twice.replace(at, 11, "Specimen: 0");
    const auto content = read(twice + "1\t2\t3\t4\r\n2\t3\t4\t5\r\n");
    ASSERT_EQ(content.tests.size(), 2u);
    EXPECT_EQ(content.tests[0].number, 1);
    EXPECT_EQ(content.tests[1].number, 2);
}

TEST(NanosuitePaste, TheFileOnTheShelfHolds9Tests) {
    SNEDDON_NEEDS_SHARED();
    const auto content =
        read_file((testing::shared_folder() /
                   "data/instruments/kla_agilent_mts/analyst_paste_fsilica_100mN.txt")
                      .string());
    ASSERT_TRUE(content.ok()) << message(content.error());
    ASSERT_EQ(content->tests.size(), 9u);
    for (const sneddon::Test& test : content->tests) {
        EXPECT_EQ(test.curve.size(), 179u);
        EXPECT_NEAR(*std::ranges::max_element(test.curve.load_uN), 98376, 30);
    }
    EXPECT_DOUBLE_EQ(content->tests[0].curve.depth_nm[0], 126.1411314);
}

}  // namespace
}  // namespace sneddon
