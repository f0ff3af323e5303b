#include "numeric/mixture/ward.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "mixture_cases.hpp"

namespace sneddon {
namespace {

/// Within-cluster sum of squares of a partition.
double inertia(const Points& points, const std::vector<std::uint32_t>& labels) {
    double sum = 0;
    for (std::uint32_t label = 0; label < points.rows; ++label)
        for (const auto& column : points.columns) {
            double n = 0, mean = 0, square = 0;
            for (std::size_t i = 0; i < points.rows; ++i)
                if (labels[i] == label) {
                    n += 1;
                    mean += column[i];
                    square += column[i] * column[i];
                }
            if (n > 0) sum += square - mean * mean / n;
        }
    return sum;
}

/// The greedy definition itself: of all pairs of clusters merge the one that costs least.
std::vector<double> greedy_costs(const Points& points) {
    std::vector<std::uint32_t> labels(points.rows);
    std::iota(labels.begin(), labels.end(), 0u);
    std::vector<double> costs;
    double current = 0;
    for (std::size_t step = 1; step < points.rows; ++step) {
        double least = std::numeric_limits<double>::infinity();
        std::vector<std::uint32_t> best;
        for (std::uint32_t a = 0; a < points.rows; ++a)
            for (std::uint32_t b = a + 1; b < points.rows; ++b) {
                auto merged = labels;
                bool has_a = false, has_b = false;
                for (auto& label : merged) {
                    has_a = has_a || label == a;
                    has_b = has_b || label == b;
                    if (label == b) label = a;
                }
                if (!has_a || !has_b) continue;
                const double cost = inertia(points, merged) - current;
                if (cost < least) {
                    least = cost;
                    best = merged;
                }
            }
        costs.push_back(least);
        current += least;
        labels = best;
    }
    return costs;
}

TEST(Ward, MergesLikeTheGreedyDefinition) {
    const auto points = testing::cloud(testing::three_groups(), 14, 11);
    const auto merges = ward_merges(points);
    const auto expected = greedy_costs(points);
    ASSERT_EQ(merges.size(), expected.size());
    for (std::size_t i = 0; i < merges.size(); ++i) EXPECT_NEAR(merges[i].cost, expected[i], 1e-10);
}

TEST(Ward, CutGivesTheAskedNumberOfGroupsInOrderOfFirstRows) {
    const auto points = make_points(std::vector<std::vector<double>>{{50, 0, 1, 51, 100, 52}});
    const auto merges = ward_merges(*points);
    EXPECT_EQ(cut_merges(merges, 6, 3), (std::vector<std::uint32_t>{0, 1, 1, 0, 2, 0}));
    EXPECT_EQ(cut_merges(merges, 6, 1), (std::vector<std::uint32_t>(6, 0)));
    EXPECT_EQ(cut_merges(merges, 6, 6), (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5}));
}

TEST(Ward, EqualRowsMergeFirstAtNoCost) {
    const auto points = make_points(std::vector<std::vector<double>>{{1, 5, 1, 5, 1}});
    const auto merges = ward_merges(*points);
    EXPECT_EQ(merges[2].cost, 0);
    EXPECT_EQ(cut_merges(merges, 5, 2), (std::vector<std::uint32_t>{0, 1, 0, 1, 0}));
}

}  // namespace
}  // namespace sneddon
