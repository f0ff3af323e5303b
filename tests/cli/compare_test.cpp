// compare: two outputs of the same tests, of two samples, and of nothing that can be compared.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class CompareCommand : public ::testing::Test {
  protected:
    Ending run(const std::vector<std::string>& args) { return sneddon(folder_, args); }
    void simulate_states() {
        ASSERT_EQ(run({"simulate", "structural-states", "-o", "s", "-q",
                       "--tests-per-load-function", "5", "--set", "programme.points_per_s=20"})
                      .code,
                  0);
    }
    TemporaryFolder folder_;
};

TEST_F(CompareCommand, TwoSamplesAreComparedAndTheCodeIsThatOfSuccess) {
    simulate_states();
    ASSERT_EQ(run({"run", "s/annealed", "-o", "a", "-q"}).code, 0);
    ASSERT_EQ(run({"run", "s/rejuvenated", "-o", "b", "-q"}).code, 0);
    const auto end = run({"compare", "a", "b"});
    EXPECT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("0 tests in both, 10 only in a, 10 only in b"));
    EXPECT_THAT(end.out, HasSubstr("less rejuvenated (simulated) at hold 60 s: "));
    EXPECT_THAT(end.out, HasSubstr("ratio 1."));
    EXPECT_THAT(end.out, Not(HasSubstr("every quantity of these tests is the same")));
}

TEST_F(CompareCommand, WithoutATestOrALoadFunctionInBothItIsAnErrorAndNotSilence) {
    simulate_states();
    ASSERT_EQ(run({"simulate", "structural-states", "-o", "t", "-q", "--tests-per-load-function",
                   "5", "--set", "programme.points_per_s=20", "--set", "programme.peak_uN=900"})
                  .code,
              0);
    ASSERT_EQ(run({"run", "s/annealed", "-o", "a", "-q"}).code, 0);
    ASSERT_EQ(run({"run", "t/rejuvenated", "-o", "b", "-q"}).code, 0);
    const auto end = run({"compare", "a", "b"});
    EXPECT_EQ(end.code, 2);
    EXPECT_THAT(end.out, "");
    EXPECT_THAT(end.err, HasSubstr("no test in both"));
    EXPECT_THAT(end.err, HasSubstr("SND-U045"));
}

TEST_F(CompareCommand, ARunOfSampleFoldersSaysHowTheyDiffer) {
    simulate_states();
    const auto end = run({"run", "s", "-o", "o"});
    ASSERT_EQ(end.code, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("samples   H_IT of annealed (simulated) less as cast"));
    EXPECT_THAT(end.out, HasSubstr("the shared tip in it"));
    const std::string results = file_text(folder_.path() / "o/results.json");
    EXPECT_THAT(results, HasSubstr("\"tip\":\"shared\""));
    EXPECT_THAT(results, HasSubstr("Spreads of samples"));
    EXPECT_THAT(file_text(folder_.path() / "o/report.html"), HasSubstr("<h2>Compared</h2>"));
    EXPECT_EQ(run({"run", "s", "-o", "o", "-f", "--set", "study.share_limits=eta_T < 0.5"}).code,
              2);
}

}  // namespace
}  // namespace sneddon::testing
