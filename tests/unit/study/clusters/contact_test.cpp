#include "study/clusters/contact.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/study/synthetic_study.hpp"

namespace sneddon {
namespace {

// 3 sqrt(3) tan^2 65.27 deg = 24.494: a circle of that area has a/h_c = 2.7923; the edge of the
// triangle is 7.5211 h_c.
TEST(ContactRadius, OfAnIdealBerkovichTip) {
    EXPECT_NEAR(radius_of_cone_nm(1), 2.7923, 5e-5);
    EXPECT_NEAR(edge_of_triangle_nm(1), 7.5211, 5e-5);
    EXPECT_NEAR(radius_of_area_nm(24.4943), radius_of_cone_nm(1), 1e-5);
    EXPECT_TRUE(std::isnan(radius_of_area_nm(std::nan(""))));
}

TEST(ConePressure, IsMinusOneAtTheKnownRadiusAndOnAverage) {
    EXPECT_NEAR(cone_pressure(1 / std::cosh(1.0), 1), -1, 1e-14);
    EXPECT_EQ(cone_pressure(1, 1), 0);
    EXPECT_EQ(cone_pressure(2, 1), 0);
    // 2 int_0^1 x acosh(1/x) dx = 1; midpoints: error of the order of the step squared.
    double sum = 0;
    constexpr int steps = 100000;
    for (int i = 0; i < steps; ++i) {
        const double x = (i + 0.5) / steps;
        sum += 2 * x * cone_pressure(x, 1) / steps;
    }
    EXPECT_NEAR(sum, -1, 1e-6);
}

TEST(FindContact, GivesTheRadiusByTheRuleAndTheProfileUpToIt) {
    std::vector<TestRow> tests;
    for (int i = 0; i < 4; ++i) tests.push_back(testing::used_row(i, 10, 4.0 + 0.1 * i, 1));
    StudyOptions options;
    set_contact_radii(tests, options);
    EXPECT_NEAR(tests[0].values["contact_radius_nm"_q], std::sqrt(75000 / 3.14159265358979), 1e-9);
    const auto found = find_contact(tests, 0, options);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].n, 4u);
    EXPECT_EQ(found[0].paper_eq3_nm.n, 0u);  // no h_c in these rows
    EXPECT_EQ(found[0].r_nm.back(), found[0].radius_nm.mean);
    EXPECT_EQ(found[0].sigma_z_over_p_m.back(), 0);
    EXPECT_NEAR(found[0].sigma_z_over_p_m.front(), -std::acosh(50.0), 1e-12);
}

}  // namespace
}  // namespace sneddon
