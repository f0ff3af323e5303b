#include "numeric/spatial/variogram_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "numeric/least_squares/small_matrix.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

std::vector<VariogramClass> exact_classes(double nugget, double sill, double length, double pitch,
                                          int count) {
    std::vector<VariogramClass> classes;
    for (int k = 1; k <= count; ++k) {
        const double h = k * pitch;
        const double gamma = nugget + sill * (1 - std::exp(-h / length));
        classes.push_back({h, static_cast<std::size_t>(400 + 37 * (k % 3)), gamma, gamma});
    }
    return classes;
}

VariogramFit fit(const std::vector<VariogramClass>& classes, double pitch) {
    VariogramFitOptions options;
    options.pitch = pitch;
    return fit_exponential_variogram(classes, options);
}

// An exact curve is met whatever the weights; 1e-9 leaves room for its conditioning.
TEST(VariogramFit, MeetsAnExactCurve) {
    for (const double length : {2.5, 4.0, 9.0}) {
        const auto result = fit(exact_classes(0.35, 0.65, length, 2, 12), 2);
        EXPECT_NEAR(result.correlation_length, length, 1e-9 * length);
        EXPECT_NEAR(result.nugget, 0.35, 1e-9);
        EXPECT_NEAR(result.partial_sill, 0.65, 1e-9);
        EXPECT_NEAR(result.nugget_share, 0.35, 1e-9);
        EXPECT_EQ(result.verdict, VariogramVerdict::range_resolved);
    }
}

TEST(VariogramFit, MeetsAnExactCurveWithoutANugget) {
    const auto result = fit(exact_classes(0, 2, 5, 2, 12), 2);
    EXPECT_NEAR(result.nugget, 0, 1e-9);
    EXPECT_NEAR(result.correlation_length, 5, 1e-8);
}

TEST(VariogramFit, AClassOfFewPairsDoesNotCount) {
    auto classes = exact_classes(0.35, 0.65, 4, 2, 12);
    classes.push_back({26, 1, 50, 50});
    EXPECT_NEAR(fit(classes, 2).correlation_length, 4, 4e-9);
}

// 100 nm on a pitch of 2 um: exp(-20) is left of the rise, all the variance looks like nugget.
TEST(VariogramFit, SaysThatALengthBelowThePitchIsNotResolvable) {
    const auto short_range = fit(exact_classes(0, 1, 0.1, 2, 12), 2);
    EXPECT_EQ(short_range.verdict, VariogramVerdict::range_shorter_than_pitch);
    EXPECT_EQ(words(short_range.verdict), "range shorter than the pitch: not resolvable");
    const auto nugget = fit(exact_classes(1, 0, 1, 2, 12), 2);
    EXPECT_EQ(nugget.verdict, VariogramVerdict::range_shorter_than_pitch);
    EXPECT_NEAR(nugget.nugget + nugget.partial_sill, 1, 1e-12);
}

TEST(VariogramFit, SaysThatATrendReachesBeyondTheField) {
    std::vector<VariogramClass> parabola;
    for (int k = 1; k <= 10; ++k) {
        const double gamma = 0.5 + 0.2 * k * k;
        parabola.push_back({2.0 * k, 500, gamma, gamma});
    }
    EXPECT_EQ(fit(parabola, 2).verdict, VariogramVerdict::range_beyond_distances);
}

TEST(VariogramFit, ScalesWithItsUnits) {
    const auto classes = exact_classes(0.35, 0.65, 4, 2, 12);
    std::vector<VariogramClass> perturbed, scaled;
    for (auto c : classes) {
        c.cressie_hawkins *= 1 + 0.05 * std::sin(3 * c.distance);
        perturbed.push_back(c);
        scaled.push_back({c.distance * 1e3, c.pairs, 0, c.cressie_hawkins * 1e-6});
    }
    const auto one = fit(perturbed, 2), other = fit(scaled, 2000);
    EXPECT_NEAR(other.correlation_length, 1e3 * one.correlation_length,
                1e-9 * other.correlation_length);
    EXPECT_NEAR(other.nugget, 1e-6 * one.nugget, 1e-15);
}

// Cressie's equations hold at the answer: sum N (g - gamma)/gamma^2 dgamma/dparameter = 0.
TEST(VariogramFit, EndsWhereItsEquationsHold) {
    auto classes = exact_classes(0.35, 0.65, 4, 2, 12);
    for (auto& c : classes) c.cressie_hawkins *= 1 + 0.05 * std::sin(3 * c.distance);
    const auto result = fit(classes, 2);
    double by_nugget = 0, by_sill = 0, by_length = 0, scale = 0;
    for (const auto& c : classes) {
        const double h = c.distance, e = std::exp(-h / result.correlation_length);
        const double gamma = result.nugget + result.partial_sill * (1 - e);
        const double pull =
            static_cast<double>(c.pairs) * (c.cressie_hawkins - gamma) / gamma / gamma;
        by_nugget += pull;
        by_sill += pull * (1 - e);
        by_length += pull * h * e;
        scale += std::abs(pull);
    }
    EXPECT_NEAR(by_nugget / scale, 0, 1e-10);
    EXPECT_NEAR(by_sill / scale, 0, 1e-10);
    EXPECT_NEAR(by_length / scale, 0, 1e-9);
}

// 24 x 24 cells of pitch 2, exponential covariance of length 4 with a nugget of 0.35, 20 fields:
// the estimates scatter widely (the field is 12 lengths wide), their median does not.
TEST(VariogramFit, FindsTheLengthOfSimulatedFields) {
    constexpr std::size_t side = 24, cells = side * side;
    std::vector<double> x, y, covariance(cells * cells), root(cells * cells);
    for (std::size_t i = 0; i < cells; ++i) {
        x.push_back(2.0 * static_cast<double>(i % side));
        y.push_back(2.0 * static_cast<double>(i / side));
    }
    for (std::size_t i = 0; i < cells; ++i)
        for (std::size_t j = 0; j < cells; ++j) {
            const double h = std::hypot(x[i] - x[j], y[i] - y[j]);
            covariance[i * cells + j] = 0.65 * std::exp(-h / 4) + (i == j ? 0.35 : 0);
        }
    ASSERT_TRUE(cholesky(covariance, cells, root));
    RandomStream stream(50);
    std::vector<double> lengths, shares;
    int resolved = 0;
    for (int run = 0; run < 20; ++run) {
        std::vector<double> noise, values(cells);
        for (std::size_t i = 0; i < cells; ++i) noise.push_back(stream.normal());
        for (std::size_t i = 0; i < cells; ++i)
            for (std::size_t j = 0; j <= i; ++j) values[i] += root[i * cells + j] * noise[j];
        const auto result = fit(empirical_variogram(x, y, values, {2, 24}), 2);
        resolved += result.verdict == VariogramVerdict::range_resolved;
        lengths.push_back(result.correlation_length);
        shares.push_back(result.nugget_share);
    }
    EXPECT_GE(resolved, 15);
    EXPECT_NEAR(median(lengths), 4, 1.2);
    EXPECT_NEAR(median(shares), 0.35, 0.12);
}

TEST(VariogramFit, WithoutAnAnswerIsUndetermined) {
    EXPECT_EQ(fit({}, 2).verdict, VariogramVerdict::undetermined);
    EXPECT_EQ(fit(exact_classes(0.3, 0.7, 4, 2, 3), 2).verdict, VariogramVerdict::undetermined);
    EXPECT_EQ(fit(exact_classes(0, 0, 4, 2, 9), 2).verdict, VariogramVerdict::undetermined);
    EXPECT_EQ(fit(exact_classes(0.3, 0.7, 4, 2, 9), 0).verdict, VariogramVerdict::undetermined);
}

}  // namespace
}  // namespace sneddon
