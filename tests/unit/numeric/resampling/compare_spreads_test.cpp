// Reference values: scipy 1.17.1, levene(center="median"); Bonett's formula in numpy 2.4.6.
#include "numeric/resampling/compare_spreads.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace sneddon {
namespace {

using Values = std::vector<double>;
const Values a = {4.21, 4.35, 4.02, 4.48, 4.77, 4.19, 4.30, 3.95, 4.61, 4.40};
const Values b = {4.90, 4.55, 5.10, 4.72, 4.20, 5.35, 4.81, 4.66};
const Values c = {4.1, 4.9, 3.6, 5.4, 4.4, 4.6, 3.9, 5.0, 4.3};

EqualSpreads of(std::initializer_list<Values> sets) {
    std::vector<std::span<const double>> views;
    for (const Values& set : sets) views.emplace_back(set);
    return brown_forsythe(views);
}

TEST(BrownForsythe, AgreesWithScipy) {
    const EqualSpreads three = of({a, b, c});
    EXPECT_NEAR(three.f, 2.7154752548033936, 1e-12);
    EXPECT_NEAR(three.p, 0.08647358009393841, 1e-12);
    EXPECT_EQ(three.between_df, 2);
    EXPECT_EQ(three.within_df, 24);
    const EqualSpreads two = of({a, b});
    EXPECT_NEAR(two.f, 0.4727779303809011, 1e-12);
    EXPECT_NEAR(two.p, 0.5015586365822747, 1e-12);
}

TEST(BrownForsythe, SeesNoMeans) {
    Values shifted = a;
    for (double& value : shifted) value += 100;
    EXPECT_NEAR(of({a, shifted}).f, 0, 1e-12);
}

TEST(BrownForsythe, HasNoAnswerWithoutSpreadOrSets) {
    EXPECT_TRUE(std::isnan(of({a}).p));
    EXPECT_TRUE(std::isnan(of({a, {1}}).p));
    EXPECT_TRUE(std::isnan(of({{1, 1, 1}, {2, 2, 2}}).p));
}

TEST(SpreadRatio, AgreesWithBonettsFormula) {
    const SpreadRatio plain = spread_ratio(a, c);
    EXPECT_NEAR(plain.ratio, 0.44343646380952634, 1e-12);
    EXPECT_NEAR(plain.low, 0.20875791631483517, 1e-9);
    EXPECT_NEAR(plain.high, 0.9164193033736145, 1e-9);
    const SpreadRatio left = spread_ratio(a, c, 0.01, 0.02);
    EXPECT_NEAR(left.ratio, 0.42040833650024956, 1e-12);
    EXPECT_NEAR(left.low, 0.18067980917773488, 1e-9);
    EXPECT_NEAR(left.high, 0.9517160483311566, 1e-9);
}

TEST(SpreadRatio, HasNoAnswerWhereTheMeasurementIsAllOfTheSpread) {
    EXPECT_TRUE(std::isnan(spread_ratio(a, c, 1, 0).ratio));
    EXPECT_TRUE(std::isnan(spread_ratio(a, Values{1, 2, 3, 4}).ratio));
}

}  // namespace
}  // namespace sneddon
