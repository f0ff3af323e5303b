#include "pipeline/outcomes/file_outcome.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "support/archived_tests.hpp"
#include "support/temporary_folder.hpp"
#include "unit/read/hdf5/archive_bytes.hpp"

namespace sneddon {
namespace {

sneddon::Test made_test(int number) {
    sneddon::Test test = testing::archived_test(number);
    test.name = "a";
    return test;
}

// An archive is one file: its tests are shared among the threads, and come in their order.
TEST(FileOutcome, TestsOfOneFileAreTheSameOnAnyNumberOfThreads) {
    std::vector<sneddon::Test> tests;
    for (int i = 1; i <= 5; ++i) tests.push_back(made_test(i));
    const testing::TemporaryFolder folder;
    const std::string path = folder.write(
        "a.h5", testing::Hdf5Bytes::of(testing::archive_item(tables_of(tests), tests)));
    const InputPath input{path, std::nullopt};
    // The mark of an archive stands in its first 64 kB; here it is written last.
    const std::string short_name = "a.h5";
    const ReadOptions alone{{}, 1}, together{{}, 3};
    const AnalysisRecipe recipe;
    const DriftsOfOrder drifts;
    const FileOutcome one = analyse_file({input, short_name, alone, recipe, drifts}).outcome;
    const FileOutcome three = analyse_file({input, short_name, together, recipe, drifts}).outcome;
    ASSERT_EQ(one.rows.size(), 5u);
    ASSERT_EQ(three.rows.size(), 5u);
    EXPECT_EQ(three.column_hashes, one.column_hashes);
    EXPECT_EQ(three.previews.size(), one.previews.size());
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(one.rows[i].test_id, "a.h5#" + std::to_string(i + 1));
        EXPECT_EQ(three.rows[i].test_id, one.rows[i].test_id);
        EXPECT_EQ(three.rows[i].values["h_max_nm"_q], one.rows[i].values["h_max_nm"_q]);
    }
    // A stop is heard between two tests, not behind the last of an archive.
    const std::atomic<bool> is_asked = true;
    EXPECT_LT(analyse_file({input, short_name, alone, recipe, drifts}, nullptr, Stop(is_asked))
                  .outcome.rows.size(),
              5u);
}

}  // namespace
}  // namespace sneddon
