#include "numeric/least_squares/symmetric_eigen.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "base/random.hpp"

namespace sneddon {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

TEST(SymmetricEigen, TwoByTwoIsTheClosedForm) {
    const auto eigen = symmetric_eigen(std::vector<double>{2, 1, 1, 2}, 2);
    EXPECT_NEAR(eigen.values[0], 1, 2 * epsilon);
    EXPECT_NEAR(eigen.values[1], 3, 4 * epsilon);
    EXPECT_NEAR(eigen.vectors[2] / eigen.vectors[3], 1, 4 * epsilon) << "(1, 1) belongs to 3";
    EXPECT_NEAR(eigen.vectors[0] / eigen.vectors[1], -1, 4 * epsilon);
}

// The second difference matrix: 2 - 2 cos(k pi/(d + 1)), k = 1 ... d.
TEST(SymmetricEigen, ASecondDifferenceMatrixHasItsKnownValues) {
    constexpr std::size_t d = 8;
    std::vector<double> matrix(d * d);
    for (std::size_t i = 0; i < d; ++i) {
        matrix[i * d + i] = 2;
        if (i + 1 < d) matrix[i * d + i + 1] = matrix[(i + 1) * d + i] = -1;
    }
    const auto eigen = symmetric_eigen(matrix, d);
    for (std::size_t k = 0; k < d; ++k) {
        const double angle = static_cast<double>(k + 1) * std::numbers::pi / (d + 1);
        EXPECT_NEAR(eigen.values[k], 2 - 2 * std::cos(angle), 40 * epsilon) << k;
    }
}

// A v = lambda v and V'V = 1 for matrices of random numbers of either sign.
TEST(SymmetricEigen, VectorsAreOrthogonalAndBelongToTheirValues) {
    RandomStream random(7);
    for (std::size_t d = 1; d <= 8; ++d) {
        std::vector<double> matrix(d * d);
        for (std::size_t i = 0; i < d; ++i)
            for (std::size_t j = 0; j <= i; ++j)
                matrix[i * d + j] = matrix[j * d + i] = random.normal();
        const auto eigen = symmetric_eigen(matrix, d);
        for (std::size_t k = 0; k < d; ++k) {
            if (k > 0) {
                EXPECT_LE(eigen.values[k - 1], eigen.values[k]);
            }
            for (std::size_t i = 0; i < d; ++i) {
                double image = 0, product = 0;
                for (std::size_t j = 0; j < d; ++j) {
                    image += matrix[i * d + j] * eigen.vectors[k * d + j];
                    product += eigen.vectors[k * d + j] * eigen.vectors[i * d + j];
                }
                EXPECT_NEAR(image, eigen.values[k] * eigen.vectors[k * d + i], 100 * epsilon);
                EXPECT_NEAR(product, i == k ? 1 : 0, 50 * epsilon);
            }
        }
    }
}

// D M D with D = diag(1, 1e-8, 1e-16) and M near to 1: the small values are those of the small
// rows, 1 - 0.01 - ... of them, and keep their digits.
TEST(SymmetricEigen, SmallValuesOfAScaledMatrixKeepTheirDigits) {
    const std::vector<double> matrix = {1, 1e-9, 1e-17, 1e-9, 1e-16, 1e-25, 1e-17, 1e-25, 1e-32};
    const auto eigen = symmetric_eigen(matrix, 3);
    EXPECT_NEAR(eigen.values[2], 1, 1e-15);
    EXPECT_NEAR(eigen.values[1] / 0.99e-16, 1, 1e-14);
    // det M = 1 + 2 * 0.001 - 3 * 0.01, over det of its upper two rows 0.99
    EXPECT_NEAR(eigen.values[0] / (0.972 / 0.99 * 1e-32), 1, 1e-14);
}

TEST(SymmetricEigen, EqualValuesAndZerosEnd) {
    EXPECT_EQ(symmetric_eigen(std::vector<double>(9), 3).values, std::vector<double>(3));
    const auto eigen = symmetric_eigen(std::vector<double>{1, 1, 1, 1}, 2);
    EXPECT_NEAR(eigen.values[0], 0, epsilon);
    EXPECT_NEAR(eigen.values[1], 2, 2 * epsilon);
    const auto swap = symmetric_eigen(std::vector<double>{0, 1, 1, 0}, 2);
    EXPECT_NEAR(swap.values[0], -1, epsilon);
    EXPECT_NEAR(swap.values[1], 1, epsilon);
}

TEST(SymmetricEigen, NotANumberGivesNone) {
    const auto eigen = symmetric_eigen(std::vector<double>{1, std::nan(""), std::nan(""), 1}, 2);
    EXPECT_TRUE(std::isnan(eigen.values[0]) && std::isnan(eigen.values[1]));
}

}  // namespace
}  // namespace sneddon
