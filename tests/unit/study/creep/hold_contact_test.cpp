#include "study/creep/hold_contact.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sneddon {
namespace {

// h_max 52, F/S 16, epsilon 0.75: 12 nm are elastic, h_c is 40.
const HoldContact cone_end{300, 52, 16.0 / 300, 0.75};

// Under a cone S grows with h_c: h = h_c + 12 * 40/h_c, a quadratic.
TEST(ContactOfHold, FollowsTheDepthOfAConeInClosedForm) {
    const AreaFunction cone;
    const auto contact = ContactOfHold::make(cone, cone_end);
    ASSERT_TRUE(contact.has_value());
    for (const double less : {0.0, 0.5, 2.0, 5.0, 7.0}) {
        const double h = 52 - less;
        const double h_c = (h + std::sqrt(h * h - 4 * 480)) / 2;
        EXPECT_NEAR(contact->h_c_nm(less), h_c, 1e-10) << less;
        EXPECT_NEAR(contact->strain_rate_per_s(h_c, 0.1), 0.1 / h_c / (1 - 480 / (h_c * h_c)), 1e-9)
            << less;
        EXPECT_NEAR(contact->hardness_GPa(h_c), 300e3 / (24.5 * h_c * h_c), 1e-9);
    }
    EXPECT_NEAR(contact->growth_at_end(), 2, 1e-7);
}

// 2 sqrt(480) = 43.8 nm is the least depth of that curve.
TEST(ContactOfHold, HasNoAnswerBelowTheLeastDepthOfItsCurve) {
    const AreaFunction cone;
    EXPECT_TRUE(std::isnan(ContactOfHold::make(cone, cone_end)->h_c_nm(9)));
}

TEST(ContactOfHold, IsNotMadeWhereNearlyAllIsElasticOrNothingIsKnown) {
    const AreaFunction cone;
    EXPECT_FALSE(ContactOfHold::make(cone, {300, 43, 28.0 / 300, 0.75}).has_value());
    EXPECT_FALSE(ContactOfHold::make(cone, {}).has_value());
    EXPECT_FALSE(ContactOfHold::make(cone, {300, 10, 16.0 / 300, 0.75}).has_value());
    EXPECT_FALSE(ContactOfHold::make(cone, {0, 52, 16.0 / 300, 0.75}).has_value());
    EXPECT_FALSE(ContactOfHold::make(cone, {300, 52, 0, 0.75}).has_value());
    EXPECT_FALSE(ContactOfHold::make(cone, {300, 52, -16.0 / 300, 0.75}).has_value());
    EXPECT_TRUE(ContactOfHold::make(cone, {300, 52, 16.0 / 300, 0.75}).has_value());
}

TEST(HoldContact, OfATestHasTheEpsilonOfItsContactDepth) {
    TestRow row;
    row.values["F_max_uN"_q] = 300;
    row.values["h_max_nm"_q] = 54;
    row.values["S_uN_per_nm"_q] = 18.75;
    row.values["h_c_nm"_q] = 54 - 0.7268 * 16;
    EXPECT_FALSE(contact_of(row).is_known()) << "no S_e";
    row.values["S_e_uN_per_nm"_q] = 20;
    EXPECT_NEAR(contact_of(row).epsilon, 0.7268, 1e-12);
    EXPECT_NEAR(contact_of(row).h_c_nm(), 54 - 0.7268 * 15, 1e-12);
}

TEST(AreaOfSample, IsThatOfItsTipBeforeThatOfTheStudy) {
    StudyOptions options;
    EXPECT_EQ(area_of_sample(options, 0), nullptr);
    options.area_function = AreaFunction{};
    EXPECT_EQ(area_of_sample(options, 3), &*options.area_function);
    options.tips.resize(2);
    options.tips[1].area = AreaFunction{};
    EXPECT_EQ(area_of_sample(options, 0), &*options.area_function);
    EXPECT_EQ(area_of_sample(options, 1), &*options.tips[1].area);
}

}  // namespace
}  // namespace sneddon
