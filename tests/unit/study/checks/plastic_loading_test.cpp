#include "study/checks/plastic_loading.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// Sharp tip: W_total = F h/3, W_elast = 0.6 F^2/S; with H/E_r = 0.05 the eta is that of the
// formula.
TEST(PlasticLoading, AnIdealTipGivesTheClosedForm) {
    const double H = 4, E = 80, F = 300;
    const double h_c = std::sqrt(F / (24.5e-3 * H)), a = h_c * std::sqrt(24.5 / M_PI);
    const double S = 2e-3 * E * a, h = h_c + 0.75 * F / S;
    EXPECT_NEAR(plastic_loading_eta(AreaFunction{}, H, E, F, S), 0.6 * F * F / S / (F * h / 3),
                1e-4);
}

// F_IT 4.9, E_r 48 GPa, R 300 nm: 0.65 (the table of known answers); the sharp tip would say 0.54.
TEST(PlasticLoading, ABluntTipIsMoreElastic) {
    AreaFunction blunt;
    blunt.kind = AreaFunction::Kind::cap_cone;
    blunt.radius_nm = 300;
    const double A = 300e3 / 4.9, S = 2e-3 * 48 * std::sqrt(A / M_PI);
    EXPECT_NEAR(plastic_loading_eta(blunt, 4.9, 48, 300, S), 0.65, 0.03);
}

TEST(PlasticLoading, ASharpTipFollowsChengAndCheng) {
    EXPECT_DOUBLE_EQ(eta_of_sharp_tip(4, 80), 0.265);
}

}  // namespace
}  // namespace sneddon
