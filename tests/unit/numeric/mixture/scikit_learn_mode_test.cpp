#include "numeric/mixture/scikit_learn_mode.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "mixture_cases.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {
namespace {

using testing::cloud;
using testing::three_groups;

/// The documented loop of scikit-learn in one dimension, written out plainly.
struct PlainLoop {
    std::vector<double> weights, means, variances;
    double log_likelihood = 0;
    int iterations = 0;

    double density(double x, std::size_t j) const {
        const double dx = x - means[j];
        return weights[j] * std::exp(-dx * dx / (2 * variances[j])) /
               std::sqrt(2 * std::acos(-1.0) * variances[j]);
    }

    void maximise(const std::vector<double>& x, const std::vector<std::vector<double>>& z) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            double n = 0, sum = 0, square = 0;
            for (std::size_t i = 0; i < x.size(); ++i) n += z[i][j], sum += z[i][j] * x[i];
            means[j] = sum / n;
            for (std::size_t i = 0; i < x.size(); ++i)
                square += z[i][j] * (x[i] - means[j]) * (x[i] - means[j]);
            variances[j] = square / n + 1e-6;
            weights[j] = n / static_cast<double>(x.size());
        }
    }

    double expect(const std::vector<double>& x, std::vector<std::vector<double>>& z) const {
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            double total = 0;
            for (std::size_t j = 0; j < weights.size(); ++j) total += z[i][j] = density(x[i], j);
            for (double& value : z[i]) value /= total;
            sum += std::log(total);
        }
        return sum;
    }
};

// 1e-9 relative: what the mode promises.
TEST(ScikitLearnMode, FollowsTheDocumentedLoopStepByStep) {
    const GaussianMixture truth{1, {.4, .6}, {0, 2.5}, {1, 1.5}};
    const auto points = cloud(truth, 500, 1);
    const auto& x = points.columns[0];
    std::vector<std::uint32_t> labels;
    for (const double value : x) labels.push_back(value > 1.8);

    PlainLoop plain{{0, 0}, {0, 0}, {0, 0}, 0, 0};
    std::vector<std::vector<double>> z(x.size(), std::vector<double>(2, 0));
    for (std::size_t i = 0; i < x.size(); ++i) z[i][labels[i]] = 1;
    plain.maximise(x, z);
    double before = -INFINITY;
    for (bool is_over = false; !is_over; ++plain.iterations) {
        const double mean = plain.expect(x, z) / static_cast<double>(x.size());
        plain.maximise(x, z);
        is_over = std::fabs(mean - before) < 1e-3;
        before = mean;
    }
    plain.log_likelihood = plain.expect(x, z);

    const auto result = scikit_learn_from_labels(points, labels, 2);
    EXPECT_TRUE(result.has_converged);
    EXPECT_EQ(result.iterations, static_cast<std::size_t>(plain.iterations));
    EXPECT_NEAR(result.log_likelihood, plain.log_likelihood,
                1e-9 * std::fabs(plain.log_likelihood));
    EXPECT_NEAR(result.mixture.means[1], plain.means[1], 1e-9);
}

TEST(ScikitLearnMode, StopsShortOfTheOptimumThatTheConvergedModeReaches) {
    const auto points = cloud({2, {.5, .5}, {0, 0, 1.5, 1}, {1, 0, 0, 1, 1, 0, 0, 1}}, 500, 2);
    FitMixtureOptions early, full;
    early.mode = MixtureMode::scikit_learn;
    early.fewest_components = full.fewest_components = early.most_components =
        full.most_components = 2;
    full.starts = {3, 20};
    const auto a = fit_mixture(points, early), b = fit_mixture(points, full);
    EXPECT_LT(a->fits[0].log_likelihood, b->fits[0].log_likelihood - 1e-3);
}

// Its regularisation is absolute: in small units it swamps the data, which the default mode avoids.
TEST(ScikitLearnMode, DependsOnUnitsAsTheOriginalDoes) {
    Points points = cloud(three_groups(), 300, 3);
    const double in_units = scikit_learn_fit(points, 1, 0).log_likelihood;
    for (auto& column : points.columns)
        for (double& x : column) x *= 1e-3;
    const double in_small_units =
        scikit_learn_fit(points, 1, 0).log_likelihood + 600 * std::log(1e-3);
    EXPECT_LT(in_small_units, in_units - 1);
}

TEST(ScikitLearnMode, LimitOfIterationsIsFlagged) {
    ScikitLearnOptions options;
    options.most_iterations = 1;
    RandomStream random(1);
    EXPECT_FALSE(scikit_learn_fit(cloud(three_groups(), 200, 4), 3, 0, options).has_converged);
}

}  // namespace
}  // namespace sneddon
