#include "numeric/mixture/shape/shaped_mixture.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "numeric/mixture/shape/shape_start.hpp"
#include "shape_cases.hpp"

namespace sneddon {
namespace {

Points one_row(double x, double y) {
    return *make_points(std::vector<std::vector<double>>{{x}, {y}});
}

ShapedMixture component(ComponentFamily family) {
    ShapedMixture mixture{family, 2, {1}, {1, -2}, {2, 0.6, 0.6, 1}, {}, {}, false, 0, 0};
    if (family == ComponentFamily::skew_normal) mixture.skews = {1.5, -0.5};
    if (family == ComponentFamily::student_t) mixture.degrees = {3.5};
    return mixture;
}

double log_density(ComponentFamily family, double x, double y) {
    return evaluate(component(family), one_row(x, y)).log_likelihood;
}

// Expected: scipy 1.17 (multivariate_t; log_ndtr in the formula of Azzalini and Dalla Valle).
TEST(ShapedMixture, TheDensityOfATLawIsThatOfScipy) {
    const auto t = ComponentFamily::student_t;
    EXPECT_NEAR(log_density(t, 1, -2), -2.085225187327399, 1e-13);
    EXPECT_NEAR(log_density(t, -6, 4), -11.516298404964795, 1e-12);
    EXPECT_NEAR(log_density(t, 12, 0.5), -10.110389244668184, 1e-12);
}

TEST(ShapedMixture, TheDensityOfASkewNormalLawIsThatOfScipyInTheTailToo) {
    const auto skewed = ComponentFamily::skew_normal;
    EXPECT_NEAR(log_density(skewed, 1, -2), -2.670786189344449, 1e-13);
    EXPECT_NEAR(log_density(skewed, 3, -1.5), -2.782523065373263, 1e-13);
    EXPECT_NEAR(log_density(skewed, -6, 4), -57.2650044927411, 1e-11);
    EXPECT_NEAR(log_density(skewed, 12, 0.5), -19.563886807257994, 1e-12);
}

TEST(ShapedMixture, NoiseIsOneOverTheBox) {
    Points points = one_row(0, 0);
    points.rows = 2;
    points.columns = {{0, 4}, {1, 6}};
    EXPECT_NEAR(log_density_of_box(points), -std::log(20.0), 1e-15);
    ShapedMixture mixture = component(ComponentFamily::gaussian);
    mixture.weights = {0};
    mixture.has_noise = true;
    mixture.noise_weight = 1;
    mixture.log_noise_density = log_density_of_box(points);
    const ShapedEvaluation found = evaluate(mixture, points);
    EXPECT_NEAR(found.log_likelihood, -2 * std::log(20.0), 1e-13);
    EXPECT_EQ(found.labels, (std::vector<std::uint32_t>{1, 1}));
}

TEST(ShapedMixture, ParametersAreCounted) {
    EXPECT_EQ(parameter_count(component(ComponentFamily::gaussian)), 5u);
    EXPECT_EQ(parameter_count(component(ComponentFamily::student_t)), 6u);
    ShapedMixture skewed = component(ComponentFamily::skew_normal);
    EXPECT_EQ(parameter_count(skewed), 7u);
    skewed.has_noise = true;
    EXPECT_EQ(parameter_count(skewed), 9u);
}

// ln p(y) = ln p(x) - ln |s_1 s_2|, moments follow.
TEST(ShapedMixture, UnitsChangeTheDensityByTheirProduct) {
    for (const auto family :
         {ComponentFamily::gaussian, ComponentFamily::student_t, ComponentFamily::skew_normal}) {
        const ShapedMixture mapped = affine_map(component(family), {3, -0.5}, {7, 1});
        EXPECT_NEAR(evaluate(mapped, one_row(3 * 2.5 + 7, -0.5 * 0.3 + 1)).log_likelihood,
                    log_density(family, 2.5, 0.3) - std::log(1.5), 1e-13);
        const GaussianMixture before = moments_of(component(family)), after = moments_of(mapped);
        EXPECT_NEAR(after.means[0], 3 * before.means[0] + 7, 1e-13);
        EXPECT_NEAR(after.covariances[1], -1.5 * before.covariances[1], 1e-13);
    }
}

// Variance of |u|: 1 - 2/pi; of a t law: nu/(nu - 2).
TEST(ShapedMixture, MomentsAreClosedForms) {
    const double share = 1 - 2 / std::acos(-1.0);
    const GaussianMixture skewed = moments_of(component(ComponentFamily::skew_normal));
    EXPECT_NEAR(skewed.means[0], 1 + 1.5 * std::sqrt(2 / std::acos(-1.0)), 1e-14);
    EXPECT_NEAR(skewed.covariances[1], 0.6 - share * 0.75, 1e-14);
    const GaussianMixture t = moments_of(component(ComponentFamily::student_t));
    EXPECT_NEAR(t.covariances[0], 2 * 3.5 / 1.5, 1e-14);
}

}  // namespace
}  // namespace sneddon
