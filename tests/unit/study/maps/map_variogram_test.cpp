#include "study/maps/map_variogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"

namespace sneddon {
namespace {

/// Columns x lines, 2 um apart; white noise of variance 1.
struct Field {
    std::vector<double> x, y, values;
    double longest_um;

    Field(std::size_t columns, std::size_t lines)
        : longest_um(2.0 * static_cast<double>(lines - 1)) {
        RandomStream random(8);
        for (std::size_t line = 0; line < lines; ++line)
            for (std::size_t column = 0; column < columns; ++column) {
                x.push_back(100 + 2.0 * static_cast<double>(column));
                y.push_back(-50 + 2.0 * static_cast<double>(line));
                values.push_back(random.normal());
            }
    }
    std::vector<VariogramClass> variogram(std::uint64_t seed = 1) const {
        return map_variogram(x, y, values, 2, longest_um, seed);
    }
};

/// Pairs one pitch apart, along the axes and across (sqrt 2 pitches are of the same class).
std::size_t neighbours(std::size_t columns, std::size_t lines) {
    return (columns - 1) * lines + columns * (lines - 1) + 2 * (columns - 1) * (lines - 1);
}

TEST(MapVariogram, OfFewPlacesIsThatOfAllPairsUpToHalfOfTheMap) {
    const Field field(50, 100);
    const auto all = empirical_variogram(field.x, field.y, field.values, {2, 99});
    const auto found = field.variogram();
    ASSERT_EQ(found.size(), all.size());
    EXPECT_EQ(found[0].pairs, neighbours(50, 100));
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(found[i].pairs, all[i].pairs);
        EXPECT_EQ(found[i].matheron, all[i].matheron);
    }
}

// 32 + 32 + 6 columns by 32 + 32 + 32 + 4 lines; beyond ten pitches 5,000 of the 7,000 places.
TEST(MapVariogram, OfManyPlacesCountsNearPairsWithinSquaresOf32Pitches) {
    const Field field(70, 100);
    const auto found = field.variogram();
    std::size_t near = 0;
    for (const std::size_t columns : {32u, 32u, 6u})
        for (const std::size_t lines : {32u, 32u, 32u, 4u}) near += neighbours(columns, lines);
    ASSERT_EQ(found.size(), 49u);
    EXPECT_EQ(found[0].pairs, near);
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(found[i].distance, 2.0 * static_cast<double>(i + 1), 0.5);
        // Half of d^2 has the variance 2; pairs share places: five standard errors of as many
        // independent ones as there are places, 5 sqrt(2 / 5000).
        EXPECT_NEAR(found[i].matheron, 1, 0.1);
    }
    EXPECT_NEAR(found.back().distance, 98, 1.1);
}

// 450 x 450 places are more than 200,000: every second square of a row and of a column.
TEST(MapVariogram, OfVeryManyPlacesTakesSquaresEvenly) {
    const Field field(450, 450);
    std::size_t near = 0;
    for (std::size_t column = 0; column < 450; column += 64)
        for (std::size_t line = 0; line < 450; line += 64)
            near += neighbours(std::min<std::size_t>(32, 450 - column),
                               std::min<std::size_t>(32, 450 - line));
    EXPECT_EQ(field.variogram()[0].pairs, near);
}

TEST(MapVariogram, IsDrawnByItsSeed) {
    const Field field(70, 100);
    const auto one = field.variogram(1), again = field.variogram(1), other = field.variogram(2);
    EXPECT_EQ(one.back().matheron, again.back().matheron);
    EXPECT_NE(one.back().matheron, other.back().matheron);
    EXPECT_EQ(one[0].matheron, other[0].matheron);  // of near pairs nothing is drawn
}

}  // namespace
}  // namespace sneddon
