#include "numeric/mixture/mixture_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "mixture_cases.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::random_mixture;
using testing::three_groups;

std::vector<double> bits(const MixtureStatistics& statistics) {
    std::vector<double> values{statistics.log_likelihood.value()};
    for (const ExactSum& sum : statistics.sums) values.push_back(sum.value());
    return values;
}

Points slice(const Points& points, std::size_t first, std::size_t last) {
    std::vector<std::size_t> rows(last - first);
    std::iota(rows.begin(), rows.end(), first);
    return choose_rows(points, rows);
}

TEST(MixtureStatistics, AreTheSameBitsFromEveryInstructionSet) {
    for (std::size_t d = 1; d <= most_dimensions; ++d)
        for (const bool has_weights : {false, true}) {
            const auto mixture = random_mixture(1 + d % 4, d, d);
            // 300 rows: two full tiles and a short one.
            Points points = cloud(random_mixture(4, d, 9), 300, d);
            if (has_weights)
                for (std::size_t i = 0; i < points.rows; ++i)
                    points.weights.push_back(0.1 + static_cast<double>(i % 7));
            const auto scalar = collect_statistics(mixture, points, 1, 0, InstructionSet::scalar);
            for (const auto set : {InstructionSet::avx2, InstructionSet::avx512}) {
                if (!is_available(set)) continue;
                EXPECT_EQ(bits(*collect_statistics(mixture, points, 1, 0, set)), bits(*scalar))
                    << "d = " << d;
            }
        }
}

// An independent two-step computation in long double. 1e-12: rounding of 500 terms.
TEST(MixtureStatistics, MatchTheNaiveComputationInLongDouble) {
    const auto mixture = random_mixture(4, 3, 5);
    const auto points = cloud(mixture, 500, 6);
    const auto statistics = collect_statistics(mixture, points);
    long double log_likelihood = 0;
    std::vector<long double> sums(statistics->sums.size(), 0);
    for (std::size_t i = 0; i < points.rows; ++i) {
        const std::vector<double> x{points.columns[0][i], points.columns[1][i],
                                    points.columns[2][i]};
        const auto z = posterior(mixture, x);
        log_likelihood += static_cast<long double>(log_density(mixture, x));
        std::size_t next = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const auto dx = [&](std::size_t a) {
                return static_cast<long double>(x[a] - mixture.mean(j)[a]);
            };
            sums[next++] += z[j];
            for (std::size_t a = 0; a < 3; ++a) sums[next++] += z[j] * dx(a);
            for (std::size_t a = 0; a < 3; ++a)
                for (std::size_t b = 0; b <= a; ++b) sums[next++] += z[j] * dx(a) * dx(b);
        }
    }
    EXPECT_NEAR(statistics->log_likelihood.value(), static_cast<double>(log_likelihood), 1e-10);
    for (std::size_t i = 0; i < sums.size(); ++i)
        EXPECT_NEAR(statistics->sums[i].value(), static_cast<double>(sums[i]), 1e-11);
}

TEST(MixtureStatistics, DoNotDependOnTheNumberOfThreads) {
    const auto mixture = three_groups();
    const auto points = cloud(mixture, 3 * mixture_block_rows + 77, 1);
    const auto one = bits(*collect_statistics(mixture, points, 1));
    EXPECT_EQ(bits(*collect_statistics(mixture, points, 2)), one);
    EXPECT_EQ(bits(*collect_statistics(mixture, points, 5)), one);
}

TEST(MixtureStatistics, OfPartsMergeToTheBitsOfOnePassInAnyOrder) {
    const auto mixture = three_groups();
    const auto points = cloud(mixture, 3 * mixture_block_rows + 77, 2);
    const auto whole = collect_statistics(mixture, points);
    auto merged = *collect_statistics(mixture, slice(points, 2 * mixture_block_rows, points.rows));
    merged.merge(*collect_statistics(mixture, slice(points, 0, mixture_block_rows)));
    merged.merge(
        *collect_statistics(mixture, slice(points, mixture_block_rows, 2 * mixture_block_rows)));
    EXPECT_EQ(bits(merged), bits(*whole));
    EXPECT_EQ(maximise(merged)->covariances, maximise(*whole)->covariances);
}

// Cut anywhere, the sums of a block are rounded differently: 1e-13 relative.
TEST(MixtureStatistics, OfPartsCutAnywhereMergeUpToRounding) {
    const auto mixture = three_groups();
    const auto points = cloud(mixture, 1000, 3);
    const auto whole = bits(*collect_statistics(mixture, points));
    auto merged = *collect_statistics(mixture, slice(points, 0, 333));
    merged.merge(*collect_statistics(mixture, slice(points, 333, 1000)));
    const auto parts = bits(merged);
    for (std::size_t i = 0; i < whole.size(); ++i)
        EXPECT_NEAR(parts[i], whole[i], 1e-13 * (1 + std::fabs(whole[i])) * 100);
}

TEST(MixtureStatistics, MaximiseOfOneComponentIsTheMeanAndCovariance) {
    const std::vector<std::vector<double>> columns{{1, 2, 4, 5}, {0, 2, 2, 8}};
    const GaussianMixture start{2, {1}, {0, 0}, {1, 0, 0, 1}};
    const auto next = maximise(*collect_statistics(start, *make_points(columns)));
    EXPECT_DOUBLE_EQ(next->means[0], 3);
    EXPECT_DOUBLE_EQ(next->means[1], 3);
    EXPECT_DOUBLE_EQ(next->covariances[0], 2.5);
    EXPECT_DOUBLE_EQ(next->covariances[1], 4);
    EXPECT_DOUBLE_EQ(next->covariances[3], 9);
    EXPECT_DOUBLE_EQ(
        maximise(*collect_statistics(start, *make_points(columns)), 0.5)->covariances[0], 3);
}

TEST(MixtureStatistics, IntegerWeightsAreDuplicateRows) {
    const auto mixture = three_groups();
    Points weighted = cloud(mixture, 200, 4);
    std::vector<std::size_t> repeated;
    for (std::size_t i = 0; i < weighted.rows; ++i) {
        weighted.weights.push_back(static_cast<double>(1 + i % 3));
        for (std::size_t copy = 0; copy < 1 + i % 3; ++copy) repeated.push_back(i);
    }
    Points duplicated = choose_rows(weighted, repeated);
    duplicated.weights.clear();
    const auto a = bits(*collect_statistics(mixture, weighted));
    const auto b = bits(*collect_statistics(mixture, duplicated));
    for (std::size_t i = 0; i < a.size(); ++i)
        EXPECT_NEAR(a[i], b[i], 1e-12 * (1 + std::fabs(b[i])) * 10);
}

TEST(MixtureStatistics, OfASingularMixtureAreNone) {
    const GaussianMixture line{2, {1}, {0, 0}, {1, 1, 1, 1}};
    EXPECT_FALSE(collect_statistics(line, cloud(three_groups(), 10, 1)));
}

// Far from every component the densities underflow; the log-likelihood must not.
TEST(MixtureStatistics, StayFiniteForPointsFarFromEveryComponent) {
    const auto far = make_points(std::vector<std::vector<double>>{{1e6, 0, -1e7}, {1, 0, 5}});
    const auto statistics = collect_statistics(three_groups(), *far);
    EXPECT_TRUE(std::isfinite(statistics->log_likelihood.value()));
    EXPECT_NEAR(
        statistics->sums[0].value() + statistics->sums[6].value() + statistics->sums[12].value(), 3,
        1e-12);
}

}  // namespace
}  // namespace sneddon
