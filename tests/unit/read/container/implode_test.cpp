#include "read/container/implode.hpp"

#include <gtest/gtest.h>

#include <array>

#include "unit/read/container/implode_bytes.hpp"

namespace sneddon {
namespace {

using testing::Imploder;

std::string exploded(std::string_view packed, std::size_t size) {
    const Exploded found = explode(packed, size);
    if (!found.trouble.empty()) return "trouble: " + std::string(found.trouble);
    return {found.bytes.begin(), found.bytes.end()};
}

// The example of the format's description (B. Rudiak-Gould, comp.compression, 2001-08-13).
TEST(Implode, GivesTheExampleOfTheDescription) {
    constexpr std::array<unsigned char, 8> bytes = {0x00, 0x04, 0x82, 0x24, 0x25, 0x8f, 0x80, 0x7f};
    const std::string packed(bytes.begin(), bytes.end());
    EXPECT_EQ(exploded(packed, 13), "AIAIAIAIAIAIA");
}

TEST(Implode, RepeatsOfEveryLengthAreThoseOfTheDescription) {
    for (std::size_t length = 2; length <= 518; ++length)
        for (const unsigned window_bits : {4u, 6u}) {
            Imploder imploder(window_bits);
            imploder.literals("abc");
            imploder.repeat(length, 3, "11", 0);
            std::string expected = "abc";
            for (std::size_t i = 0; i < length; ++i) expected += expected[i];
            ASSERT_EQ(exploded(imploder.end(), 3 + length), expected) << length;
        }
}

TEST(Implode, DistancesHaveTheirUpperPartInACode) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += static_cast<char>(i);
    Imploder imploder;
    imploder.literals(text);
    imploder.repeat(5, 64, "11", 0);
    imploder.repeat(5, 65, "1011", 1);
    imploder.repeat(5, 192, "1010", 2);
    const std::string found = exploded(imploder.end(), 215);
    ASSERT_EQ(found.size(), 215u);
    EXPECT_EQ(found.substr(200, 5), text.substr(136, 5));
    EXPECT_EQ(found.substr(205, 5), text.substr(140, 5));
    EXPECT_EQ(found.substr(210, 5), text.substr(18, 5));
}

TEST(Implode, CutAnywhereIsTrouble) {
    Imploder imploder;
    imploder.literals("Displacement");
    imploder.repeat(300, 7, "11", 0);
    const std::string packed = imploder.end();
    ASSERT_EQ(exploded(packed, 312).substr(0, 14), "Displacementac");
    for (std::size_t length = 0; length < packed.size(); ++length)
        EXPECT_TRUE(exploded(packed.substr(0, length), 312).starts_with("trouble")) << length;
}

TEST(Implode, AnotherSizeThanTheDeclaredOneIsTrouble) {
    const std::string packed = testing::imploded("12345");
    EXPECT_EQ(exploded(packed, 5), "12345");
    EXPECT_EQ(exploded(packed, 4), "trouble: that hold more than they declare");
    EXPECT_EQ(exploded(packed, 6), "trouble: that hold less than they declare");
    Imploder imploder;
    imploder.literal('a');
    imploder.repeat(500, 1, "11", 0);
    EXPECT_EQ(exploded(imploder.end(), 500), "trouble: that hold more than they declare");
}

// No memory for what the packed bytes cannot give.
TEST(Implode, FourGigabytesDeclaredAreTrouble) {
    EXPECT_EQ(exploded(testing::imploded("12345"), std::size_t{4} << 30),
              "trouble: too few for what they declare");
}

TEST(Implode, WhatNoProgramWritesIsTrouble) {
    Imploder imploder;
    imploder.literals("ab");
    imploder.repeat(3, 3, "11", 0);
    EXPECT_EQ(exploded(imploder.end(), 5), "trouble: that repeat what was not there");
    std::string packed = testing::imploded("12345");
    packed[0] = 1;
    EXPECT_EQ(exploded(packed, 5), "trouble: of an unknown kind");
    packed[0] = 0;
    packed[1] = 7;
    EXPECT_EQ(exploded(packed, 5), "trouble: of an unknown kind");
}

}  // namespace
}  // namespace sneddon
