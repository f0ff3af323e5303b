#include "sneddon/tools/show.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sstream>

#include "support/places.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

const std::string first_run = std::string(testing::source_folder) + "/examples/first-run";
const std::string curve_file = first_run + "/example_0005_LC.txt";

ShownTest shown(const std::string& what, const RunRequest& request = {}) {
    auto test = show(what, request);
    if (!test) {
        ADD_FAILURE() << message(test.error());
        return {};
    }
    return *std::move(test);
}

std::string refusal(const std::string& what) {
    const auto test = show(what, {});
    return test ? "" : test.error().code;
}

TEST(Show, GivesTheTestItsResultAndThePreview) {
    const ShownTest test = shown(curve_file);
    EXPECT_EQ(test.format, "hysitron-txt");
    EXPECT_EQ(test.tests_in_file, 1u);
    ASSERT_EQ(test.result.cycles.size(), 1u);
    EXPECT_TRUE(test.result.cycles[0].is_usable);
    EXPECT_LE(test.preview.time_s.size(), 400u);
    EXPECT_GT(test.preview.time_s.size(), 40u);
}

TEST(Show, TheStudyBesideTheFileCounts) {
    const ShownTest test = shown(curve_file);
    EXPECT_EQ(test.study_file, first_run + "/study.toml");
    EXPECT_FALSE(std::isnan(test.result.cycles[0].values["H_IT_GPa"_q]));
}

TEST(Show, ANumberAndACycleAreTakenFromTheAddress) {
    EXPECT_EQ(shown(curve_file + "#1").cycle, 0);
    EXPECT_EQ(shown(curve_file + "#1.1").cycle, 1);
    EXPECT_EQ(refusal(curve_file + "#2"), "SND-U011");
    EXPECT_EQ(refusal(curve_file + "#1.2"), "SND-U011");
}

TEST(Show, AHashInTheNameOfAFileIsPartOfTheName) {
    const testing::TemporaryFolder folder;
    const std::string file = folder.write("a#2", testing::file_text(curve_file));
    EXPECT_EQ(shown(file).file, file);
    EXPECT_EQ(shown(file + "#1").file, file);
    EXPECT_EQ(refusal(curve_file + "#two"), "SND-R001") << "no such file";
    EXPECT_EQ(refusal(curve_file + "#0"), "SND-R001");
}

TEST(Show, ATipFileHoldsNoTest) {
    EXPECT_EQ(refusal(first_run + "/tip.ara"), "SND-U011");
}

TEST(Show, TheTextHasTheCurveTheValuesAndTheInferences) {
    const std::string text = show_text(shown(curve_file));
    EXPECT_NE(text.find("\u2502"), std::string::npos) << "the frame of the drawing";
    EXPECT_NE(text.find("H_IT"), std::string::npos);
    EXPECT_NE(text.find("GPa"), std::string::npos);
    EXPECT_NE(text.find("already corrected by the instrument"), std::string::npos);
    EXPECT_NE(text.find("unit of load: µN"), std::string::npos);
}

TEST(Show, AVendorsValueStandsBesideOurs) {
    ShownTest test = shown(curve_file);
    const double ours = test.result.cycles[0].values["H_IT_GPa"_q];
    test.test.vendor_values = {{"H_IT_GPa", "", ours / 1.25, 1}, {"Vickers", "HV", 400, 1}};
    const std::string text = show_text(test);
    EXPECT_NE(text.find("+25 %"), std::string::npos) << text;
    EXPECT_NE(text.find("Vickers  400  HV"), std::string::npos) << text;
}

TEST(Show, AFlagIsShownWithNumberLimitAndWhy) {
    ShownTest test = shown(curve_file);
    test.result.cycles[0].flags = {{"SND-A004", 5.25, 2, "some doubt"}};
    const std::string text = show_text(test);
    EXPECT_NE(text.find("! some doubt [SND-A004]: 5.25, limit 2\n"), std::string::npos) << text;
}

TEST(Show, WithoutAnAreaFunctionTheReasonIsThere) {
    const testing::TemporaryFolder folder;
    const std::string file = folder.write("a.txt", testing::file_text(curve_file));
    const std::string text = show_text(shown(file));
    EXPECT_NE(text.find("[SND-A004]"), std::string::npos) << text;
}

TEST(CurveCsv, HasHeadsWithUnitsAndAnEmptyCellForAMissingNumber) {
    Curve curve;
    curve.time_s = {0, 0.1};
    curve.depth_nm = {1.5, std::numeric_limits<double>::quiet_NaN()};
    curve.load_uN = {2, 3};
    curve.channels = {{"V, raw", "V", {7, 8}}, {"count", "", {1, 2}}};
    std::ostringstream out;
    CurveChange change;
    change.load_offset_uN = 1;
    change.zero_nm = 0.5;
    write_curve_csv(out, curve, change);
    EXPECT_EQ(out.str(),
              "time_s,depth_nm,load_uN,h_corrected_nm,F_corrected_uN,\"V, raw (V)\",count\n"
              "0,1.5,2,1,1,7,1\n"
              "0.1,,3,,2,8,2\n");
}

}  // namespace
}  // namespace sneddon
