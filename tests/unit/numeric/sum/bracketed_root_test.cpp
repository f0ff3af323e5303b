#include "numeric/sum/bracketed_root.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

TEST(BracketedRoot, ConvergesToRounding) {
    int calls = 0;
    const auto f = [&](double x) {
        ++calls;
        return x * x * x - 2;
    };
    EXPECT_NEAR(bracketed_root(f, 0, -2, 2, 6), std::cbrt(2), 4e-16);
    EXPECT_LT(calls, 15);
}

TEST(BracketedRoot, ARootAtTheEdgeIsFound) {
    const auto f = [](double x) { return x; };
    EXPECT_EQ(bracketed_root(f, 0, 0, 5, 5), 0);
    EXPECT_EQ(bracketed_root(f, -5, -5, 0, 0), 0);
}

// Flat on one side, steep on the other: bisection steps in.
TEST(BracketedRoot, SurvivesAKink) {
    const auto f = [](double x) { return x < 0.7 ? -1e-9 : 1e9 * (x - 0.7); };
    EXPECT_NEAR(bracketed_root(f, 0, f(0), 1, f(1)), 0.7, 1e-12);
}

}  // namespace
}  // namespace sneddon
