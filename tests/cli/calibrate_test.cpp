// calibrate: the tip file, the report beside it, and a study that takes the tip.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Calibrate : public ::testing::Test {
  protected:
    void SetUp() override { ASSERT_EQ(run({"simulate", "calibration", "-o", "c", "-q"}).code, 0); }
    Ending run(const std::vector<std::string>& args) { return sneddon(folder_, args); }
    Ending area(const std::vector<std::string>& more) {
        std::vector<std::string> args = {"calibrate", "area", "c/fused-silica"};
        args.insert(args.end(), more.begin(), more.end());
        return run(args);
    }
    bool has(const std::string& name) { return exists(folder_.path() / name); }
    TemporaryFolder folder_;
};

TEST_F(Calibrate, WritesTheReportBesideTheTip) {
    const auto end = area({"--form", "cap-cone", "-o", "tips/new.tip.afn"});
    ASSERT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("report            tips/new.tip-report/calibration.html"));
    EXPECT_THAT(end.out, HasSubstr("tip_date = \"2025-01-06\""));
    for (const char* name :
         {"calibration.html", "calibration.json", "calibration-area.svg",
          "calibration-residuals.csv", "calibration-modulus.svg", "calibration-hardness.csv"})
        EXPECT_TRUE(has(std::string("tips/new.tip-report/") + name)) << name;
    EXPECT_EQ(run({"run", "c/fused-silica", "--area-function", "tips/new.tip.afn", "-q"}).code, 0);
}

TEST_F(Calibrate, WritesAReportWithoutATipWhereItIsAskedFor) {
    const auto end = area({"--report", "r"});
    ASSERT_EQ(end.code, 0) << end.err;
    EXPECT_TRUE(has("r/calibration.html"));
    EXPECT_THAT(area({}).out, Not(HasSubstr("calibration.html")));
}

TEST_F(Calibrate, WritesNothingWhereFormOrReportAreRefused) {
    const auto form = area({"--form", "cap-cone", "-o", "tip.ara"});
    EXPECT_EQ(form.code, 2);
    EXPECT_THAT(form.err, HasSubstr("SND-U040"));
    EXPECT_FALSE(has("tip.ara") || has("tip-report"));
    folder_.write("tip-report/notes.txt", "mine");
    const auto report = area({"-o", "tip.ara"});
    EXPECT_EQ(report.code, 2);
    EXPECT_THAT(report.err, HasSubstr("SND-O002"));
    EXPECT_FALSE(has("tip.ara"));
}

}  // namespace
}  // namespace sneddon::testing
