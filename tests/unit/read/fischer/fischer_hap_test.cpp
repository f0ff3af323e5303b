#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cstdint>

#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <class T>
std::string raw(T value) {
    const auto bytes = std::bit_cast<std::array<char, sizeof(T)>>(value);
    return std::string(bytes.data(), bytes.size());
}

std::string column(const std::vector<double>& values) {
    std::string bytes;
    for (const double value : values) bytes += raw(value);
    return bytes;
}

/// As the description has it.
struct MadeHap {
    std::string placing = "CKoordXXXX";
    std::size_t at_count = 0x52B;
    std::uint32_t count = 2;
    std::int16_t depths = 3;

    std::string test(double F) const {
        std::string bytes = "folder"s + std::string(20, '\0') + "\xE8\x3F"s;
        bytes += std::string(5, '\0') + "\xC0"s + "W@"s;
        for (const double value : {65.0, 100.0, 20.0}) bytes += raw(value);
        bytes += "\x01"s + std::string(40, '\x07');
        bytes += raw(std::int16_t{3}) + column({0, F, F / 2});
        bytes += raw(depths) + column({0, 1.5, 1.25});
        bytes += std::string(11, '\x03') + "SMC017\0"s + std::string(121, '\x04');
        return bytes + column({0.1, 0.2, 0.3}) + std::string(8, '\x05');
    }
    std::string bytes() const {
        std::string file(0x600, '\0');
        file.replace(0x4CF, placing.size(), placing);
        file.replace(at_count, 4, raw(count));
        return file + test(300) + test(250);
    }
};

TEST(FischerHap, TestsAreReadAsTheDescriptionHasThem) {
    for (const MadeHap& made :
         {MadeHap{}, MadeHap{"CKoordLine", 0x5BD}, MadeHap{"CKoordArra", 0x5C2}}) {
        const auto content = read_bytes(made.bytes(), "FS1.hap", {});
        ASSERT_TRUE(content.ok()) << message(content.error());
        EXPECT_EQ(content->format, "fischer-hap");
        ASSERT_EQ(content->tests.size(), 2u);
        const auto& test = content->tests[1];
        EXPECT_EQ(test.number, 2);
        EXPECT_THAT(test.curve.load_uN, ElementsAre(0, 250'000, 125'000));
        EXPECT_THAT(test.curve.depth_nm, ElementsAre(0, 1500, 1250));
        EXPECT_THAT(test.curve.time_s, ElementsAre(0.1, 0.2, 0.3));
        EXPECT_THAT(test.reader_flags, ElementsAre("SND-R054"));
    }
}

TEST(FischerHap, WhatDoesNotFitTheDescriptionIsAnError) {
    const auto found = [](const std::string& bytes) {
        const auto content = read_bytes(bytes, "FS1.hap", {});
        if (content) return "read"s;
        EXPECT_EQ(content.error().code, "SND-R055");
        return content.error().found;
    };
    const std::string good = MadeHap{}.bytes();
    for (std::size_t left = 0x660; left < good.size() - 8; left += 7)
        ASSERT_NE(found(good.substr(0, left)), "read") << left;
    EXPECT_THAT(found(MadeHap{"", 0x52B, 3}.bytes()), HasSubstr("test 3 of 3"));
    EXPECT_THAT(found(MadeHap{"", 0x52B, 0}.bytes()), HasSubstr("0 tests"));
    EXPECT_THAT(found(MadeHap{"", 0x52B, 4'000'000'000}.bytes()), HasSubstr("4000000000 tests"));
    EXPECT_THAT(found(MadeHap{"", 0x52B, 2, 4}.bytes()), HasSubstr("not as many depths"));
    EXPECT_THAT(found(MadeHap{"", 0x52B, 2, -1}.bytes()), HasSubstr("not as many depths"));
    std::string huge = good;
    huge.replace(huge.rfind(raw(0.3)), 8, raw(1e300));
    EXPECT_THAT(found(huge), HasSubstr("no times"));
}

// The last number may be the last of the file; without its last byte it is none.
TEST(FischerHap, AFileMayEndWithItsLastTime) {
    const std::string good = MadeHap{}.bytes(), last = good.substr(0, good.size() - 8);
    const auto whole = read_bytes(last, "FS1.hap", {});
    ASSERT_TRUE(whole.ok()) << message(whole.error());
    ASSERT_EQ(whole->tests.size(), 2u);
    EXPECT_THAT(whole->tests[1].curve.time_s, ElementsAre(0.1, 0.2, 0.3));
    EXPECT_FALSE(read_bytes(last.substr(0, last.size() - 1), "FS1.hap", {}).ok());
}

}  // namespace
}  // namespace sneddon
