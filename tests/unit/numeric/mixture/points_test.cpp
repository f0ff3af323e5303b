#include "sneddon/numeric/points.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Columns = std::vector<std::vector<double>>;

TEST(Points, WrongShapesAreRefused) {
    EXPECT_EQ(make_points(Columns{}).error().code, "SND-G020");
    EXPECT_EQ(make_points(Columns(9, {1.0})).error().code, "SND-G020");
    EXPECT_EQ(make_points(Columns{{1, 2}, {1}}).error().code, "SND-G020");
    EXPECT_EQ(make_points(Columns{{1, 2}}, std::vector{1.0}).error().code, "SND-G020");
}

TEST(Points, AValueThatIsNoNumberIsRefusedByItsRow) {
    const auto refused = make_points(Columns{{1, 2, std::numeric_limits<double>::quiet_NaN()}});
    EXPECT_EQ(refused.error().code, "SND-G021");
    EXPECT_EQ(refused.error().where, "column 1, row 3");
    EXPECT_EQ(make_points(Columns{{1, 2}}, std::vector{1.0, -1.0}).error().code, "SND-G021");
}

TEST(Points, RowsOfWeightZeroAreAbsent) {
    const auto points = make_points(Columns{{1, 2, 3}}, std::vector{2.0, 0.0, 1.0});
    EXPECT_EQ(points->rows, 2u);
    EXPECT_EQ(points->columns[0], (std::vector<double>{1, 3}));
    EXPECT_EQ(points->total_weight(), 3);
}

TEST(Points, DrawnRowsAreDifferentAndAscending) {
    RandomStream random(1);
    const auto drawn = draw_rows(100, 30, random);
    EXPECT_EQ(drawn.size(), 30u);
    for (std::size_t i = 1; i < drawn.size(); ++i) EXPECT_LT(drawn[i - 1], drawn[i]);
    EXPECT_EQ(draw_rows(5, 9, random), (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace sneddon
