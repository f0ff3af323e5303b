#include "numeric/mixture/k_means.hpp"

#include <gtest/gtest.h>

#include <set>

#include "mixture_cases.hpp"

namespace sneddon {
namespace {

TEST(KMeans, FindsSeparatedGroupsAndTheirMeans) {
    const auto points =
        make_points(std::vector<std::vector<double>>{{0, 1, 2, 100, 101, 102, 200, 202}});
    RandomStream random(1);
    const auto result = k_means(*points, 3, random);
    std::multiset<double> centres(result.centres.begin(), result.centres.end());
    EXPECT_EQ(centres, (std::multiset<double>{1, 101, 201}));
    EXPECT_DOUBLE_EQ(result.inertia, 2 + 2 + 2);
}

TEST(KMeans, WeightsMoveTheCentre) {
    const auto points =
        make_points(std::vector<std::vector<double>>{{0, 4}}, std::vector{3.0, 1.0});
    RandomStream random(1);
    EXPECT_DOUBLE_EQ(k_means(*points, 1, random).centres[0], 1);
}

// 3 (0 - 1)^2 + (4 - 1)^2
TEST(KMeans, TheInertiaCountsEachRowByItsWeight) {
    const auto points =
        make_points(std::vector<std::vector<double>>{{0, 4}}, std::vector{3.0, 1.0});
    RandomStream random(1);
    EXPECT_DOUBLE_EQ(k_means(*points, 1, random).inertia, 12);
}

TEST(KMeans, EndsWhereEveryRowIsNearestToItsCentre) {
    const auto points = testing::cloud(testing::three_groups(), 400, 5);
    RandomStream random(2);
    const auto result = k_means(points, 5, random);
    EXPECT_EQ(result.labels, nearest_centres(points, result.centres));
}

TEST(KMeans, EqualRowsDoNotHarm) {
    const auto points = make_points(std::vector<std::vector<double>>{{7, 7, 7, 7}});
    RandomStream random(3);
    EXPECT_EQ(k_means(*points, 3, random).inertia, 0);
}

}  // namespace
}  // namespace sneddon
