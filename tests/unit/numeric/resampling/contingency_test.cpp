#include "numeric/resampling/contingency.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Counts = std::vector<std::vector<int>>;

ContingencyTable table_of(const Counts& counts) {
    std::vector<int> rows, columns;
    for (std::size_t r = 0; r < counts.size(); ++r)
        for (std::size_t c = 0; c < counts[r].size(); ++c)
            for (int i = 0; i < counts[r][c]; ++i) {
                rows.push_back(static_cast<int>(r) - 1);  // labels may be negative
                columns.push_back(static_cast<int>(c) * 10);
            }
    return cross_tabulate(rows, columns);
}

const Counts four_by_three{{12, 5, 3}, {4, 9, 8}, {2, 6, 11}, {7, 7, 7}};

TEST(CrossTabulate, CountsEachPairOfLabels) {
    const auto table = table_of(four_by_three);
    EXPECT_EQ(table.row_labels, (std::vector<int>{-1, 0, 1, 2}));
    EXPECT_EQ(table.column_labels, (std::vector<int>{0, 10, 20}));
    EXPECT_EQ(table.count(2, 2), 11u);
    EXPECT_EQ(table.row_totals, (std::vector<std::size_t>{20, 21, 19, 21}));
    EXPECT_EQ(table.column_totals, (std::vector<std::size_t>{25, 27, 29}));
    EXPECT_EQ(table.total, 81u);
}

// scipy 1.10: stats.chi2_contingency(T, correction=False), contingency.association(T,
// method='cramer'); the corrected V by Bergsma's formula in numpy.
TEST(Association, EqualsScipy) {
    const auto result = association(table_of(four_by_three));
    EXPECT_NEAR(result.chi_squared, 15.118427793621985, 1e-13);
    EXPECT_EQ(result.df, 6);
    EXPECT_NEAR(result.p, 0.019355344244984602, 1e-14);
    EXPECT_NEAR(result.cramers_v, 0.30548916241937496, 1e-14);
    EXPECT_NEAR(result.cramers_v_corrected, 0.23928017770332463, 1e-14);
    EXPECT_NEAR(result.smallest_expected, 19 * 25 / 81.0, 1e-14);
}

TEST(Association, OfEqualLabelsIsOneAndOfIndependentOnesNone) {
    const auto same = association(table_of({{10, 0, 0}, {0, 20, 0}, {0, 0, 5}}));
    EXPECT_NEAR(same.cramers_v, 1, 1e-15);
    EXPECT_NEAR(same.cramers_v_corrected, 1, 1e-15);
    const auto none = association(table_of({{10, 20}, {20, 40}}));
    EXPECT_NEAR(none.chi_squared, 0, 1e-14);
    EXPECT_EQ(none.cramers_v_corrected, 0);
    EXPECT_NEAR(none.p, 1, 1e-7);
}

// Independent labels: the plain V is about sqrt(df/n/min), the corrected one about half of that.
TEST(Association, CorrectedIsNearerToZeroByChance) {
    RandomStream stream(4);
    double plain = 0, corrected = 0;
    for (int run = 0; run < 200; ++run) {
        std::vector<int> a, b;
        for (int i = 0; i < 300; ++i) {
            a.push_back(static_cast<int>(stream.index(3)));
            b.push_back(static_cast<int>(stream.index(3)));
        }
        const auto result = association(cross_tabulate(a, b));
        plain += result.cramers_v / 200;
        corrected += result.cramers_v_corrected / 200;
    }
    EXPECT_GT(plain, 0.06);
    EXPECT_LT(corrected, 0.03);
}

TEST(Association, OfOneLabelIsNan) {
    EXPECT_TRUE(std::isnan(association(table_of({{3, 4}})).cramers_v));
    EXPECT_TRUE(std::isnan(association(cross_tabulate({}, {})).chi_squared));
    EXPECT_TRUE(std::isnan(association(table_of({{3, 4}})).chi_squared));
    EXPECT_TRUE(std::isnan(association(table_of({{3}, {4}})).chi_squared));
}

}  // namespace
}  // namespace sneddon
