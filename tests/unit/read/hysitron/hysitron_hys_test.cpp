#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "read/hysitron/hys_columns.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/temporary_folder.hpp"
#include "unit/read/hysitron/hys_bytes.hpp"
#include "unit/read/hysitron/hysitron_text.hpp"

namespace sneddon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::made_hys;
using testing::MadeHys;

Result<FileContent> read(const MadeHys& made) {
    return read_bytes(made.bytes(), "made.hys", {});
}

std::string code_of(const std::string& bytes) {
    const auto content = read_bytes(bytes, "made.hys", {});
    return content.ok() ? "read" : content.error().code;
}

TEST(HysitronHys, LoadAndDepthAreThoseOfThePlateOnItsSpring) {
    const MadeHys made = made_hys(true);
    const auto content = read(made);
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "hysitron-hys");
    ASSERT_EQ(content->tests.size(), 1u);
    const Curve& curve = content->tests[0].curve;
    ASSERT_EQ(curve.size(), 43u);
    const auto depth = [&](std::size_t i) {
        return 1000 * made.travel_um[i] - 0.00325 * made.load_uN[i] - 1.5 * curve.time_s[i];
    };
    for (std::size_t i = 0; i < 43; ++i) {
        EXPECT_NEAR(curve.load_uN[i], made.load_uN[i], 1e-8) << i;
        EXPECT_NEAR(curve.depth_nm[i], depth(i) - depth(3), 1e-9) << i;
    }
    EXPECT_EQ(curve.channels.size(), 2u);
}

// 16 bits of 10 V: a step of the depth is 0.14 nm, of the load 0.06 % of its largest.
TEST(HysitronHys, Version7CountsStepsOfTheConverterAndTheDriftTheOtherWay) {
    const MadeHys made = made_hys(false);
    const auto content = read(made);
    ASSERT_TRUE(content.ok()) << message(content.error());
    const Curve& curve = content->tests.at(0).curve;
    const auto depth = [&](std::size_t i) {
        return 1000 * made.travel_um[i] - 0.00325 * made.load_uN[i] + 1.5 * 0.05 * double(i);
    };
    for (std::size_t i = 0; i < 43; ++i) {
        EXPECT_DOUBLE_EQ(curve.time_s[i], 0.05 * static_cast<double>(i));
        EXPECT_NEAR(curve.load_uN[i], made.load_uN[i], 5) << i;
        EXPECT_NEAR(curve.depth_nm[i], depth(i) - depth(3), 0.03) << i;
    }
    EXPECT_DOUBLE_EQ(*content->tests[0].applied.drift_nm_per_s, -1.5);
}

TEST(HysitronHys, TimesAreThoseOfTheSegments) {
    const auto content = read(made_hys(true));
    ASSERT_TRUE(content.ok());
    const auto& test = content->tests.at(0);
    EXPECT_DOUBLE_EQ(test.curve.time_s[2], 0.1);
    EXPECT_DOUBLE_EQ(test.curve.time_s[3], 0.2);
    EXPECT_DOUBLE_EQ(test.curve.time_s[4], 0.25);
    EXPECT_DOUBLE_EQ(test.curve.time_s[24], 1.3);
    std::vector<std::size_t> first;
    for (const SegmentMark& mark : test.marks) first.push_back(mark.first);
    EXPECT_THAT(first, ElementsAre(0, 3, 23));
    first.clear();
    const auto old = read(made_hys(false));
    for (const SegmentMark& mark : old->tests.at(0).marks) first.push_back(mark.first);
    EXPECT_THAT(first, ElementsAre(0, 3, 23));
}

TEST(HysitronHys, FactsAreReadAndEveryTestIsFlagged) {
    const auto content = read(made_hys(true));
    ASSERT_TRUE(content.ok());
    const auto& test = content->tests.at(0);
    EXPECT_EQ(test.time_stamp, "2022-06-08T18:20:56");
    ASSERT_TRUE(test.position.has_value());
    EXPECT_DOUBLE_EQ(test.position->x_um, -86400);
    EXPECT_EQ(test.poisson_ratio, 0.25);
    EXPECT_DOUBLE_EQ(*test.applied.frame_compliance_nm_per_uN, 0.00325);
    EXPECT_DOUBLE_EQ(*test.applied.drift_nm_per_s, 1.5);
    EXPECT_THAT(test.reader_flags, ElementsAre("SND-R052"));
}

TEST(HysitronHys, BesideItsTextItIsNoSecondTest) {
    const testing::TemporaryFolder folder;
    const std::string path = folder.write("a.hys", made_hys(true).bytes());
    EXPECT_EQ(read_file(path).value().tests.size(), 1u);
    folder.write("a.txt", testing::HysitronText{}.text());
    EXPECT_EQ(read_file(path).value().companion, "raw form (.hys) of the test in 'a.txt'");
}

// Of a large file only the beginning is looked at, but half of these columns is no test.
TEST(HysitronHys, ALargeOneIsLookedAtWhole) {
    MadeHys made;
    made.load_uN.assign(300'000, 100);
    made.travel_um.assign(300'000, 0.1);
    made.segments = {{1500, 0, 0, 100, 300'000}};
    const auto glance = glance_bytes(made.bytes(), "made.hys", {});
    ASSERT_TRUE(glance.ok()) << message(glance.error());
    EXPECT_EQ(glance->content.tests.at(0).curve.size(), 300'000u);
    EXPECT_FALSE(glance->is_sampled);
}

TEST(HysitronHys, CutAnywhereItIsAnError) {
    for (const bool is_v9 : {true, false}) {
        const std::string bytes = made_hys(is_v9).bytes();
        for (std::size_t length = 64; length < bytes.size() - 420; length += 5)
            ASSERT_EQ(code_of(bytes.substr(0, length)), "SND-R053") << length;
        EXPECT_EQ(code_of(bytes + std::string(5000, '\0')), "SND-R053");
    }
}

TEST(HysitronHys, CountsThatLieAreAnError) {
    const std::string good = made_hys(true).bytes();
    EXPECT_EQ(code_of(good), "read");
    for (const std::size_t place : {std::size_t{0xE3}, std::size_t{0xF7}, std::size_t{0x11F}})
        for (const std::string& value :
             {std::string(4, '\xFF'), std::string("\0\0\0\x80", 4), std::string("\0\0\0\x10", 4)}) {
            std::string bytes = good;
            bytes.replace(place, 4, value);
            EXPECT_EQ(code_of(bytes), "SND-R053") << place;
        }
    MadeHys one_more = made_hys(true);
    ++one_more.segments[1].points;
    EXPECT_EQ(code_of(one_more.bytes()), "SND-R053");
}

TEST(HysitronHys, SettingsThatNoInstrumentHasAreAnError) {
    for (double MadeHys::*setting :
         {&MadeHys::load_scale, &MadeHys::depth_scale, &MadeHys::electrostatic, &MadeHys::gap}) {
        for (const double value : {0.0, -1.0, 1e300, std::nan("")}) {
            MadeHys made = made_hys(true);
            std::string bytes = made.bytes();
            made.*setting = value;
            const std::string other = made.bytes();
            bytes.replace(0, 0x123, other.substr(0, 0x123));
            const auto content = read_bytes(bytes, "made.hys", {});
            ASSERT_FALSE(content.ok()) << value;
            EXPECT_EQ(content.error().code, "SND-R053");
        }
    }
    std::string other_version = made_hys(true).bytes();
    other_version[0] = '8';
    const auto content = read_bytes(other_version, "made.hys", {});
    ASSERT_FALSE(content.ok());
    EXPECT_THAT(content.error().found, HasSubstr("version '8VI3'"));
}

}  // namespace
}  // namespace sneddon
