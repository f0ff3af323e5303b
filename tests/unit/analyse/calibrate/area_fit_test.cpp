#include "analyse/calibrate/area_fit.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sneddon {
namespace {

TEST(FitAtMinimum, TheScoresAreTheRowsOfTheJacobianTimesTheirResiduals) {
    FitAtMinimum fit;
    fit.parameters = 2;
    fit.residuals = {10, -20, 0.5};
    fit.jacobian = {1, 2, 3, 4, 5, 6};
    EXPECT_EQ(fit.scores(), (std::vector<double>{10, 20, -60, -80, 2.5, 3}));
}

}  // namespace
}  // namespace sneddon
