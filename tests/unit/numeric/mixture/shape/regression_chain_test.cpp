#include "numeric/mixture/shape/regression_chain.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"

namespace sneddon {
namespace {

Points made(std::size_t rows, std::uint64_t seed, auto second) {
    RandomStream random(seed);
    std::vector<std::vector<double>> columns(2);
    for (std::size_t i = 0; i < rows; ++i) {
        columns[0].push_back(random.uniform());
        columns[1].push_back(second(columns[0][i], random));
    }
    return *make_points(columns);
}

// A rectangle: minus n times the logarithm of each residual's range.
TEST(RegressionChain, ABoxIsTwoUniformLaws) {
    const auto chain = best_regression_chain(
        made(400, 1, [](double, RandomStream& random) { return 5 * random.uniform(); }));
    ASSERT_TRUE(chain);
    EXPECT_EQ(chain->links[0].law, ResidualLaw::uniform);
    EXPECT_EQ(chain->links[1].law, ResidualLaw::uniform);
    EXPECT_FALSE(chain->links[1].is_curved);
    EXPECT_EQ(chain->parameters, 5u);  // two ranges, and a slope
    EXPECT_NEAR(chain->log_likelihood, -400 * std::log(5.0), 15);
    EXPECT_NEAR(chain->bic, 5 * std::log(400.0) - 2 * chain->log_likelihood, 1e-9);
}

TEST(RegressionChain, ACurvedRidgeIsALawAboutACurve) {
    const Points points = made(400, 2, [](double x, RandomStream& random) {
        return 4 * (x - 0.5) * (x - 0.5) + 0.05 * random.normal();
    });
    const auto chain = best_regression_chain(points);
    ASSERT_TRUE(chain);
    EXPECT_TRUE(chain->links[1].is_curved);
    EXPECT_EQ(chain->links[1].law, ResidualLaw::normal);
    EXPECT_EQ(chain->words({"x", "y"}),
              "a uniform law of x and a normal law of y about a curve in x");
    // n times the entropies, x over a unit and a residual of 0.05.
    const double entropy = 0.5 * std::log(2 * std::acos(-1.0) * std::exp(1.0)) + std::log(0.05);
    EXPECT_NEAR(chain->log_likelihood, -400 * entropy, 40);
}

TEST(RegressionChain, ColumnsThatDependOnEachOtherHaveNone) {
    EXPECT_FALSE(best_regression_chain(made(50, 3, [](double x, RandomStream&) { return 2 * x; })));
}

}  // namespace
}  // namespace sneddon
