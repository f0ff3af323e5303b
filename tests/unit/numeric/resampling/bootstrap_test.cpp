#include "numeric/resampling/bootstrap.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <vector>

#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

using Values = std::vector<double>;

// Efron and Tibshirani (1993), table 14.1: spatial test data A, n = 26.
const Values spatial{48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6,
                     0,  33, 28, 34, 4,  32, 24, 47, 41, 24, 26, 30, 41};

double variance_by_n(std::span<const double> values) {
    return moments(values).squares / static_cast<double>(values.size());
}

RowStatistic of_rows(const Values& values, ValueStatistic statistic) {
    return [&values, statistic](std::span<const std::size_t> rows) {
        Values drawn;
        for (const std::size_t row : rows) drawn.push_back(values[row]);
        return statistic(drawn);
    };
}

// The book's example: variance 171.5, acceleration 0.061, 90 % intervals (100.8, 233.9) and BCa
// (115.8, 259.6) from 2,000 replicates; the ends scatter by about 3 from run to run.
TEST(Bootstrap, EqualsThePublishedExample) {
    BootstrapOptions options;
    options.level = 0.9;
    options.replicates = 20'000;
    const auto result = bootstrap(spatial, variance_by_n, options);
    EXPECT_NEAR(result.estimate, 171.53402366863904, 1e-12);
    EXPECT_NEAR(result.percentile.low, 100.8, 4);
    EXPECT_NEAR(result.percentile.high, 233.9, 4);
    EXPECT_NEAR(result.bca.low, 115.8, 5);
    EXPECT_NEAR(result.bca.high, 259.6, 6);
    const double acceleration =
        jackknife_acceleration(independent_rows(26), of_rows(spatial, variance_by_n));
    EXPECT_NEAR(acceleration, 0.061, 5e-4);
}

// scipy 1.10 over the same replicates: scipy.stats._resampling._bca_interval((A,), var, -1, 0.05,
// replicates, None) gives a = .06124011981230749 and the two levels, np.percentile the ends.
TEST(Bootstrap, IntervalsEqualScipy) {
    Values replicates;
    for (int i = 0; i < 400; ++i)
        replicates.push_back(170 + 60 * std::sin(i * 1.7) + 0.1 * (i % 7) * i / 10);
    const double acceleration =
        jackknife_acceleration(independent_rows(26), of_rows(spatial, variance_by_n));
    EXPECT_NEAR(acceleration, 0.06124011981230749, 1e-14);
    const auto bca = bca_interval(replicates, variance_by_n(spatial), acceleration, 0.9);
    EXPECT_NEAR(bca.low, 115.21961155595926, 1e-9);
    EXPECT_NEAR(bca.high, 237.0714858790655, 1e-9);
    const auto percentile = percentile_interval(replicates, 0.9);
    EXPECT_NEAR(percentile.low, 114.87367707, 1e-8);
    EXPECT_NEAR(percentile.high, 236.58051683, 1e-8);
}

// The bootstrap sd of a mean is sqrt(sum (x - m)^2)/n; 20,000 replicates give it to 0.5 %.
TEST(Bootstrap, StandardErrorOfAMeanIsItsClosedForm) {
    BootstrapOptions options;
    options.replicates = 20'000;
    const auto result = bootstrap(spatial, mean, options);
    EXPECT_NEAR(result.standard_error, std::sqrt(variance_by_n(spatial) / 26), 0.05);
    EXPECT_NEAR(result.bias, 0, 0.08);
}

// Strata: the variance is the sum over strata, so the spread between them does not count.
TEST(Bootstrap, WithinStrataLeavesOutTheSpreadBetweenThem) {
    const Values values{1, 2, 3, 4, 1001, 1002, 1003, 1004};
    const std::vector<int> strata{0, 0, 0, 0, 1, 1, 1, 1};
    const auto plan = rows_within_strata(strata);
    const auto result = bootstrap(plan, of_rows(values, mean), {.replicates = 20'000});
    EXPECT_NEAR(result.standard_error, std::sqrt(1.25 / 4 / 2), 0.01);
}

// The sum of the means of two strata has l = x - mean of its stratum: a in closed form.
TEST(JackknifeAcceleration, OfStrataIsItsClosedForm) {
    const Values values{1, 4, 2, 8, 10, 30, 20.5};
    const std::vector<int> strata{0, 0, 0, 0, 1, 1, 1};
    const auto sum_of_means = [&](std::span<const std::size_t> rows) {
        Values parts[2];
        for (const std::size_t row : rows)
            parts[static_cast<std::size_t>(strata[row])].push_back(values[row]);
        return mean(parts[0]) + mean(parts[1]);
    };
    double cubes = 0, squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double l = strata[i] == 0 ? (values[i] - 3.75) / 4 : (values[i] - 60.5 / 3) / 3;
        cubes += l * l * l;
        squares += l * l;
    }
    EXPECT_NEAR(jackknife_acceleration(rows_within_strata(strata), sum_of_means),
                cubes / (6 * std::pow(squares, 1.5)), 1e-13);
}

TEST(JackknifeAcceleration, OfAMeanIsSkewnessOverSixRootN) {
    Values values;
    RandomStream stream(5);
    for (int i = 0; i < 2000; ++i) values.push_back(-std::log(1 - stream.uniform()));
    const auto m = moments(values);
    double cubes = 0;
    for (const double x : values) cubes += std::pow(x - m.mean, 3);
    const double skewness = cubes / 2000 / std::pow(m.squares / 2000, 1.5);
    // 2,000 values are left out in 1,000 groups of 2: the same in expectation, 10 % in one draw.
    const double expected = skewness / 6 / std::sqrt(2000.0);
    EXPECT_NEAR(jackknife_acceleration(independent_rows(2000), of_rows(values, mean)), expected,
                0.25 * expected);
}

TEST(Bootstrap, OfWholeClustersSeesTheirDependence) {
    Values values;
    std::vector<int> clusters;
    for (int c = 0; c < 20; ++c)
        for (int i = 0; i < 10; ++i) {
            values.push_back(c);  // ten copies of each
            clusters.push_back(c);
        }
    const auto by_cluster = bootstrap(whole_clusters(clusters), of_rows(values, mean));
    const auto by_row = bootstrap(values, mean);
    EXPECT_NEAR(by_cluster.standard_error / by_row.standard_error, std::sqrt(10.0), 0.2);
}

TEST(Bootstrap, IsTheSameForAnyNumberOfThreads) {
    const auto run = [](unsigned threads) {
        BootstrapOptions options;
        options.replicates = 777;
        options.seed = 42;
        options.threads = threads;
        return bootstrap(spatial, variance_by_n, options);
    };
    const auto one = run(1);
    for (const unsigned threads : {2u, 3u, 7u}) {
        const auto many = run(threads);
        EXPECT_EQ(one.replicates, many.replicates);
        EXPECT_EQ(one.bca.low, many.bca.low);
        EXPECT_EQ(one.standard_error, many.standard_error);
    }
}

TEST(Bootstrap, ReplicatesDoNotDependOnTheirNumber) {
    const auto few = bootstrap(spatial, mean, {.replicates = 10});
    const auto many = bootstrap(spatial, mean, {.replicates = 100});
    EXPECT_EQ(few.replicates, Values(many.replicates.begin(), many.replicates.begin() + 10));
}

TEST(Bootstrap, CountsReplicatesWithoutANumber) {
    // Undefined whenever the single 0 is not drawn: in (3/4)^4 = 32 % of the resamples.
    const Values values{0, 1, 2, 3};
    const auto needs_zero = [](std::span<const double> drawn) {
        for (const double x : drawn)
            if (x == 0) return mean(drawn);
        return std::nan("");
    };
    const auto result = bootstrap(values, needs_zero, {.replicates = 1000});
    EXPECT_NEAR(static_cast<double>(result.missing_replicates), 316, 60);  // 4 sd
    EXPECT_TRUE(std::isfinite(result.percentile.low));
}

TEST(Bootstrap, WithoutAnAnswerIsNan) {
    EXPECT_TRUE(std::isnan(bootstrap(Values{}, mean).estimate));
    const auto constant = bootstrap(Values{3, 3, 3}, mean);
    EXPECT_EQ(constant.standard_error, 0);
    EXPECT_EQ(constant.bca.low, 3);
    // The largest value is never exceeded, but often missed: z0 exists and so does BCa; a statistic
    // all of whose replicates lie below has none.
    const auto count = [](std::span<const std::size_t> rows) {
        for (std::size_t i = 1; i < rows.size(); ++i)
            if (rows[i] != rows[i - 1] + 1) return 0.0;
        return 1.0;
    };
    EXPECT_TRUE(std::isnan(bootstrap(independent_rows(50), count).bca.low));
}

TEST(Bootstrap, StopsWhenAsked) {
    std::atomic<bool> source = false;
    source = true;
    const auto result = bootstrap(spatial, mean, {.stop = Stop(source)});
    EXPECT_TRUE(result.replicates.empty());
    EXPECT_TRUE(std::isnan(result.standard_error));
    EXPECT_TRUE(std::isfinite(result.estimate));
}

}  // namespace
}  // namespace sneddon
