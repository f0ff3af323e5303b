// Every flag and every warning of a study is raised by a case made for it and not by a nearby one;
// a flag without such a pair fails here.
#include <gtest/gtest.h>

#include <algorithm>

#include "sneddon/base/codes.hpp"
#include "support/curve_flag_cases.hpp"
#include "support/study_flag_cases.hpp"

namespace sneddon::testing {
namespace {

/// Codes of the same letters that are no flags of a test: errors that refuse a calibration or a
/// fit, and doubts about the rates of a mean curve (unit/study/creep/creep_curves_test.cpp).
const Codes errors = {"SND-A034", "SND-A035", "SND-A036", "SND-G020", "SND-G021",
                      "SND-G022", "SND-G023", "SND-G024", "SND-G080", "SND-G081"};

std::vector<FlagCase> all_cases() {
    std::vector<FlagCase> cases = curve_flag_cases();
    const std::vector<FlagCase> more = study_flag_cases();
    cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

TEST(EveryFlag, HasAPairOfCases) {
    Codes with_cases;
    for (const FlagCase& each : all_cases())
        EXPECT_TRUE(with_cases.emplace(each.code).second) << each.code << " twice";
    for (const CodePage& page : code_pages()) {
        const std::string code(page.code);
        const bool is_flag = std::string_view("SCAG").find(code[4]) != std::string_view::npos;
        EXPECT_EQ(with_cases.contains(code), is_flag && !errors.contains(code)) << code;
    }
}

class FlagPair : public ::testing::TestWithParam<FlagCase> {};

TEST_P(FlagPair, IsRaisedByTheOneAndNotByTheOther) {
    EXPECT_TRUE(GetParam().with().contains(std::string(GetParam().code)));
    EXPECT_FALSE(GetParam().without().contains(std::string(GetParam().code)));
}

std::string name_of(const ::testing::TestParamInfo<FlagCase>& each) {
    std::string name(each.param.code);
    std::erase(name, '-');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Codes, FlagPair, ::testing::ValuesIn(all_cases()), name_of);

TEST(EveryFlag, ASoundCurveAndASoundStudyHaveNone) {
    EXPECT_EQ(codes_of(closed_form_test(flag_form()), flag_recipe()), Codes{});
    EXPECT_EQ(codes_of_area(true), Codes{});
}

}  // namespace
}  // namespace sneddon::testing
