// The covariance of the unloading fit, written out as a double sum over the window.
#include "analyse/unloading_noise.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

/// An unloading of a known law with noise whose neighbours resemble each other.
struct Unloading {
    Curve curve;
    Cycle cycle;
    Measured measured;
    AnalysisRecipe recipe;

    Unloading(double h_p_nm, double m, std::size_t points, double sd_nm, double correlation) {
        measured.is_fitted = true;
        measured.F_max_uN = 300;
        measured.h_p_nm = h_p_nm;
        measured.k_nm = 24;
        measured.m = m;
        cycle.unload = {SegmentKind::unload, 0, points};
        cycle.end = points;
        RandomStream random(3);
        double noise = sd_nm * random.normal();
        for (std::size_t i = 0; i < points; ++i) {
            const double share = 1 - static_cast<double>(i) / static_cast<double>(points);
            curve.time_s.push_back(0.01 * static_cast<double>(i));
            curve.load_uN.push_back(300 * share);
            curve.depth_nm.push_back(h_p_nm + 24 * std::pow(share, 1 / m) + noise);
            noise = correlation * noise +
                    sd_nm * std::sqrt(1 - correlation * correlation) * random.normal();
        }
    }

    UnloadingNoise noise() const { return unloading_noise(curve, cycle, measured, recipe); }

    /// Of (h_p, k, q), zero for those that were not fitted: A V A' with A = (B'WB)^-1 B'W.
    EstimatorMatrix covariance(const std::vector<std::size_t>& fitted, double sd, double r) const {
        const double q = 1 / measured.m;
        std::vector<EstimatorRow> rows;
        std::vector<double> counts;
        for (const double load : curve.load_uN) {
            const double x = load / 300;
            if (x < recipe.window_low || x > recipe.window_high) continue;
            const double power = std::pow(x, q);
            rows.push_back({1, power, measured.k_nm * power * std::log(x)});
            const double slope = 300 * measured.m / measured.k_nm * std::pow(power, measured.m - 1);
            counts.push_back(recipe.fit_space == FitSpace::load_of_depth ? slope * slope : 1);
        }
        EstimatorMatrix gram{}, covariance{};
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const std::size_t a : fitted)
                for (const std::size_t b : fitted)
                    gram[a][b] += counts[i] * rows[i][a] * rows[i][b];
        const EstimatorMatrix inverse = inverted(gram, fitted);
        const auto weight = [&](std::size_t a, std::size_t i) {
            double sum = 0;
            for (const std::size_t b : fitted) sum += inverse[a][b] * counts[i] * rows[i][b];
            return sum;
        };
        for (const std::size_t a : fitted)
            for (const std::size_t b : fitted)
                for (std::size_t i = 0; i < rows.size(); ++i)
                    for (std::size_t j = 0; j < rows.size(); ++j)
                        covariance[a][b] +=
                            sd * sd * weight(a, i) * weight(b, j) *
                            std::pow(r, std::fabs(static_cast<double>(i) - static_cast<double>(j)));
        return covariance;
    }

    /// By Gauss and Jordan, of the rows and columns that are fitted.
    static EstimatorMatrix inverted(EstimatorMatrix matrix,
                                    const std::vector<std::size_t>& fitted) {
        EstimatorMatrix inverse{};
        for (const std::size_t a : fitted) inverse[a][a] = 1;
        for (const std::size_t pivot : fitted)
            for (const std::size_t row : fitted) {
                if (row == pivot) continue;
                const double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (const std::size_t column : fitted) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                    inverse[row][column] -= factor * inverse[pivot][column];
                }
            }
        for (const std::size_t row : fitted)
            for (const std::size_t column : fitted) inverse[row][column] /= matrix[row][row];
        return inverse;
    }
};

/// D D' of the directions against the double sum: rounding of an inverse with a condition of some
/// 10^6, so a part in 10^7 of what the two variances allow.
void expect_covariance(const Unloading& unloading, const std::vector<std::size_t>& fitted) {
    const UnloadingNoise noise = unloading.noise();
    ASSERT_TRUE(noise.is_known);
    const EstimatorMatrix expected = unloading.covariance(fitted, noise.sd_nm, noise.correlation);
    for (std::size_t a = 0; a < largest_estimator; ++a)
        for (std::size_t b = 0; b < largest_estimator; ++b) {
            double found = 0;
            for (const EstimatorRow& along : noise.directions) found += along[a] * along[b];
            EXPECT_NEAR(found, expected[a][b], 1e-7 * std::sqrt(expected[a][a] * expected[b][b]))
                << a << " " << b;
        }
}

TEST(UnloadingNoise, IsTheCovarianceOfAllThreeParameters) {
    const Unloading unloading(30, 1.5, 90, 0.2, 0.6);
    EXPECT_GT(unloading.noise().correlation, 0.2);
    expect_covariance(unloading, {0, 1, 2});
}

// A fit of P(h) counts each point with the square of its slope.
TEST(UnloadingNoise, CountsPointsByTheirSlopeWhereTheLoadWasFitted) {
    Unloading unloading(30, 1.5, 90, 0.2, 0.6);
    unloading.recipe.fit_space = FitSpace::load_of_depth;
    expect_covariance(unloading, {0, 1, 2});
}

TEST(UnloadingNoise, OfAFinalDepthAtItsBoundIsThatOfTheOtherTwo) {
    Unloading unloading(0, 1.5, 90, 0.2, 0.6);
    expect_covariance(unloading, {0, 1, 2});  // no bound: a depth of 0 is a value like others
    unloading.recipe.final_depth = FinalDepthRule::not_negative;
    expect_covariance(unloading, {1, 2});
}

// A bound counts as met within a part in 10^9.
TEST(UnloadingNoise, OfAnExponentAtItsBoundIsThatOfTheOtherTwo) {
    const AnalysisRecipe recipe;
    for (const double m :
         {recipe.m_min, recipe.m_min * (1 + 5e-10), recipe.m_max, recipe.m_max * (1 - 5e-10)})
        expect_covariance(Unloading(30, m, 90, 0.2, 0.6), {0, 1});
    for (const double m : {recipe.m_min * (1 + 4e-9), recipe.m_max * (1 - 4e-9)})
        expect_covariance(Unloading(30, m, 90, 0.2, 0.6), {0, 1, 2});
    Unloading both(0, recipe.m_max, 90, 0.2, 0.6);
    both.recipe.final_depth = FinalDepthRule::not_negative;
    expect_covariance(both, {1});
}

// 3,000 points within the window: the standard error of the sd is 3 % (r = 0.6), of r 1.5 %; three
// of each.
TEST(UnloadingNoise, FindsTheNoiseThatWasPutIn) {
    const UnloadingNoise noise = Unloading(30, 1.5, 4000, 0.2, 0.6).noise();
    EXPECT_NEAR(noise.sd_nm, 0.2, 0.018);
    EXPECT_NEAR(noise.correlation, 0.6, 0.045);
}

TEST(UnloadingNoise, IsNotKnownFromAsManyPointsAsParameters) {
    // The loads are 1, 3/4, 1/2, 1/4 of the peak, the window from 0.2 to 0.95 of it: three points.
    EXPECT_FALSE(Unloading(30, 1.5, 4, 0.2, 0).noise().is_known);
    EXPECT_TRUE(Unloading(30, 1.5, 6, 0.2, 0).noise().is_known);  // 5/6 to 2/6: four
    Unloading unloading(30, 1.5, 90, 0.2, 0);
    unloading.measured.is_fitted = false;
    EXPECT_FALSE(unloading.noise().is_known);
}

}  // namespace
}  // namespace sneddon
