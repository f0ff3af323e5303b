// Known answers of contact mechanics (Sneddon 1965, Hertz 1882, flat punch) and of a curve made of
// power laws. Formula-level answers hold to rounding; those of a sampled curve to the
// discretisation that is stated with them.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "analyse/oliver_pharr.hpp"
#include "analyse/unloading.hpp"
#include "analyse/works.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"

namespace sneddon {
namespace {

constexpr double pi = std::numbers::pi;

void expect_relative(double value, double expected, double tolerance) {
    EXPECT_NEAR(value / expected, 1, tolerance) << value << " instead of " << expected;
}

// Elastic cone, tan 70.3 deg, E* = 100 GPa, h = 50 nm: F = 2/pi E* tan h^2, epsilon = 2(pi-2)/pi.
TEST(ClosedForms, AnElasticConeGivesItsOwnModulus) {
    const double tangent = std::tan(70.3 * pi / 180), E = 100, h = 50;
    const double F = 2 / pi * E * 1e-3 * tangent * h * h, S = 2 * F / h;
    expect_relative(F, 444.502517428, 1e-11);
    expect_relative(S, 17.780100697, 1e-10);
    const double h_c = contact_depth_nm(h, F, S, 2 * (pi - 2) / pi);
    expect_relative(h_c, 2 * h / pi, 1e-12);
    const double A = pi * tangent * tangent * h_c * h_c;
    expect_relative(indentation_hardness_GPa(F, A), E / tangent / 2, 1e-12);
    expect_relative(reduced_modulus_GPa(S, A, 1, pi), E, 1e-12);
}

TEST(ClosedForms, AHertzContactGivesItsOwnModulus) {
    const double R = 300, E = 100, h = 20;
    const double F = 4.0 / 3 * E * 1e-3 * std::sqrt(R) * std::pow(h, 1.5), S = 1.5 * F / h;
    const double h_c = contact_depth_nm(h, F, S, 0.75);
    expect_relative(F, 206.559111798, 1e-9);
    expect_relative(S, 15.491933385, 1e-9);
    expect_relative(h_c, h / 2, 1e-12);
    const double A = 2 * pi * R * h_c;
    expect_relative(A, 18849.555922, 1e-9);
    expect_relative(indentation_hardness_GPa(F, A), 10.958301228, 1e-9);
    expect_relative(reduced_modulus_GPa(S, A, 1, pi), E, 1e-12);
}

TEST(ClosedForms, AFlatPunchGivesItsOwnModulus) {
    const double a = 80, E = 100, h = 12;
    const double F = 2 * a * E * 1e-3 * h, S = 2 * a * E * 1e-3;
    EXPECT_NEAR(contact_depth_nm(h, F, S, 1), 0, 1e-12);
    expect_relative(reduced_modulus_GPa(S, pi * a * a, 1, pi), E, 1e-12);
}

// Agilent's own numbers for copper and fused silica; the limits are the digits that its program
// carries through (PHYSICS 4.5).
TEST(ClosedForms, AgilentsCopperAndSilicaAreReproduced) {
    const auto modulus = [](AreaFunction area, double S, double F, double h, double nu) {
        const double h_c = contact_depth_nm(h, F, S, 0.75);
        const double A = projected_area_nm2(area, h_c);
        const double E_r = reduced_modulus_GPa(S, A, 1, pi);
        return std::array{A, indentation_hardness_GPa(F, A), E_r,
                          indentation_modulus_GPa(E_r, nu, 1141, 0.07)};
    };
    AreaFunction copper, silica;
    copper.kind = silica.kind = AreaFunction::Kind::polynomial;
    copper.coefficients = {32.9049,      -6418.303798, 288484.8518,
                           -989287.0625, 103588.5588,  675977.3345};
    silica.coefficients = {24.8204, 402.507, -3070.91, 3699.87};
    const auto cu = modulus(copper, 159.111704268288, 491.297865144331, 111.172457420282, 0.35);
    expect_relative(cu[0], 598047.490101769, 3e-7);
    expect_relative(cu[1], 0.82150309678705, 3e-7);
    expect_relative(cu[2], 182.338858733495, 3e-7);
    expect_relative(cu[3], 190.257729329881, 3e-7);
    const auto fs = modulus(silica, 25.7318375827836, 987.624311132669, 88.2388854303261, 0.18);
    expect_relative(fs[1], 10.0514655820034, 2e-6);
    expect_relative(fs[3], 75.1620054287519, 2e-6);
}

TEST(ClosedForms, MaterialsGiveTheirReducedModuli) {
    const auto reduced = [](double E, double nu) {
        return 1 / ((1 - nu * nu) / E + (1 - 0.07 * 0.07) / 1141);
    };
    EXPECT_NEAR(reduced(72, 0.17), 69.640, 5e-4);
    EXPECT_NEAR(reduced(70.4, 0.345), 74.705, 5e-4);
    EXPECT_NEAR(reduced(411, 0.28), 321.08, 5e-3);
    EXPECT_NEAR(reduced(88, 0.365), 93.27, 5e-3);
    expect_relative(indentation_modulus_GPa(reduced(72, 0.17), 0.17, 1141, 0.07), 72, 1e-12);
    // F/S^2 = pi H/(4 E_r^2): H 9.25 on silica
    EXPECT_NEAR(pi * 9.25 / (4 * 69.640 * 69.640), 1.498e-3, 5e-7);
}

TEST(ClosedForms, EpsilonOfMHasItsKnownValues) {
    EXPECT_NEAR(epsilon_pharr_bolshakov(1.1), 0.829297, 5e-7);
    EXPECT_NEAR(epsilon_pharr_bolshakov(1.2), 0.792563, 5e-7);
    EXPECT_NEAR(epsilon_pharr_bolshakov(1.3), 0.772384, 5e-7);
    EXPECT_NEAR(epsilon_pharr_bolshakov(1.5), 0.75, 1e-12);
    EXPECT_NEAR(epsilon_pharr_bolshakov(1.8), 0.733297, 5e-7);
    EXPECT_NEAR(epsilon_pharr_bolshakov(2), 2 * (pi - 2) / pi, 1e-12);
    EXPECT_EQ(epsilon_pharr_bolshakov(1), 1);
    EXPECT_NEAR(epsilon_pharr_bolshakov(1.0001), 1, 0.01);
    EXPECT_EQ(epsilon_pharr_bolshakov_table(1.1), 0.829);
    EXPECT_NEAR(epsilon_pharr_bolshakov_table(1.25), (0.793 + 0.772) / 2, 1e-12);
}

/// 300 uN, h_1 50, +4 nm, h_p 30, m 1.5: all in closed form.
struct Answers {
    static constexpr double S = 18.75, h_c = 42, A = 24.5 * 42 * 42, H = 6.941552131,
                            E_r = 79.930748553, W_load = 5.769230769, W_hold = 1.2,
                            W_total = 6.969230769, W_elast = 2.88, W_plast = 4.089230769,
                            eta = 0.41324503311, C_IT = 8;
};

QuantityValues analysed(const testing::ClosedForm& form, AnalysisRecipe recipe) {
    recipe.area_function = AreaFunction{};
    recipe.poisson_ratio = 0.3;
    const TestResult result = analyse(testing::closed_form_test(form), recipe);
    EXPECT_EQ(result.cycles.size(), 1u);
    return result.cycles.front().values;
}

// Stiffness and contact do not depend on the sampling: 1e-9. The creep's beginning is a parabola
// through the last 0.2 s of a 10 s power law: its third order leaves 2e-8 of h_1.
TEST(ClosedForms, ASyntheticTestGivesItsContactQuantities) {
    const QuantityValues v = analysed({}, {});
    expect_relative(v["S_uN_per_nm"_q], Answers::S, 1e-9);
    expect_relative(v["m"_q], 1.5, 1e-9);
    expect_relative(v["h_p_nm"_q], 30, 1e-9);
    expect_relative(v["h_max_nm"_q], 54, 1e-9);
    expect_relative(v["h_c_nm"_q], Answers::h_c, 1e-9);
    expect_relative(v["A_p_nm2"_q], Answers::A, 1e-9);
    expect_relative(v["H_IT_GPa"_q], Answers::H, 1e-9);
    expect_relative(v["E_r_GPa"_q], Answers::E_r, 1e-9);
    expect_relative(v["C_IT_percent"_q], Answers::C_IT, 1e-6);
    expect_relative(v["creep_nm"_q], 4, 1e-6);
}

// Trapezoids: relative error about 1e-6 at 3,000 samples a ramp, falling with the square of their
// number, here 100 times more: 1e-9. The corners are given: one sample of the ramp is 1e-6 of
// W_load.
TEST(ClosedForms, ASyntheticTestGivesItsWorks) {
    testing::ClosedForm form;
    form.rate_Hz = 30'000;
    auto test = testing::closed_form_test(form);
    test.mark_source = MarkSource::blank_line;
    test.marks = {{0, ""}, {300'000, ""}, {600'001, ""}};
    AnalysisRecipe recipe;
    recipe.work_ends = WorkEndsRule::raw;  // the samples at the corners are exact
    const QuantityValues v = analyse(test, recipe).cycles.at(0).values;
    expect_relative(v["W_load_pJ"_q], Answers::W_load, 1e-9);
    expect_relative(v["W_hold_pJ"_q], Answers::W_hold, 1e-9);
    expect_relative(v["W_total_pJ"_q], Answers::W_total, 1e-9);
    expect_relative(v["W_elast_pJ"_q], Answers::W_elast, 1e-9);
    expect_relative(v["W_plast_pJ"_q], Answers::W_plast, 1e-9);
    expect_relative(v["eta_IT"_q], Answers::eta, 1e-9);
}

TEST(ClosedForms, AtTheInstrumentsRateTheWorksAreGoodToAPartInAHundredThousand) {
    const QuantityValues v = analysed({}, {});
    expect_relative(v["W_total_pJ"_q], Answers::W_total, 1e-5);
    expect_relative(v["W_elast_pJ"_q], Answers::W_elast, 1e-5);
}

TEST(ClosedForms, BothFitSpacesAgreeOnAnExactCurve) {
    AnalysisRecipe recipe;
    recipe.fit_space = FitSpace::load_of_depth;
    recipe.window_high = 0.98;
    recipe.window_low = 0.40;
    const QuantityValues v = analysed({}, recipe);
    expect_relative(v["S_uN_per_nm"_q], Answers::S, 1e-9);
    expect_relative(v["h_p_nm"_q], 30, 1e-9);
}

}  // namespace
}  // namespace sneddon
