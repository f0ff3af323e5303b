#include "numeric/spatial/correlation_length.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

/// Gaussian values with exp(-h/length) and a nugget, by Cholesky over all cells.
class Field {
  public:
    Field(const GridGeometry& grid, double length, double nugget) {
        const std::size_t n = grid.shape.cells();
        const auto at = [&](std::size_t cell) {
            return std::pair(static_cast<double>(cell % grid.shape.columns) * grid.pitch_x,
                             static_cast<double>(cell / grid.shape.columns) * grid.pitch_y);
        };
        lower_.assign(n, {});
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j <= i; ++j) {
                const auto [xi, yi] = at(i);
                const auto [xj, yj] = at(j);
                double rest = (1 - nugget) * std::exp(-std::hypot(xi - xj, yi - yj) / length);
                if (i == j) rest += nugget;
                for (std::size_t k = 0; k < j; ++k) rest -= lower_[i][k] * lower_[j][k];
                lower_[i].push_back(i == j ? std::sqrt(rest) : rest / lower_[j][j]);
            }
    }

    std::vector<double> draw(std::uint64_t seed) const {
        RandomStream random(seed);
        std::vector<double> white(lower_.size()), values;
        for (double& z : white) z = random.normal();
        for (const auto& row : lower_) {
            double sum = 0;
            for (std::size_t k = 0; k < row.size(); ++k) sum += row[k] * white[k];
            values.push_back(sum);
        }
        return values;
    }

  private:
    std::vector<std::vector<double>> lower_;
};

constexpr GridGeometry grid = {{20, 15}, 2, 2};

CorrelationLength length_of(const std::vector<double>& values, const GridGeometry& map = grid) {
    const std::vector<std::vector<double>> one = {values};
    return correlation_lengths(map, one).front();
}

// Length 4 at a pitch of 2 with a nugget of 0.35, 25 maps (100 in bench/correlation_lengths, with
// 84 resolved): the truth in the interval of at least 21, an open end counted as reaching it
// (beyond the lower 1 % of a binomial around 95 %).
TEST(CorrelationLength, IntervalsHoldTheTruth) {
    const Field field(grid, 4, 0.35);
    int resolved = 0, covered = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        const auto found = length_of(field.draw(seed));
        resolved += found.verdict == LengthVerdict::resolved;
        covered += !(found.low > 4) && !(found.high < 4);
    }
    EXPECT_GE(resolved, 17);
    EXPECT_GE(covered, 21);
}

TEST(CorrelationLength, WhiteMapsAreNotResolvable) {
    int not_resolvable = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        RandomStream random(seed);
        std::vector<double> values(grid.shape.cells());
        for (double& x : values) x = random.normal();
        not_resolvable += length_of(values).verdict != LengthVerdict::resolved;
    }
    EXPECT_GE(not_resolvable, 22);
}

// In other units of length and of value the answer is the same.
TEST(CorrelationLength, ScalesWithItsUnits) {
    auto values = Field(grid, 4, 0.35).draw(3);
    const auto found = length_of(values);
    for (double& x : values) x = 1e3 * x + 5e3;
    const auto scaled = length_of(values, {grid.shape, 2000, 2000});
    EXPECT_NEAR(scaled.length, 1000 * found.length, 1e-6 * scaled.length);
    EXPECT_NEAR(scaled.log_likelihood, found.log_likelihood, 1e-6);
    EXPECT_EQ(scaled.verdict, found.verdict);
}

TEST(CorrelationLength, EmptyCellsAreLeftOut) {
    auto values = Field(grid, 4, 0.35).draw(3);
    const auto whole = length_of(values);
    for (std::size_t i = 0; i < values.size(); i += 11) values[i] = NAN;
    const auto found = length_of(values);
    EXPECT_EQ(found.n, 300u - 28u);
    EXPECT_NEAR(std::log(found.length / whole.length), 0, 0.7);
    EXPECT_EQ(length_of(std::vector<double>(300, NAN)).verdict, LengthVerdict::undetermined);
    EXPECT_EQ(length_of(std::vector<double>(300, 2.0)).verdict, LengthVerdict::undetermined);
}

TEST(CorrelationLength, ALargeFieldWithATrendIsOpenAbove) {
    RandomStream random(9);
    std::vector<double> values(grid.shape.cells());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 0.3 * static_cast<double>(i % 20) + random.normal();
    const auto found = length_of(values);
    EXPECT_NE(found.verdict, LengthVerdict::no_correlation);
    EXPECT_TRUE(std::isnan(found.high));
    EXPECT_EQ(found.verdict, LengthVerdict::not_resolvable);
}

}  // namespace
}  // namespace sneddon
