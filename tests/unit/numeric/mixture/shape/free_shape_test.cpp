#include "numeric/mixture/shape/free_shape.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "numeric/mixture/shape/shaped_em.hpp"

namespace sneddon {
namespace {

ShapedMixture two_in_two(ComponentFamily family, bool has_noise) {
    ShapedMixture mixture;
    mixture.family = family;
    mixture.dimensions = 2;
    mixture.weights = has_noise ? std::vector{0.3, 0.5} : std::vector{0.4, 0.6};
    mixture.locations = {-1, 2, 3, 7};
    mixture.scatters = {4, 1.2, 1.2, 1, 0.25, -0.1, -0.1, 9};
    if (family == ComponentFamily::skew_normal) mixture.skews = {0.5, -1, 2, 0};
    if (family == ComponentFamily::student_t) mixture.degrees = {3.5, 12};
    mixture.has_noise = has_noise;
    mixture.noise_weight = has_noise ? 0.2 : 0;
    mixture.log_noise_density = -5;
    return mixture;
}

// Logarithms and their inverses, a Cholesky factor and its square: rounding of a few operations.
void expect_near(const std::vector<double>& found, const std::vector<double>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i], expected[i], 1e-13 * (1 + std::fabs(expected[i]))) << i;
}

TEST(FreeShape, EveryFamilyComesBackWithAndWithoutNoise) {
    for (const auto family :
         {ComponentFamily::gaussian, ComponentFamily::student_t, ComponentFamily::skew_normal})
        for (const bool has_noise : {false, true}) {
            const ShapedMixture mixture = two_in_two(family, has_noise);
            const auto free = to_free(mixture);
            ASSERT_TRUE(free);
            // One weight more than are free: their sum does not count.
            EXPECT_EQ(free->size(), parameter_count(mixture) + 1 - (has_noise ? 1 : 0));
            const ShapedMixture back = from_free(*free, mixture);
            expect_near(back.weights, mixture.weights);
            EXPECT_NEAR(back.noise_weight, mixture.noise_weight, 1e-14);
            expect_near(back.locations, mixture.locations);
            expect_near(back.scatters, mixture.scatters);
            expect_near(back.skews, mixture.skews);
            expect_near(back.degrees, mixture.degrees);
        }
}

TEST(FreeShape, AnyNumbersAreAMixture) {
    const ShapedMixture like = two_in_two(ComponentFamily::student_t, true);
    const auto free = to_free(like);
    ASSERT_TRUE(free);
    std::vector<double> far = *free;
    far[2] -= 1e4;              // the noise
    far[far.size() - 2] = 1e4;  // degrees of freedom
    far[far.size() - 1] = -1e4;
    const ShapedMixture mixture = from_free(far, like);
    EXPECT_NEAR(mixture.weights[0] + mixture.weights[1] + mixture.noise_weight, 1, 1e-15);
    EXPECT_NEAR(mixture.weights[0] / mixture.weights[1], 0.6, 1e-14);
    EXPECT_LT(mixture.noise_weight, 1e-100);
    EXPECT_EQ(mixture.degrees, (std::vector{most_degrees, fewest_degrees}));
}

TEST(FreeShape, ASingularScatterHasNone) {
    ShapedMixture mixture = two_in_two(ComponentFamily::gaussian, false);
    mixture.scatters = {4, 2, 2, 1, 1, 0, 0, 1};
    EXPECT_FALSE(to_free(mixture));
}

}  // namespace
}  // namespace sneddon
