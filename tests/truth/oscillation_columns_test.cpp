#include "simulate/oscillation_columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <cmath>
#include <numbers>

#include "simulate/export_text.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/simulated_tests.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon::testing {
namespace {

Settings noiseless() {
    Settings settings = quiet_instrument;
    settings.emplace_back("instrument.oscillation_noise_nm", "0");
    return settings;
}

TEST(CycleOfOscillation, OfAStraightUnloadingIsTheSlopeAtItsMiddle) {
    const OscillationCycle cycle = cycle_of_oscillation(1000, 100, 20, 1, 3);
    EXPECT_NEAR(cycle.stiffness_uN_per_nm, 20, 1e-12);
    EXPECT_NEAR(cycle.load_uN, 940, 1e-12);
    EXPECT_NEAR(cycle.depth_nm, 97, 1e-12);
}

TEST(CycleOfOscillation, OfACurvedUnloadingIsSofter) {
    // 1 - (m - 1) x/2 to first order in x = 2 z S/(m F) = 6e-3.
    const OscillationCycle cycle = cycle_of_oscillation(1000, 100, 20, 1.5, 0.225);
    EXPECT_NEAR(cycle.stiffness_uN_per_nm / 20, 1 - 0.5 * 6e-3 / 2, 1e-5);
}

TEST(OscillationColumns, HoldTheStiffnessOfTheTrueContact) {
    const SimulatedStudy study = simulated_study("csm", 1, noiseless());
    const SimulatedTest made = simulated_curve(study, 0);
    const auto& channel = made.test.curve.channels.front();
    ASSERT_EQ(channel.name + " " + channel.unit, "Harmonic Contact Stiffness N/m");
    // At the peak 2 E_r a, in N/m.
    const double peak = *std::ranges::max_element(channel.values);
    EXPECT_NEAR(peak / (1e3 * made.truth.S_elastic_uN_per_nm), 1, 1e-9);
    EXPECT_EQ(channel.values.front(), 0);  // air
    EXPECT_EQ(channel.values.back(), 0);   // unloading
}

// Springs in series: 1/S measured is 1/S of the contact and the compliance.
TEST(OscillationColumns, HoldTheFrameThatIsLeft) {
    Settings settings = noiseless();
    settings.emplace_back("instrument.frame_left_nm_per_uN", "0.0002");
    const SimulatedTest made = simulated_curve(simulated_study("csm", 1, settings), 0);
    const double peak = *std::ranges::max_element(made.test.curve.channels.front().values) / 1e3;
    EXPECT_NEAR(1 / peak - 1 / made.truth.S_elastic_uN_per_nm, 0.0002, 1e-12);
}

TEST(OscillationColumns, AreInTheFilesAndReadFromThem) {
    const SimulatedStudy study = simulated_study("csm", 1, {});
    const Curve& made = simulated_curve(study, 0).test.curve;
    const TemporaryFolder folder;
    for (const CurveFormat format : {CurveFormat::triboscan_txt, CurveFormat::csv}) {
        const TestFile file = test_file(study, 0, format);
        const auto content = read_file(folder.write(file.name, file.text));
        ASSERT_TRUE(content.ok()) << file.name;
        const Curve& read = content->tests.at(0).curve;
        ASSERT_EQ(read.size(), made.size()) << file.name;
        for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
            const auto found =
                std::ranges::find(read.channels, made.channels[k].name, &Channel::name);
            ASSERT_NE(found, read.channels.end()) << file.name << made.channels[k].name;
            EXPECT_EQ(found->unit, made.channels[k].unit);
            for (std::size_t i = 0; i < made.size(); i += 50)
                EXPECT_NEAR(found->values[i], made.channels[k].values[i], 1e-6);  // six decimals
        }
    }
}

TEST(OscillationColumns, OfASizeEffectFollowItsLaw) {
    // H² = H0² (1 + h*/h_c): from S, F and the true tip, at every depth where the contact is
    // plastic; the way from elastic to plastic is within 1e-4 there.
    const SimulatedStudy study = simulated_study("csm-size-effect", 1, noiseless());
    const SimulatedTest made = simulated_curve(study, 0);
    const Curve& curve = made.test.curve;
    const TipShape tip(study.plan.tip);
    const double H0 = made.truth.H_load_GPa, h_star = study.plan.material.size_effect_nm;
    int compared = 0;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double S = 1e-3 * curve.channels[0].values[i];
        if (!(S > 0) || !(curve.load_uN[i] > 100)) continue;
        const double a = S / (2e-3 * made.truth.E_r_GPa);
        const double H = curve.load_uN[i] / (1e-3 * std::numbers::pi * a * a);
        EXPECT_NEAR(H * H, H0 * H0 * (1 + h_star / tip.contact_depth_nm(a)), 1e-4 * H * H);
        ++compared;
    }
    EXPECT_GT(compared, 400);
}

}  // namespace
}  // namespace sneddon::testing
