#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/report_page.hpp"
#include "results/study_of_json.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string section_of(const Json& results) {
    const WrittenStudy study = study_of(std::make_shared<const Json>(results));
    const std::vector<DrawnEntry> figures;
    const ReportOptions options;
    const ReportPage page{study, figures, options, {}, {}, {}, {}};
    std::ostringstream out;
    write_depth_profiles(out, page);
    return out.str();
}

Json two_profiles() {
    return Json::parse(R"json({
        "groups": [
            {"name": "glass", "n": 20,
             "H_profile_GPa": {"mean": 9.25, "sd": 0.06, "n": 20, "ci95": [9.22, 9.28],
                               "u_random": 0.05, "u_common": 0.08}},
            {"name": "metal", "n": 20,
             "H_profile_GPa": {"mean": 1.84, "sd": 0.03, "n": 20, "ci95": [1.82, 1.86],
                               "u_random": 0.02, "u_common": 0.04}}],
        "profiles": [
            {"group": "metal", "n": 20, "sources": ["column 'STIFFNESS (N/m)'"],
             "averaged": {"from_nm": [200, 200], "to_nm": [900, 950]},
             "stiffness_rises_nm": {"mean": 0.4, "sd": 0.2}, "flagged": {"SND-A063": 20},
             "size_effect": {"n": 20, "from_nm": 80, "to_nm": 900, "H0_GPa": 1.5,
                             "H0_ci95": [1.49, 1.51], "h_star_nm": 200,
                             "h_star_ci95": [190, 210]}},
            {"group": "glass", "n": 20, "sources": ["column 'STIFFNESS (N/m)'"], "flagged": {},
             "size_effect": {"n": 20, "why_not": "h* = 0.4 ± 0.3 nm is not above 0"}}]
    })json");
}

TEST(ReportOfDepthProfiles, HasTheMeansOfEachLoadFunctionBesideItsProfile) {
    const std::string html = section_of(two_profiles());
    // The metal is the first profile and the second group.
    EXPECT_THAT(html, HasSubstr("<span data-ref=\"/profiles/0/group\">metal</span>"));
    EXPECT_THAT(html, HasSubstr("<span data-ref=\"/groups/1/H_profile_GPa/mean\">1.840</span>"));
    EXPECT_THAT(html, HasSubstr("<span data-ref=\"/groups/1/H_profile_GPa/u_common\">0.040<"));
    EXPECT_THAT(html, HasSubstr("/profiles/0/sources/0"));
    EXPECT_THAT(html, HasSubstr("<span data-ref=\"/profiles/0/averaged/to_nm/1\">950</span>"));
    EXPECT_THAT(html, HasSubstr("<span data-ref=\"/profiles/0/flagged/SND-A063\">20</span>"));
    EXPECT_THAT(html, Not(HasSubstr("/H_profile_GPa/mean\">NaN")));
}

TEST(ReportOfDepthProfiles, SaysWhetherThereIsASizeEffect) {
    const std::string html = section_of(two_profiles());
    EXPECT_THAT(html, HasSubstr("described by the law"));
    EXPECT_THAT(html, HasSubstr("<span data-ref=\"/profiles/0/size_effect/h_star_nm\">200</span>"));
    EXPECT_THAT(html, HasSubstr("refused: <span data-ref=\"/profiles/1/size_effect/why_not\">"));
}

TEST(ReportOfDepthProfiles, IsNotThereWithoutAProfile) {
    EXPECT_EQ(section_of(Json::parse(R"({"groups": [], "profiles": []})")), "");
}

}  // namespace
}  // namespace sneddon
