// The zone that an activation volume stands for, with and without a shear modulus.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "analyse/hertz.hpp"
#include "study/activation/find_activation.hpp"
#include "unit/study/activation/drawn_pop_ins.hpp"

namespace sneddon {
namespace {

constexpr double E_r_GPa = 48, radius_nm = 300;

ActivationFinding with_shear_modulus(std::optional<double> G_GPa) {
    const auto load_at = [](double tau) {
        return std::pow(tau / hertz_largest_shear_GPa(1, E_r_GPa, radius_nm), 3);
    };
    std::vector<TestRow> rows;
    for (const LoadedTests& tests : testing::draw_pop_ins({.tests = 60}, 2))
        for (const double tau : tests.tau_GPa) {
            TestRow row;
            row.load_function = std::to_string(tests.load_rate_uN_per_s);
            row.values["F_max_uN"_q] = load_at(tests.tau_end_GPa);
            row.values["ramp_s"_q] = row.values["F_max_uN"_q] / tests.load_rate_uN_per_s;
            row.values["E_r_GPa"_q] = row.values["E_r_hertz_GPa"_q] = E_r_GPa;
            row.values["pop_ins"_q] = 1;
            row.values["load_drops"_q] = 0;
            row.values["pop_in_limit_nm"_q] = 0.2;
            row.values["pop_in_from_uN"_q] = 1;
            row.values["pop_in_load_uN"_q] = load_at(tau);
            row.values["pop_in_jump_nm"_q] = 3 + 0.01 * static_cast<double>(rows.size() % 7);
            rows.push_back(row);
        }
    StudyOptions options;
    options.shear_modulus_GPa = G_GPa;
    return activation_of(rows, 0, 25, radius_nm, options);
}

// V* is a tenth of the zone; of a sphere the diameter follows.
TEST(ActivatedZone, HasAVolumeOfItsOwnWithAShearModulus) {
    const ActivationFinding found = with_shear_modulus(200);
    ASSERT_EQ(found.reason, "");
    EXPECT_EQ(found.stz_reason, "");
    EXPECT_GT(found.stz.volume_nm3, 0);
    EXPECT_NEAR(found.zone_volume_nm3, 10 * found.volume_nm3, 1e-12);
    EXPECT_NEAR(std::numbers::pi / 6 * std::pow(found.zone_diameter_nm, 3), found.zone_volume_nm3,
                1e-9);
}

TEST(ActivatedZone, SaysWhyItHasNone) {
    const ActivationFinding unknown = with_shear_modulus(std::nullopt);
    EXPECT_EQ(unknown.stz_reason, "study.shear_modulus_GPa is not given");
    EXPECT_TRUE(is_nan(unknown.stz.volume_nm3));
    EXPECT_EQ(with_shear_modulus(10).stz_reason, "tau_max is not below 0.036 G");
}

}  // namespace
}  // namespace sneddon
