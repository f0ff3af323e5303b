// simulate and demo: a study on disk, its faults, and the analysis that finds its marks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;

class Simulate : public ::testing::Test {
  protected:
    Ending run(const std::vector<std::string>& args) { return sneddon(folder_, args); }
    std::string text(const std::string& name) { return file_text(folder_.path() / name); }
    TemporaryFolder folder_;
};

TEST_F(Simulate, DemoWritesAStudyAndItsResultsAndSaysThatTheyAreSimulated) {
    const auto end = run({"demo", "d", "--tests-per-load-function", "2"});
    ASSERT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("simulated 8 tests, 4 load functions"));
    EXPECT_THAT(end.out, HasSubstr("SIMULATED"));
    EXPECT_THAT(end.out, HasSubstr("hold 60 s"));
    EXPECT_THAT(text("d/study/study.toml"), HasSubstr("simulated = true"));
    EXPECT_THAT(text("d/out/report.html"), HasSubstr("imulated"));
    const auto results = nlohmann::json::parse(text("d/out/results.json"));
    EXPECT_TRUE(results.at("simulated").get<bool>());
    EXPECT_EQ(run({"demo", "d", "--tests-per-load-function", "2"}).code, 5) << "not without -f";
    EXPECT_EQ(run({"demo", "d", "--tests-per-load-function", "2", "-f", "-q"}).code, 0);
}

TEST_F(Simulate, SimulateWritesFaultsAndNamesThemInTheTruth) {
    const auto end = run({"simulate", "ideal-cone", "-o", "s", "--set", "programme.points_per_s=20",
                          "--fault", "spike=0.04"});
    ASSERT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(text("s/truth.csv"), HasSubstr(",spike\n"));
}

TEST_F(Simulate, MistakesAreUsage) {
    EXPECT_EQ(run({"simulate", "ideal-con", "-o", "s"}).code, 2);
    EXPECT_EQ(run({"simulate", "ideal-cone"}).code, 2);
    EXPECT_EQ(run({"simulate", "ideal-cone", "-o", "s", "--fault", "gremlins=0.01"}).code, 2);
    EXPECT_EQ(run({"simulate", "ideal-cone", "-o", "s", "--fault", "spike=0.2"}).code, 2);
    EXPECT_EQ(run({"simulate", "ideal-cone", "-o", "s", "--set", "grid.nx=0"}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / "s"));
}

TEST_F(Simulate, ListNamesEveryPreset) {
    const auto end = run({"simulate", "--list"});
    EXPECT_EQ(end.code, 0);
    for (const char* name : {"zr50cu40al10", "structural-states", "equal-states", "null-pooling",
                             "null-drift", "stiff", "fused-silica", "ideal-cone"})
        EXPECT_THAT(end.out, HasSubstr(name + std::string(": ")));
}

}  // namespace
}  // namespace sneddon::testing
