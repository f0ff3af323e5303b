#include "recipe/area_text.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

TEST(AreaText, EveryFormReadsBackAsTheSameFunction) {
    for (const std::string text : {"ideal", "24.5, 2460.6", "24.494, -1e-05, 0, 0.1",
                                   "cap-cone:300:70.2996", "thurn-cook:150:70.3"}) {
        const auto area = area_of_text(text, "", {});
        ASSERT_TRUE(area) << message(area.error());
        EXPECT_EQ(area_text(*area), text);
        const auto again = area_of_text(area_text(*area), "", {});
        ASSERT_TRUE(again);
        EXPECT_EQ(again->kind, area->kind);
        EXPECT_EQ(again->coefficients, area->coefficients);
        EXPECT_EQ(again->radius_nm, area->radius_nm);
        EXPECT_EQ(again->half_angle_deg, area->half_angle_deg);
    }
}

TEST(AreaText, TheSourceIsTheTextAsStated) {
    EXPECT_EQ(area_of_text("cap-cone:300", "", {})->source, "cap-cone:300");
}

TEST(AreaText, AMissingTipFileSaysWhereItWasLookedFor) {
    const testing::TemporaryFolder folder;
    const auto area = area_of_text("tip.ara", "study.toml:4", folder.path());
    ASSERT_FALSE(area);
    EXPECT_EQ(area.error().code, "SND-U010");
    EXPECT_EQ(area.error().where, "study.toml:4");
    EXPECT_NE(area.error().found.find((folder.path() / "tip.ara").string()), std::string::npos);
}

TEST(AreaText, AMisspeltFormIsAnsweredWithTheNearest) {
    const auto area = area_of_text("ideall", "--area-function", {});
    ASSERT_FALSE(area);
    EXPECT_EQ(area.error().fix, "did you mean \"ideal\"?");
}

TEST(AreaText, WhereOfABadFormIsTheUsersPlace) {
    const auto area = area_of_text("cap-cone:", "--area-function", {});
    ASSERT_FALSE(area);
    EXPECT_EQ(area.error().code, "SND-U010");
    EXPECT_EQ(area.error().where, "--area-function");
}

}  // namespace
}  // namespace sneddon
