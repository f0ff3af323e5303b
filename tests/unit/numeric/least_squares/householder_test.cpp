#include "numeric/least_squares/householder.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Columns (3, 4, 0) and (1, 2, 2): |r11| = 5, r11 r12 = 11, r22^2 = 9 - (11/5)^2.
TEST(HouseholderQr, MatchesATriangleByHand) {
    const HouseholderQr qr({3, 4, 0, 1, 2, 2}, 3, 2);
    EXPECT_NEAR(std::abs(qr.r(0, 0)), 5, 1e-14);
    EXPECT_NEAR(qr.r(0, 0) * qr.r(0, 1), 11, 1e-13);
    EXPECT_NEAR(qr.r(1, 1) * qr.r(1, 1), 9 - 4.84, 1e-13);
}

TEST(HouseholderQr, TurningThereAndBackChangesNothing) {
    const HouseholderQr qr({3, 4, 0, 1, 2, 2}, 3, 2);
    std::vector<double> v = {1, -2, 5};
    qr.apply_q_transpose(v);
    qr.apply_q(v);
    EXPECT_NEAR(v[0], 1, 1e-14);
    EXPECT_NEAR(v[1], -2, 1e-14);
    EXPECT_NEAR(v[2], 5, 1e-14);
}

TEST(HouseholderQr, InverseGramTimesGramIsTheUnitMatrix) {
    const HouseholderQr qr({3, 4, 0, 1, 2, 2}, 3, 2);
    const auto inverse = qr.inverse_gram();
    const double gram[] = {25, 11, 11, 9};
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 2; ++j)
            EXPECT_NEAR(inverse[2 * i] * gram[j] + inverse[2 * i + 1] * gram[2 + j], i == j, 1e-13);
}

TEST(HouseholderQr, ColumnsOfExtremeScaleKeepTheirLength) {
    const HouseholderQr qr({3e-200, 4e-200}, 2, 1);
    EXPECT_NEAR(std::abs(qr.r(0, 0)) / 5e-200, 1, 1e-15);
}

}  // namespace
}  // namespace sneddon
