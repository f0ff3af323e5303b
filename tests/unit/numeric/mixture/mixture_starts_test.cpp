#include "numeric/mixture/mixture_starts.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "mixture_cases.hpp"
#include "numeric/mixture/mixture_statistics.hpp"
#include "numeric/mixture/standardise.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::three_groups;

StartMaker maker_of(const Points& points, StartCounts counts) {
    const auto z = standardise(points);
    return StartMaker(z->points, *whiten(z->points), counts, 5);
}

TEST(MixtureStarts, HoldEveryFamilyInBothSpacesAndAHundredRandomOnes) {
    const auto maker = maker_of(cloud(three_groups(), 100, 1), {});
    std::size_t counts[4][2] = {};
    for (std::size_t i = 0; i < maker.count(); ++i)
        ++counts[static_cast<int>(maker.kind(i).family)][static_cast<int>(maker.kind(i).space)];
    for (const int space : {0, 1}) {
        EXPECT_EQ(counts[static_cast<int>(StartFamily::ward)][space], 1u);
        EXPECT_EQ(counts[static_cast<int>(StartFamily::k_means)][space], 10u);
        EXPECT_EQ(counts[static_cast<int>(StartFamily::random_rows)][space], 50u);
    }
}

TEST(MixtureStarts, AreValidMixturesEvenOfFewRows) {
    const auto maker = maker_of(cloud(three_groups(), 12, 2), {3, 20});
    for (const std::size_t k : {2u, 5u, 8u})
        for (std::size_t i = 0; i < maker.count(); ++i) {
            const auto start = maker.make(k, i);
            EXPECT_EQ(start.components(), k);
            EXPECT_TRUE(collect_statistics(start, cloud(three_groups(), 5, 1)));
        }
}

TEST(MixtureStarts, DependOnSeedAndNumberOnly) {
    const auto points = cloud(three_groups(), 200, 3);
    const auto one = maker_of(points, {}), two = maker_of(points, {});
    EXPECT_EQ(one.make(3, 40).means, two.make(3, 40).means);
    EXPECT_NE(one.make(3, 40).means, one.make(3, 42).means);
}

TEST(MixtureStarts, PartitionWithoutPriorHasItsOwnMoments) {
    const auto points = make_points(std::vector<std::vector<double>>{{0, 2, 10, 14}});
    const auto mixture = mixture_from_labels(*points, {0, 0, 1, 1}, 2, 0);
    EXPECT_EQ(mixture.weights, (std::vector<double>{0.5, 0.5}));
    EXPECT_EQ(mixture.means, (std::vector<double>{1, 12}));
    EXPECT_EQ(mixture.covariances, (std::vector<double>{1, 4}));
}

}  // namespace
}  // namespace sneddon
