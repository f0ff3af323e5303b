#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <chrono>
#include <cstdint>

#include "read/kla/nmd_head.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

using namespace std::string_literals;
using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <class T>
std::string raw(T value) {
    const auto bytes = std::bit_cast<std::array<char, sizeof(T)>>(value);
    return std::string(bytes.data(), bytes.size());
}

std::string block(const std::vector<double>& values) {
    std::string bytes = raw(static_cast<std::int32_t>(values.size()));
    for (const double value : values) bytes += raw(value);
    return bytes;
}

const std::string head =
    "NMD\x01\0\x02"s
    "<SAMPLE TEMPLATENAME=\"Advanced Dynamic \xB5\">"
    "<TEST NAME=\"Test 1\"><CHANNEL NAME=\"HARDNESS\"/><SYSCHANNEL NAME=\"Time\"/>"
    "<SYSCHANNEL NAME=\"Load\"/><SYSCHANNEL NAME=\"Depth\"/></TEST>"
    "<TEST NAME=\"Test 2\"><SYSCHANNEL NAME=\"Time\"/></TEST></SAMPLE>";

std::string file() {
    return head + block({0, 0.5, 1}) + block({0, 1e-3, 2e-3}) +
           block({0, 1e-7, 1.7976931348623157e308}) + block({1e9, 2e9, 3e9}) + block({0, 1});
}

std::string replaced_by_nothing(std::string text, const std::string& what) {
    return text.erase(text.find(what), what.size());
}

TEST(KlaNmd, SystemChannelsComeFirstAndUnitsAreSI) {
    const auto content = read_bytes(file(), "a.nmd", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "kla-nmd");
    ASSERT_EQ(content->tests.size(), 2u);
    const auto& test = content->tests[0];
    EXPECT_EQ(test.name, "Test 1");
    EXPECT_THAT(test.curve.time_s, ElementsAre(0, 0.5, 1));
    EXPECT_THAT(test.curve.load_uN, ElementsAre(0, DoubleEq(1000), DoubleEq(2000)));
    EXPECT_THAT(test.curve.depth_nm, ElementsAre(0, DoubleEq(100), ::testing::IsNan()));
    ASSERT_EQ(test.curve.channels.size(), 1u);
    EXPECT_EQ(test.curve.channels[0].name, "HARDNESS");
    EXPECT_THAT(test.curve.channels[0].values, ElementsAre(1e9, 2e9, 3e9));
    EXPECT_THAT(test.reader_flags, ElementsAre("SND-R054"));
}

TEST(KlaNmd, ATestWithoutACurveIsCounted) {
    const auto content = read_bytes(file(), "a.nmd", {});
    ASSERT_TRUE(content.ok());
    const auto& test = content->tests.at(1);
    EXPECT_EQ(test.curve.size(), 0u);
    EXPECT_THAT(test.reader_flags, ElementsAre("SND-R054", "SND-R017"));
    EXPECT_THAT(test.inferences.back().evidence, HasSubstr("among 'Time'"));
}

TEST(KlaNmd, WhatDoesNotEndWithTheFileIsAnError) {
    const std::string good = file();
    for (std::size_t left = head.size() - 30; left < good.size(); ++left)
        ASSERT_EQ(read_bytes(good.substr(0, left), "a.nmd", {}).error().code, "SND-R055") << left;
    EXPECT_EQ(read_bytes(good + "\0"s, "a.nmd", {}).error().code, "SND-R055");
    for (const std::int32_t count : {-1, 4, 1 << 30}) {
        std::string bytes = good;
        bytes.replace(head.size(), 4, raw(count));
        EXPECT_EQ(read_bytes(bytes, "a.nmd", {}).error().code, "SND-R055") << count;
    }
    EXPECT_EQ(read_bytes(replaced_by_nothing(good, "<SYSCHANNEL NAME=\"Depth\"/>"), "a.nmd", {})
                  .error()
                  .code,
              "SND-R055");
}

TEST(KlaNmd, ALargeTreeIsRefusedByItsSize) {
    std::string bytes = "<SAMPLE TEMPLATENAME=\"x\">";
    while (bytes.size() < most_nmd_xml_bytes) bytes += "<a/>";
    bytes += "</SAMPLE>";
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(read_bytes(bytes, "a.nmd", {}).error().found, HasSubstr("no </SAMPLE>"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

}  // namespace
}  // namespace sneddon
