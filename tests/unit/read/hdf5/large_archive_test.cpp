#include "read/large_archive.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/read/hdf5/archive_bytes.hpp"
#include "unit/read/hdf5/archive_tests.hpp"
#include "unit/read/hdf5/equal_tests.hpp"

namespace sneddon {
namespace {

constexpr std::uint64_t a_few_points = 5;  // each stretch is a test or two

std::string bytes_of(const std::vector<sneddon::Test>& tests, const ArchiveTables& tables) {
    return testing::Hdf5Bytes::of(testing::archive_item(tables, tests));
}

TEST(LargeArchive, GivesTheTestsOfItsStretchesAsTheWholeDoes) {
    const std::vector<sneddon::Test> tests = testing::archive_tests();
    const std::string bytes = bytes_of(tests, tables_of(tests));
    const ReadOptions options{{{"depth", "-nm"}}, 1};
    const auto whole = read_bytes(bytes, "a.h5", options);
    ASSERT_TRUE(whole) << message(whole.error());
    const auto archive = LargeArchive::open(bytes, "a.h5", options, a_few_points);
    ASSERT_TRUE(archive);
    EXPECT_EQ(archive->tests(), whole->tests.size());
    EXPECT_GT(archive->stretches(), 1U);
    EXPECT_FALSE(archive->first_damage(2, {}));
    std::size_t test = 0;
    for (std::size_t i = 0; i < archive->stretches(); ++i) {
        const auto stretch = archive->read(i);
        ASSERT_TRUE(stretch) << message(stretch.error());
        EXPECT_EQ(stretch->format, whole->format);
        EXPECT_TRUE(archive->has_one_of(i, {stretch->tests.front().number}));
        EXPECT_FALSE(archive->has_one_of(i, {-7}));
        for (const sneddon::Test& one : stretch->tests)
            EXPECT_EQ(testing::difference(one, whole->tests.at(test++)), "");
    }
    EXPECT_EQ(test, whole->tests.size());
}

TEST(LargeArchive, IsNoneOfFewPointsNorOfRowsThatAreNotInTheOrderOfTests) {
    std::vector<sneddon::Test> tests = testing::archive_tests();
    for (sneddon::Test& test : tests) test.inferences = {{"unit of load", "mN", "its head"}};
    ArchiveTables tables = tables_of(tests);
    EXPECT_FALSE(LargeArchive::open(bytes_of(tests, tables), "a.h5", {}));
    EXPECT_FALSE(LargeArchive::open("time (s),depth (nm)\n", "a.csv", {}, 0));
    std::ranges::reverse(tables.inference_test);
    ASSERT_FALSE(std::ranges::is_sorted(tables.inference_test));
    const std::string bytes = bytes_of(tests, tables);
    EXPECT_FALSE(LargeArchive::open(bytes, "a.h5", {}, a_few_points));
    EXPECT_TRUE(read_bytes(bytes, "a.h5", {})) << "it is read as a whole";
}

// A label that is no text of the archive is found before the first test is taken.
TEST(LargeArchive, TellsTheErrorThatReadingItAsAWholeEndsWith) {
    const std::vector<sneddon::Test> tests = testing::archive_tests();
    ArchiveTables tables = tables_of(tests);
    tables.name.back() = 1'000'000;
    const std::string bytes = bytes_of(tests, tables);
    const auto archive = LargeArchive::open(bytes, "a.h5", {}, a_few_points);
    ASSERT_TRUE(archive);
    const auto damage = archive->first_damage(1, {});
    ASSERT_TRUE(damage);
    EXPECT_EQ(message(*damage), message(read_bytes(bytes, "a.h5", {}).error()));
}

}  // namespace
}  // namespace sneddon
