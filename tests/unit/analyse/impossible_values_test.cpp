#include "analyse/impossible_values.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/nan.hpp"

namespace sneddon {
namespace {

bool is_ideal_tip_doubted(double h_c_nm, std::optional<double> radius_nm) {
    QuantityValues values{};
    values["h_c_nm"_q] = h_c_nm;
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};
    recipe.area_function->kind = AreaFunction::Kind::ideal;
    recipe.correction.tip_radius_nm = radius_nm;
    std::vector<Flag> flags;
    flag_ideal_tip(values, recipe, flags);
    return !flags.empty();
}

TEST(ImpossibleValues, TheIdealTipIsDoubtedBelowThreeRadiiOrThreeHundredNanometres) {
    EXPECT_TRUE(is_ideal_tip_doubted(295, 100));
    EXPECT_FALSE(is_ideal_tip_doubted(305, 100));
    EXPECT_TRUE(is_ideal_tip_doubted(295, std::nullopt));
    EXPECT_FALSE(is_ideal_tip_doubted(305, std::nullopt));
}

void expect_flag(const std::vector<Flag>& flags, std::string_view code, double number, double limit,
                 const std::string& text) {
    ASSERT_EQ(flags.size(), 1u) << text;
    EXPECT_EQ(flags[0].code, code);
    EXPECT_DOUBLE_EQ(flags[0].number, number);
    EXPECT_DOUBLE_EQ(flags[0].limit, limit);
    EXPECT_EQ(flags[0].text, text);
}

TEST(ImpossibleValues, TheIdealTipIsDoubtedInNumbersAndOtherTipsAreNot) {
    QuantityValues values{};
    values["h_c_nm"_q] = 150;
    AnalysisRecipe recipe;
    std::vector<Flag> flags;
    flag_ideal_tip(values, recipe, flags);  // no tip at all
    recipe.area_function = AreaFunction{};
    recipe.area_function->tip_radius_nm = 51;
    for (const auto kind : {AreaFunction::Kind::polynomial, AreaFunction::Kind::cap_cone}) {
        recipe.area_function->kind = kind;
        flag_ideal_tip(values, recipe, flags);
    }
    EXPECT_TRUE(flags.empty());
    recipe.area_function->kind = AreaFunction::Kind::ideal;
    flag_ideal_tip(values, recipe, flags);
    expect_flag(flags, "SND-A046", 150, 153,
                "h_c = 150 nm is below 153 nm: the ideal tip may give an H_IT twice too large");
    recipe.correction.tip_radius_nm = 50;  // what the recipe says comes first
    flags.clear();
    flag_ideal_tip(values, recipe, flags);
    EXPECT_TRUE(flags.empty());
}

/// Works of 100 pJ but W_hold of this.
std::vector<Flag> flags_of_works(double W_hold_pJ, double u_pJ, double eta = 0.5) {
    QuantityValues values{}, u_random{};
    values["W_load_pJ"_q] = values["W_total_pJ"_q] = values["W_elast_pJ"_q] = 100;
    values["W_plast_pJ"_q] = 60;
    values["W_hold_pJ"_q] = W_hold_pJ;
    values["eta_IT"_q] = eta;
    u_random["W_hold_pJ"_q] = u_pJ;
    std::vector<Flag> flags;
    flag_works(values, u_random, flags);
    return flags;
}

// A hundredth of the largest work, or three u.
TEST(ImpossibleValues, AWorkIsNotNegative) {
    EXPECT_TRUE(flags_of_works(-0.99, 0).empty());
    expect_flag(flags_of_works(-1.01, 0), "SND-A040", -1.01, -1,
                "W_hold = -1.01 pJ: a work is not negative");
    EXPECT_EQ(flags_of_works(-1.01, NAN).size(), 1u);
    EXPECT_TRUE(flags_of_works(-2.9, 1).empty());
    EXPECT_EQ(flags_of_works(-3.1, 1).size(), 1u);
    EXPECT_TRUE(flags_of_works(NAN, 0).empty());
    expect_flag(flags_of_works(-500, 0), "SND-A040", -500, -5,
                "W_hold = -500 pJ: a work is not negative");
}

TEST(ImpossibleValues, TheElasticWorkIsAPartOfTheTotal) {
    for (const double eta : {-0.01, 0.0, 1.0, 1.01})
        EXPECT_TRUE(flags_of_works(0, 0, eta).empty()) << eta;
    expect_flag(flags_of_works(0, 0, -0.02), "SND-A041", -0.02, -0.01,
                "eta_IT = -0.02: the elastic work is a part of the total");
    expect_flag(flags_of_works(0, 0, 1.02), "SND-A041", 1.02, 1.01,
                "eta_IT = 1.02: the elastic work is a part of the total");
    EXPECT_TRUE(flags_of_works(0, 0, NAN).empty());
}

TEST(ImpossibleValues, AnInfiniteCreepRatioIsEmptied) {
    QuantityValues values{};
    std::vector<Flag> flags;
    values["C_IT_percent"_q] = -12;
    values["creep_nm"_q] = 3;
    flag_creep_ratio(values, flags);
    EXPECT_EQ(values["C_IT_percent"_q], -12);
    EXPECT_TRUE(flags.empty());
    values["C_IT_percent"_q] = -INFINITY;
    flag_creep_ratio(values, flags);
    EXPECT_TRUE(std::isnan(values["C_IT_percent"_q]));
    expect_flag(flags, "SND-A042", 3, 0,
                "C_IT has no finite value: the depth at the start of the hold is zero");
}

std::vector<Flag> flags_of(double H_GPa, double S, double E_r_GPa, double E_IT_GPa) {
    QuantityValues values{};
    values["H_IT_GPa"_q] = H_GPa;
    values["S_uN_per_nm"_q] = S;
    values["E_r_GPa"_q] = E_r_GPa;
    values["E_IT_GPa"_q] = E_IT_GPa;
    std::vector<Flag> flags;
    flag_hardness_and_modulus(values, flags);
    return flags;
}

TEST(ImpossibleValues, HardnessIsThatOfASolidAndModuliArePositive) {
    for (const double H_GPa : {1e-6, 10.0, 150.0, nan})
        EXPECT_TRUE(flags_of(H_GPa, 1, 1, 1).empty()) << H_GPa;
    expect_flag(flags_of(0.9e-6, 1, 1, 1), "SND-A043", 0.9e-6, 1e-6,
                "H_IT = 9e-07 GPa: no solid has this hardness; check the units of load and depth");
    expect_flag(flags_of(151, 1, 1, 1), "SND-A043", 151, 150,
                "H_IT = 151 GPa: no solid has this hardness; check the units of load and depth");
    const double least = std::numeric_limits<double>::min();
    expect_flag(flags_of(1, -2, -2, -2), "SND-A044", -2, least,
                "S = -2 µN/nm: stiffness and modulus are positive");
    expect_flag(flags_of(1, 1, 0, -2), "SND-A044", 0, least,
                "E_r = 0 GPa: stiffness and modulus are positive");
    EXPECT_EQ(flags_of(1, 1, 1, -2).size(), 1u);
    EXPECT_EQ(flags_of(1, 1, INFINITY, 1).size(), 1u);
    EXPECT_TRUE(flags_of(1, NAN, NAN, NAN).empty());
}

TEST(ImpossibleValues, TheFirstCoefficientIsThatOfAUsualTip) {
    const auto flags_of_C0 = [](double C_0) {
        AnalysisRecipe recipe;
        recipe.area_function = AreaFunction{};
        recipe.area_function->kind = AreaFunction::Kind::polynomial;
        recipe.area_function->coefficients[0] = C_0;
        std::vector<Flag> flags;
        flag_first_coefficient(recipe, flags);
        return flags;
    };
    // Within a quarter of Berkovich, cube corner, cones and a sphere.
    for (const double C_0 : {18.4, 30.6, 1.95, 3.92, 0.79, 1.3, -3.9, -2.36})
        EXPECT_TRUE(flags_of_C0(C_0).empty()) << C_0;
    for (const double C_0 : {18.3, 30.7, 3.95, 1.94, 1.32, 0.78, -4.0, -2.3, 0.0})
        EXPECT_EQ(flags_of_C0(C_0).size(), 1u) << C_0;
    expect_flag(flags_of_C0(12), "SND-A048", 12, 24.5,
                "C0 = 12 of the area function is that of no usual tip; a Berkovich has 24.5");
    AnalysisRecipe recipe;
    std::vector<Flag> flags;
    flag_first_coefficient(recipe, flags);
    recipe.area_function = AreaFunction{};
    recipe.area_function->coefficients[0] = 12;  // of the ideal tip it does not count
    flag_first_coefficient(recipe, flags);
    EXPECT_TRUE(flags.empty());
}

std::vector<Flag> flags_of_reach(std::string_view format, double F_uN, double h_nm) {
    QuantityValues values{};
    values["F_max_uN"_q] = F_uN;
    values["h_max_nm"_q] = h_nm;
    std::vector<Flag> flags;
    flag_reach(values, format, flags);
    return flags;
}

TEST(ImpossibleValues, LoadAndDepthAreWhatInstrumentsOfTheFormatReach) {
    struct Case {
        std::string_view format;
        double F_least_uN, F_most_uN, h_least_nm, h_most_nm;
    };
    for (const Case& each :
         {Case{"hysitron_txt", 1e-2, 1e7, 0.5, 1e5}, Case{"antonpaar_txt", 1, 2e8, 1, 1e6},
          Case{"csv", 1e-5, 1e7, 0.1, 1e6}}) {
        const double F_uN = 5e4, h_nm = 100;  // within
        for (const double factor : {1.01, 0.99}) {
            const std::size_t expected = factor < 1 ? 1 : 0;
            EXPECT_EQ(flags_of_reach(each.format, each.F_least_uN * factor, h_nm).size(), expected);
            EXPECT_EQ(flags_of_reach(each.format, each.F_most_uN / factor, h_nm).size(), expected);
            EXPECT_EQ(flags_of_reach(each.format, F_uN, each.h_least_nm * factor).size(), expected);
            EXPECT_EQ(flags_of_reach(each.format, F_uN, each.h_most_nm / factor).size(), expected);
        }
    }
    // Hysitron's head for up to 10 mN travels 5 um.
    EXPECT_EQ(flags_of_reach("hysitron_hld", 9.9e3, 2.1e4).size(), 1u);
    EXPECT_TRUE(flags_of_reach("hysitron_hld", 9.9e3, 1.9e4).empty());
    EXPECT_TRUE(flags_of_reach("hysitron_hld", 1.01e4, 2.1e4).empty());
    EXPECT_TRUE(flags_of_reach("csv", 9.9e3, 2.1e4).empty());
    expect_flag(flags_of_reach("csv", 2e7, 100), "SND-A045", 2e7, 1e7,
                "F_max = 2e+07 µN: beyond what instruments of this format reach; check the units");
}

}  // namespace
}  // namespace sneddon
