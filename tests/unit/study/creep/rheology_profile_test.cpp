#include "study/creep/rheology_profile.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace sneddon {
namespace {

/// One Kelvin element of 0.002 and 6 s beside a flow.
RetardationFit burgers() {
    RetardationFit fit;
    fit.model = RetardationModel::burgers;
    fit.state = RetardationState::fitted;
    fit.ramp = 2;
    fit.point.y0 = 0.01;
    fit.point.flow = 3e-5;
    fit.point.strength[0] = 0.002;
    fit.point.tau[0] = 6;
    return fit;
}

// 250 readings in 120 blocks of 2 or 3, one after the other. Sums of a few numbers: rounding alone.
TEST(RheologyProfile, BlocksAreMeansOfTheirReadings) {
    const RetardationFit fit = burgers();
    std::vector<double> instants_s, compliance;
    for (int i = 0; i < 250; ++i) {
        instants_s.push_back(0.1 * i * i);
        compliance.push_back(fit(instants_s.back()) + 1e-4 * std::sin(1.0 * i));
    }
    const RheologyProfile profile = rheology_profile(instants_s, compliance, fit, 50);
    ASSERT_EQ(profile.t_s.size(), 120u);
    std::size_t begin = 0;
    for (std::size_t block = 0; block < 120; ++block) {
        const std::size_t end = (block + 1) * 250 / 120;
        double t = 0, y = 0, of_fit = 0;
        for (std::size_t i = begin; i < end; ++i) {
            t += instants_s[i];
            y += compliance[i];
            of_fit += fit(instants_s[i]);
        }
        const auto size = static_cast<double>(end - begin);
        EXPECT_NEAR(profile.t_s[block], t / size, 1e-12 * t);
        EXPECT_NEAR(profile.compliance[block], y / size, 1e-12 * y);
        EXPECT_NEAR(profile.fitted[block], of_fit / size, 1e-12 * y);
        EXPECT_NEAR(profile.residual_nm[block], 50 * (y - of_fit) / size, 1e-12);
        begin = end;
    }
    EXPECT_EQ(begin, 250u);
}

TEST(RheologyProfile, FewReadingsStandForThemselves) {
    const RetardationFit fit = burgers();
    const std::vector<double> instants_s = {0, 1, 5}, compliance = {0.01, 0.02, 0.03};
    const RheologyProfile profile = rheology_profile(instants_s, compliance, fit, 1);
    EXPECT_EQ(profile.t_s, instants_s);
    EXPECT_EQ(profile.compliance, compliance);
    EXPECT_EQ(profile.fitted[2], fit(5));
    EXPECT_TRUE(rheology_profile({}, {}, fit, 1).t_s.empty());
}

// t dL/dt = flow t + strength (t/tau) exp(-t/tau) for a step of load.
TEST(RetardationSpectrum, IsTheClosedFormAtEvenStepsOfTheLogarithm) {
    const RetardationSpectrum spectrum = retardation_spectrum(burgers(), 0.6, 60);
    ASSERT_EQ(spectrum.t_s.size(), 61u);
    for (std::size_t i = 0; i < 61; ++i) {
        const double t = 0.6 * std::pow(100, static_cast<double>(i) / 60);
        EXPECT_NEAR(spectrum.t_s[i], t, 1e-12 * t);
        EXPECT_NEAR(spectrum.value[i], 3e-5 * t + 0.002 * t / 6 * std::exp(-t / 6), 1e-15);
    }
    EXPECT_NEAR(spectrum.value[30], 3e-5 * 6 + 0.002 / std::numbers::e, 1e-15);  // t = tau
}

TEST(RetardationSpectrum, OfNoRangeIsNone) {
    EXPECT_TRUE(retardation_spectrum(burgers(), 0, 60).t_s.empty());
    EXPECT_TRUE(retardation_spectrum(burgers(), 2, 2).t_s.empty());
    EXPECT_TRUE(retardation_spectrum(burgers(), 3, 2).t_s.empty());
}

}  // namespace
}  // namespace sneddon
