#include "numeric/spatial/variogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Values = std::vector<double>;

struct Field {
    Values x, y, value;
};

Field irregular_field() {
    Field field;
    for (int i = 0; i < 25; ++i) {
        field.x.push_back((i * 7 % 25) * 0.9 + 0.03 * i);
        field.y.push_back((i * 11 % 13) * 1.3);
        field.value.push_back(std::cos(i) * 2 + 0.1 * i);
    }
    return field;
}

// All pairs in numpy: np.triu_indices, np.hypot, (d/2 + .5).astype(int), d <= 9.
TEST(EmpiricalVariogram, EqualsNumpy) {
    const auto field = irregular_field();
    const auto classes = empirical_variogram(field.x, field.y, field.value, {2, 9});
    ASSERT_EQ(classes.size(), 4u);
    const VariogramClass expected[] = {
        {2.0016039967985684, 25, 1.6230582657638941, 1.6518176636261916},
        {4.24333759691603, 9, 2.8262676797104094, 2.5513766268014955},
        {6.476102575097026, 33, 1.7252106205695734, 2.03463576772421},
        {7.871005733406078, 73, 2.477209275242935, 2.6978507999806514}};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(classes[i].pairs, expected[i].pairs);
        EXPECT_NEAR(classes[i].distance, expected[i].distance, 1e-14);
        EXPECT_NEAR(classes[i].matheron, expected[i].matheron, 1e-14);
        EXPECT_NEAR(classes[i].cressie_hawkins, expected[i].cressie_hawkins, 1e-14);
    }
}

// Bands must lose no pair, whatever the distance: counted against all pairs.
TEST(EmpiricalVariogram, SeesEveryPairWithinTheDistance) {
    RandomStream stream(14);
    Field field;
    for (int i = 0; i < 300; ++i) {
        field.x.push_back(10 * stream.uniform());
        field.y.push_back(i % 3 == 0 ? std::floor(10 * stream.uniform()) : 10 * stream.uniform());
        field.value.push_back(stream.normal());
    }
    for (const double largest : {0.05, 0.5, 1.0, 3.0, 20.0}) {
        std::size_t expected = 0, found = 0;
        for (std::size_t i = 0; i < 300; ++i)
            for (std::size_t j = 0; j < i; ++j)
                expected += std::hypot(field.x[i] - field.x[j], field.y[i] - field.y[j]) <= largest;
        for (const auto& c : empirical_variogram(field.x, field.y, field.value, {0.25, largest}))
            found += c.pairs;
        EXPECT_EQ(found, expected) << largest;
    }
}

TEST(EmpiricalVariogram, DoesNotMindTheOrderOfThePoints) {
    auto field = irregular_field();
    const auto before = empirical_variogram(field.x, field.y, field.value, {2, 9});
    for (auto* column : {&field.x, &field.y, &field.value}) std::ranges::reverse(*column);
    const auto after = empirical_variogram(field.x, field.y, field.value, {2, 9});
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].matheron, after[i].matheron);
        EXPECT_EQ(before[i].cressie_hawkins, after[i].cressie_hawkins);
    }
}

// White noise of variance 1 has gamma = 1 at every distance, by both estimators.
TEST(EmpiricalVariogram, OfNoiseIsFlat) {
    RandomStream stream(6);
    Field field;
    for (int i = 0; i < 2500; ++i) {
        field.x.push_back(i % 50);
        field.y.push_back(i / 50);
        field.value.push_back(stream.normal());
    }
    for (const auto& c : empirical_variogram(field.x, field.y, field.value, {1, 10})) {
        EXPECT_NEAR(c.matheron, 1, 0.12);
        EXPECT_NEAR(c.cressie_hawkins, 1, 0.12);
    }
}

TEST(EmpiricalVariogram, OfCressieAndHawkinsShrugsOffAWildValue) {
    auto field = irregular_field();
    field.value[12] = 1000;
    const auto classes = empirical_variogram(field.x, field.y, field.value, {2, 9});
    EXPECT_GT(classes[3].matheron, 10 * classes[3].cressie_hawkins);
}

TEST(EmpiricalVariogram, LeavesOutWhatIsMissing) {
    auto field = irregular_field();
    const auto before = empirical_variogram(field.x, field.y, field.value, {2, 9});
    field.x.push_back(1);
    field.y.push_back(1);
    field.value.push_back(NAN);
    const auto after = empirical_variogram(field.x, field.y, field.value, {2, 9});
    ASSERT_EQ(before.size(), after.size());
    EXPECT_EQ(before[0].pairs, after[0].pairs);
    EXPECT_TRUE(empirical_variogram(field.x, field.y, field.value, {0, 9}).empty());
    EXPECT_TRUE(empirical_variogram(field.x, field.y, field.value, {1e-9, 9}).empty());
    EXPECT_TRUE(empirical_variogram({}, {}, {}, {2, 9}).empty());
}

// z = 3 i: d = 3 k for every pair of lag k, gamma = 9 k^2/2.
TEST(VariogramOverOrder, OfALineIsAParabola) {
    Values line(20);
    for (std::size_t i = 0; i < line.size(); ++i) line[i] = 3.0 * static_cast<double>(i);
    line[7] = NAN;
    const auto classes = variogram_over_order(line, 5);
    ASSERT_EQ(classes.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
        const double lag = static_cast<double>(i + 1);
        EXPECT_EQ(classes[i].distance, lag);
        EXPECT_EQ(classes[i].pairs, 20 - (i + 1) - 2);
        EXPECT_DOUBLE_EQ(classes[i].matheron, 4.5 * lag * lag);
    }
    EXPECT_EQ(variogram_over_order(Values{1, 2, 4}, 100).size(), 2u);
    EXPECT_TRUE(variogram_over_order({}, 5).empty());
}

}  // namespace
}  // namespace sneddon
