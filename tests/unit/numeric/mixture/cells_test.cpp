#include "numeric/mixture/cells.hpp"

#include <gtest/gtest.h>

#include "mixture_cases.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::three_groups;

double mean_of(const Points& points, std::size_t column) {
    double sum = 0;
    for (std::size_t i = 0; i < points.rows; ++i)
        sum += points.weight(i) * points.columns[column][i];
    return sum / points.total_weight();
}

// The weights are rounded to 2^-20 of a cell.
TEST(MeanCells, KeepTheMeanAndCountAsManyAsThereAre) {
    const Points points = cloud(three_groups(), 20000, 1);
    const Points cells = mean_cells(points, 1024);
    ASSERT_EQ(cells.rows, 1024u);
    EXPECT_NEAR(cells.total_weight(), 1024, 1e-3);
    for (std::size_t a = 0; a < 2; ++a) EXPECT_NEAR(mean_of(cells, a), mean_of(points, a), 1e-5);
}

// One component of standardised rows: a scatter within cells of a thousandth of that of all costs
// n/2 ln(1 - 0.001) a column.
TEST(MeanCells, HardlyLoseScatter) {
    const Points points = cloud(three_groups(), 20000, 1);
    const auto scatter = [](const Points& of) {
        double sum = 0;
        const double mean = mean_of(of, 1);
        for (std::size_t i = 0; i < of.rows; ++i)
            sum += of.weight(i) * (of.columns[1][i] - mean) * (of.columns[1][i] - mean);
        return sum / of.total_weight();
    };
    const double all = scatter(points), of_cells = scatter(mean_cells(points, 1024));
    EXPECT_LT(of_cells, all);
    EXPECT_GT(of_cells, 0.997 * all);
}

TEST(MeanCells, OfFewRowsAreTheRows) {
    const Points points = cloud(three_groups(), 100, 1);
    const Points cells = mean_cells(points, 100);
    EXPECT_EQ(cells.columns, points.columns);
    EXPECT_TRUE(cells.weights.empty());
}

TEST(MeanCells, OfRepeatedValuesAreNoMoreThanTheValues) {
    Points points;
    points.rows = 600;
    points.columns.resize(1);
    for (std::size_t i = 0; i < points.rows; ++i)
        points.columns[0].push_back(static_cast<double>(i % 3));
    const Points cells = mean_cells(points, 50);
    ASSERT_EQ(cells.rows, 3u);
    EXPECT_EQ(cells.weights, (std::vector<double>{1, 1, 1}));
}

}  // namespace
}  // namespace sneddon
