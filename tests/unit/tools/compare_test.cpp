#include "sneddon/tools/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/pipeline/run.hpp"
#include "sneddon/pipeline/simulate.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string run_example(const testing::TemporaryFolder& folder, const std::string& name,
                        const std::string& profile) {
    RunRequest request;
    request.paths = {(testing::source_root / "examples/first-run").string()};
    request.output_folder = folder.path() / name;
    request.profile = profile;
    EXPECT_TRUE(run(request, {}).ok());
    return request.output_folder;
}

TEST(Compare, NamesTheOptionsAndTheQuantitiesThatDiffer) {
    const testing::TemporaryFolder folder;
    const std::string a = run_example(folder, "a", ""), b = run_example(folder, "b", "antonpaar");
    const auto text = compare_outputs(a, b);
    ASSERT_TRUE(text.ok()) << message(text.error());
    EXPECT_THAT(text.value(), HasSubstr("unloading.window_high"));
    EXPECT_THAT(text.value(), HasSubstr("8 tests in both"));
    EXPECT_THAT(text.value(), HasSubstr("H_IT_GPa"));
    EXPECT_THAT(text.value(), Not(HasSubstr("points_missing")));
}

TEST(Compare, AnOutputIsTheSameAsItself) {
    const testing::TemporaryFolder folder;
    const std::string a = run_example(folder, "a", "");
    const auto text = compare_outputs(a, a);
    ASSERT_TRUE(text.ok());
    EXPECT_THAT(text.value(), HasSubstr("every quantity of these tests is the same"));
}

TEST(Compare, WithoutATestInBothThereIsNothingToCompare) {
    const testing::TemporaryFolder folder;
    const std::string a = run_example(folder, "a", "");
    const std::string curve =
        testing::text_of(testing::source_root / "examples/first-run/example_0000_LC.txt");
    ASSERT_FALSE(curve.empty());
    RunRequest request;
    request.paths = {folder.write("others/elsewhere.txt", curve + "\r\n")};
    request.output_folder = folder.path() / "b";
    ASSERT_TRUE(run(request, {}).ok());
    const auto text = compare_outputs(a, (folder.path() / "b").string());
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.error().code, "SND-U045");
    EXPECT_THAT(text.error().found, HasSubstr("8 tests in the first, 1 in the second"));
}

TEST(Compare, TestsOfOneNameAreOneOnlyIfTheirFilesAre) {
    const testing::TemporaryFolder folder;
    const std::string a = run_example(folder, "a", "");
    const auto curve = [](int number) {
        return testing::text_of(testing::source_root / "examples/first-run" /
                                ("example_000" + std::to_string(number) + "_LC.txt"));
    };
    RunRequest request;
    request.output_folder = folder.path() / "b";
    request.paths = {folder.write("others/example_0000_LC.txt", curve(0)),
                     folder.write("others/example_0001_LC.txt", curve(2) + "\r\n")};
    ASSERT_TRUE(run(request, {}).ok());
    const auto partly = compare_outputs(a, request.output_folder);
    ASSERT_TRUE(partly.ok()) << message(partly.error());
    EXPECT_THAT(partly.value(), HasSubstr("1 tests in both"));
    EXPECT_THAT(partly.value(), HasSubstr("1 tests have one name in both"));
    request.paths.erase(request.paths.begin());
    request.output_folder = folder.path() / "c";
    ASSERT_TRUE(run(request, {}).ok());
    const auto none = compare_outputs(a, request.output_folder);
    ASSERT_FALSE(none.ok());
    EXPECT_THAT(none.error().found, HasSubstr("1 with one test_id, but of different files"));
}

/// Two samples of one preset, each run by itself; `names` are those of its folders.
struct TwoOutputs {
    testing::TemporaryFolder folder;
    std::string a, b;

    explicit TwoOutputs(const std::string& preset, const std::vector<std::string>& names) {
        SimulateRequest study;
        study.preset = preset;
        study.output_folder = folder.path() / "study";
        study.tests_per_load_function = 6;
        study.settings = {{"programme.points_per_s", "20"}};
        EXPECT_TRUE(simulate(study, {}).ok());
        a = run_of(study.output_folder + "/" + names[0], "a");
        b = run_of(study.output_folder + "/" + names[1], "b");
    }
    std::string run_of(const std::string& path, const std::string& name) const {
        RunRequest request;
        request.paths = {path};
        request.output_folder = folder.path() / name;
        EXPECT_TRUE(run(request, {}).ok());
        return request.output_folder;
    }
};

TEST(Compare, SamplesWithoutACommonTestAreComparedAtTheirLoadFunctions) {
    const TwoOutputs outputs("structural-states", {"annealed", "rejuvenated"});
    const auto text = compare_outputs(outputs.a, outputs.b);
    ASSERT_TRUE(text.ok()) << message(text.error());
    EXPECT_THAT(text.value(), HasSubstr("0 tests in both, 12 only in"));
    EXPECT_THAT(text.value(), HasSubstr("no test in both: 12 tests of"));
    EXPECT_THAT(
        text.value(),
        HasSubstr("H_IT of annealed (simulated) less rejuvenated (simulated) at hold 5 s: 0."));
    EXPECT_THAT(text.value(), HasSubstr("the shared tip in it"));
    EXPECT_THAT(text.value(), HasSubstr("they differ"));
    EXPECT_THAT(text.value(), Not(HasSubstr("every quantity of these tests is the same")));
}

// The whole study beside one of its samples: the tests of that one are in both, test by test.
TEST(Compare, WherePartOfTheTestsIsInBothBothAreSaid) {
    const TwoOutputs outputs("structural-states", {"annealed", "as-cast"});
    const testing::TemporaryFolder folder;
    RunRequest request;
    request.output_folder = folder.path() / "two";
    const std::string study = (outputs.folder.path() / "study").string();
    request.paths = {study + "/annealed/annealed_0000_LC.txt", study + "/rejuvenated"};
    ASSERT_TRUE(run(request, {}).ok());
    const auto text = compare_outputs(outputs.a, request.output_folder);
    ASSERT_TRUE(text.ok()) << message(text.error());
    EXPECT_THAT(text.value(), HasSubstr("1 tests in both, 11 only in"));
    EXPECT_THAT(text.value(), HasSubstr("the tests that are in one output only: 11 tests of"));
    EXPECT_THAT(text.value(), HasSubstr("less rejuvenated (simulated) at hold 60 s"));
}

TEST(Compare, ATestUnderAnotherNameIsKnownByItsBytes) {
    const testing::TemporaryFolder folder;
    const std::string a = run_example(folder, "a", "");
    RunRequest request;
    request.output_folder = folder.path() / "b";
    request.paths = {folder.write(
        "others/renamed.txt",
        testing::text_of(testing::source_root / "examples/first-run/example_0003_LC.txt"))};
    ASSERT_TRUE(run(request, {}).ok());
    const auto text = compare_outputs(a, request.output_folder);
    ASSERT_TRUE(text.ok()) << message(text.error());
    EXPECT_THAT(text.value(), HasSubstr("1 tests in both, 7 only in"));
}

TEST(Compare, WithoutVendorValuesThereIsNothingToExplain) {
    const testing::TemporaryFolder folder;
    const auto text = compare_with_vendor(run_example(folder, "a", ""));
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.error().code, "SND-U043");
}

TEST(Compare, AnotherFileIsRefused) {
    const testing::TemporaryFolder folder;
    const std::string other = folder.write("results.json", "{\"a\": 1}");
    const auto text = compare_outputs(other, other);
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.error().code, "SND-U042");
}

}  // namespace
}  // namespace sneddon
