#include "results/curves/residual_density.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

#include "results/curves/curves_json.hpp"
#include "support/temporary_folder.hpp"
#include "unit/results/example_study.hpp"

namespace sneddon {
namespace {

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Of cells that are taken for their middles.
double rms_of_cells(const ResidualDensity& density) {
    double squares = 0;
    for (std::size_t i = 0; i < density.counts.size(); ++i) {
        const auto row = static_cast<double>(i / ResidualDensity::columns);
        const double middle_nm = density.largest_nm * (2 * (row + 0.5) / ResidualDensity::rows - 1);
        squares += density.counts[i] * middle_nm * middle_nm;
    }
    return std::sqrt(squares / sum(density.counts));
}

TEST(ResidualDensity, CountsEverySampleOnceInItsCell) {
    // Depths 10 to 26 nm in 16 columns of 1 nm, residuals -1.5 to 1.5 nm in 15 rows of 0.2 nm.
    const auto density = residual_density({10.5, 10.2, 26, 10}, {1.5, -1.5, 0, 0.25});
    ASSERT_EQ(density.counts.size(), ResidualDensity::columns * ResidualDensity::rows);
    EXPECT_EQ(density.depth_low_nm, 10);
    EXPECT_EQ(density.depth_high_nm, 26);
    EXPECT_EQ(density.largest_nm, 1.5);
    EXPECT_EQ(sum(density.counts), 4);
    EXPECT_EQ(density.counts[14 * ResidualDensity::columns], 1);
    EXPECT_EQ(density.counts[0], 1);
    EXPECT_EQ(density.counts[7 * ResidualDensity::columns + 15], 1);
    EXPECT_EQ(density.counts[8 * ResidualDensity::columns], 1);  // 0.1 to 0.3 nm
}

// Sheppard: cells of the width w add w^2/12 to a variance. With the largest of 5,000 normal
// residuals near 3.7 standard deviations w is half of one: 2 %, and 1 % of the rms; 3 % are asked.
TEST(ResidualDensity, HasTheRmsOfItsSamples) {
    std::mt19937_64 random(7);
    std::normal_distribution<double> noise(0, 0.2);
    std::vector<double> depth_nm, residual_nm;
    double squares = 0;
    for (int i = 0; i < 5000; ++i) {
        depth_nm.push_back(40 + 0.002 * i);
        residual_nm.push_back(noise(random));
        squares += residual_nm.back() * residual_nm.back();
    }
    const double rms = std::sqrt(squares / 5000);
    EXPECT_NEAR(rms_of_cells(residual_density(depth_nm, residual_nm)), rms, 0.03 * rms);
}

TEST(ResidualDensity, AnExactFitIsOneRowAndNoFitIsNone) {
    const auto exact = residual_density({1, 2, 3}, {0, 0, 0});
    EXPECT_EQ(exact.largest_nm, 0);
    EXPECT_EQ(sum(exact.counts), 3);
    EXPECT_TRUE(residual_density({}, {}).counts.empty());
    EXPECT_TRUE(residual_density({1}, {}).counts.empty());
}

TEST(ResidualDensity, StandsInTheLineOfItsCurveAndReadsBack) {
    const testing::TemporaryFolder folder;
    const auto written = residual_density({10, 26}, {1.5, -0.75});
    folder.write("curves.json",
                 "[\n" + curve_preview_json(testing::example_preview("a", "b"), written) + ",\n" +
                     curve_preview_json(testing::example_preview("c", "b")) + "\n]\n");
    const ReadCurves read = read_curves(folder.path() / "curves.json", 10);
    ASSERT_EQ(read.curves.size(), 2u);
    ASSERT_EQ(read.residuals.size(), 1u);
    const ResidualDensity& density = read.residuals.at("a");
    EXPECT_EQ(density.counts, written.counts);
    EXPECT_EQ(density.depth_high_nm, 26);
    EXPECT_EQ(density.largest_nm, 1.5);
}

}  // namespace
}  // namespace sneddon
