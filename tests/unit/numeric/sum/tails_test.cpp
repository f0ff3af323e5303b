#include "numeric/sum/tails.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sneddon {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void expect_relative(double value, double reference, double tolerance) {
    EXPECT_NEAR(value, reference, tolerance * std::abs(reference));
}

// scipy 1.10: stats.norm.sf(8.5), norm.ppf(.975), t.sf(2.5, 7.3), t.sf(40, 3),
// chi2.sf(30, 4), f.sf(4.2, 3, 17). Both sides claim about 1e-14.
TEST(Tails, EqualScipy) {
    expect_relative(normal_upper_tail(8.5), 9.47953482220325e-18, 1e-13);
    expect_relative(standard_normal_quantile(0.975), 1.959963984540054, 1e-15);
    expect_relative(student_upper_tail(2.5, 7.3), 0.019825117332800207, 1e-13);
    expect_relative(student_upper_tail(40, 3), 1.719034039457927e-05, 1e-13);
    expect_relative(chi_squared_upper_tail(30, 4), 4.894437128029217e-06, 1e-13);
    expect_relative(f_upper_tail(4.2, 3, 17), 0.02143785785239705, 1e-13);
}

// stats.t.ppf(.975, 7.3) of scipy 1.10 gives 2.3450667361, whose own stats.t.sf is 0.025 (1 +
// 6e-7); so the quantile is held to the tail, not to scipy.
TEST(Tails, TurnRoundIntoQuantiles) {
    for (const double df : {1.0, 1.5, 7.3, 27.9, 598.0})
        for (const double p : {0.6, 0.975, 0.9999}) {
            expect_relative(student_upper_tail(student_quantile(p, df), df), 1 - p, 1e-11);
            expect_relative(student_quantile(1 - p, df), -student_quantile(p, df), 1e-11);
        }
    for (const double p : {0.6, 0.975, 0.9999})
        expect_relative(normal_upper_tail(standard_normal_quantile(p)), 1 - p, 1e-11);
}

// Integral of norm.sf(t sqrt(v/df) - delta) chi2.pdf(v, df) by scipy.integrate.quad to 1e-13: a
// route other than the series behind both Boost and stats.nct.
TEST(Tails, OfTheNoncentralStudentEqualAnIntegral) {
    struct Case {
        double t, df, noncentrality, tail;
    };
    constexpr Case cases[] = {
        {2, 10, 1, 0.1923884374696247},     {15, 598, 12.5, 0.011034879976796157},
        {15, 598, 17, 0.9671107341195428},  {60, 598, 55, 0.006184912023924525},
        {-3, 20, -2.5, 0.6616028734935059}, {0.5, 3, 4, 0.9997377931317168},
    };
    for (const auto& c : cases)
        expect_relative(noncentral_student_upper_tail(c.t, c.df, c.noncentrality), c.tail, 1e-12);
}

// Means of two groups 70,000 standard errors apart: the library's count of terms left its range.
TEST(Tails, AHugeNoncentralityIsTheScatterOfTheDenominator) {
    for (const double df : {3.0, 8.0, 40.0})
        for (const double share : {0.7, 1.0, 1.4}) {
            const double near = noncentral_student_upper_tail(9000 * share, df, 9000);
            EXPECT_NEAR(noncentral_student_upper_tail(7e4 * share, df, 7e4), near, 2e-4);
            EXPECT_NEAR(noncentral_student_upper_tail(-7e4 * share, df, -7e4), 1 - near, 2e-4);
        }
    EXPECT_EQ(noncentral_student_upper_tail(-1, 8, 7e4), 1);
}

TEST(Tails, AreClosedFormsWhereTheseExist) {
    EXPECT_DOUBLE_EQ(normal_upper_tail(0), 0.5);
    // Student with 1 degree of freedom is Cauchy: P(T > 1) = 1/4. With 2: (1 - t/sqrt(2 + t^2))/2.
    EXPECT_DOUBLE_EQ(student_upper_tail(1, 1), 0.25);
    expect_relative(student_two_sided(-3, 2), 1 - 3 / std::sqrt(11.0), 1e-14);
    // chi^2 with 2 degrees of freedom is exponential; F(2, 2) has P(F > f) = 1/(1 + f).
    expect_relative(chi_squared_upper_tail(6, 2), std::exp(-3.0), 1e-14);
    expect_relative(f_upper_tail(4, 2, 2), 0.2, 1e-14);
    expect_relative(gamma_function_ratio(400.5, 399.5), 399.5, 1e-14);
}

TEST(Tails, OutsideTheirDomainAreNan) {
    EXPECT_TRUE(std::isnan(normal_upper_tail(NAN)));
    EXPECT_TRUE(std::isnan(standard_normal_quantile(1)));
    EXPECT_TRUE(std::isnan(student_upper_tail(1, 0)));
    EXPECT_TRUE(std::isnan(student_quantile(0.5, -1)));
    EXPECT_TRUE(std::isnan(chi_squared_upper_tail(-1, 3)));
    EXPECT_TRUE(std::isnan(f_upper_tail(1, 3, NAN)));
    EXPECT_TRUE(std::isnan(gamma_function_ratio(0, 1)));
    EXPECT_TRUE(std::isnan(noncentral_student_upper_tail(infinity, 3, 1)));
    EXPECT_EQ(f_upper_tail(infinity, 3, 4), 0);
    EXPECT_EQ(normal_upper_tail(infinity), 0);
}

}  // namespace
}  // namespace sneddon
