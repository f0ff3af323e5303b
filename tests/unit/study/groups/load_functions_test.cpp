#include "study/groups/load_functions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

using ::testing::ElementsAre;

TEST(LoadFunctions, NamesAreShortWhenOnlyTheHoldVaries) {
    const std::vector<LoadFunctionShape> shapes = {
        {300.2, 10, 0}, {299.8, 9.99, 10.003}, {300, 10.01, 29.98}, {300, 10, 60.1}};
    EXPECT_THAT(name_load_functions(shapes),
                ElementsAre("hold 0 s", "hold 10 s", "hold 30 s", "hold 60 s"));
}

TEST(LoadFunctions, HoldsWithinTwoPercentOrHalfASecondAreOne) {
    const std::vector<LoadFunctionShape> shapes = {
        {300, 10, 9.8}, {300, 10, 10.2}, {300, 10, 59.5}, {300, 10, 60.6}, {300, 10, 11}};
    const auto names = name_load_functions(shapes);
    EXPECT_EQ(names[0], names[1]);
    EXPECT_EQ(names[2], names[3]);
    EXPECT_NE(names[0], names[4]);
}

TEST(LoadFunctions, WhatVariesIsInTheName) {
    const std::vector<LoadFunctionShape> shapes = {{5999, 5, 5}, {11023, 30, 5}};
    EXPECT_THAT(name_load_functions(shapes),
                ElementsAre("peak 6 mN, ramp 5 s, hold 5 s", "peak 11 mN, ramp 30 s, hold 5 s"));
}

TEST(LoadFunctions, OneLoadFunctionIsNamedByItsHold) {
    EXPECT_THAT(name_load_functions(std::vector<LoadFunctionShape>{{300, 10, 1.99}}),
                ElementsAre("hold 2 s"));
    EXPECT_THAT(name_load_functions(std::vector<LoadFunctionShape>{{300, 10, 0.5}}),
                ElementsAre("hold 0.5 s"));
    EXPECT_TRUE(name_load_functions({}).empty());
}

TEST(LoadFunctions, AHoldThatIsNotKnownIsNoHoldOfZero) {
    const double unknown = std::nan("");
    const std::vector<LoadFunctionShape> shapes = {
        {300, unknown, unknown}, {300, unknown, 0}, {300, unknown, unknown}};
    EXPECT_THAT(name_load_functions(shapes),
                ElementsAre("hold unknown", "hold 0 s", "hold unknown"));
}

TEST(LoadFunctions, DifferentHoldsNeverShareAName) {
    const auto names =
        name_load_functions(std::vector<LoadFunctionShape>{{300, 10, 2.6}, {300, 10, 3.2}});
    EXPECT_NE(names[0], names[1]);
}

}  // namespace
}  // namespace sneddon
