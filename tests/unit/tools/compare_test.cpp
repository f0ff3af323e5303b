#include "sneddon/tools/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/pipeline/run.hpp"
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
    request.paths = {folder.write("others/elsewhere.txt", curve)};
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
                     folder.write("others/example_0001_LC.txt", curve(2))};
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
