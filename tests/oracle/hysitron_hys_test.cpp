// Hysitron .hys: 47 tests with TriboScan's own text beside them, and tables of results of 6 others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "read/hysitron/hys_columns.hpp"
#include "read/results_table.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

double largest(const std::vector<double>& values) {
    return *std::ranges::max_element(values);
}

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
    EXPECT_EQ(a.size(), b.size());
    double difference = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        difference = std::max(difference, std::abs(a[i] - b[i]));
    return difference;
}

// What the text rounds to six decimals bounds the comparison: 5e-7 nm of the depth and as much of
// the load, and 5e-7 s times the drift.
TEST(HysitronHysOracle, LoadAndDepthOf47TestsAreThoseOfTriboscansTexts) {
    SNEDDON_NEEDS_SHARED();
    const testing::TemporaryFolder folder;
    const auto archive =
        testing::shared_folder() / "data/hysitron_hys_9VI3/hys_9VI3_ti33_pairs.tar.xz";
    const std::string unpack = "tar xJf '" + archive.string() + "' -C '" + folder.path().string() +
                               "' 2> '" + (folder.path() / "log").string() + "'";
    if (std::system(unpack.c_str()) != 0) GTEST_SKIP() << "needs tar and xz";
    const std::vector<std::string> paths = {folder.path().string()};
    std::size_t pairs = 0, alone = 0;
    for (const InputPath& input : expand_paths(paths, "")) {
        if (!input.path.ends_with(".hys")) continue;
        const std::string bytes = testing::file_text(input.path);
        // By another name, beside which there is no text.
        const auto content = read_bytes(bytes, "alone.hys", {});
        ASSERT_TRUE(content.ok()) << message(content.error());
        const auto& test = content->tests.at(0);
        EXPECT_THAT(test.reader_flags, ::testing::Contains("SND-R052"));
        const auto text_path = fs::path(input.path).replace_extension(".txt");
        if (!exists(text_path)) {
            ++alone;
            continue;
        }
        ++pairs;
        const auto beside = read_file(input.path);
        ASSERT_TRUE(beside.ok());
        EXPECT_TRUE(beside->tests.empty()) << "the same test twice";
        const auto text = read_file(text_path.string());
        ASSERT_TRUE(text.ok()) << message(text.error());
        const auto& exported = text->tests.at(0);
        const double F_max_uN = largest(exported.curve.load_uN);
        EXPECT_LT(largest_difference(test.curve.load_uN, exported.curve.load_uN), 3e-7 * F_max_uN)
            << input.path;
        EXPECT_LT(largest_difference(test.curve.depth_nm, exported.curve.depth_nm), 1e-5)
            << input.path;
        EXPECT_LT(largest_difference(test.curve.time_s, exported.curve.time_s), 5.1e-7);
        for (std::size_t i = 0; i < 2; ++i)
            EXPECT_LT(largest_difference(test.curve.channels[i].values,
                                         exported.curve.channels[i].values),
                      5.1e-7);
        const auto head = read_hys_head(bytes, "alone.hys");
        ASSERT_TRUE(head.ok());
        const Curve layout = hys_curve(bytes, *head, &exported.curve.load_uN);
        EXPECT_LT(largest_difference(layout.depth_nm, exported.curve.depth_nm), 1e-5);
        // What TriboScan had taken off, found in its text alone.
        EXPECT_NEAR(*test.applied.frame_compliance_nm_per_uN,
                    *exported.applied.frame_compliance_nm_per_uN, 1e-7);
        EXPECT_NEAR(*test.applied.drift_nm_per_s, *exported.applied.drift_nm_per_s, 1e-4);
    }
    EXPECT_EQ(pairs, 47u);
    EXPECT_EQ(alone, 3u);
}

TEST(HysitronHysOracle, TheLargestDepthOfSixIsThatOfTheTables) {
    SNEDDON_NEEDS_SHARED();
    const auto folder = testing::shared_folder() / "data/instruments/bruker_hysitron";
    for (const char digit : std::string("012345")) {
        const std::string stem = std::string("gyroid_177_000") + digit + " LC";
        const auto content = read_file((folder / (stem + ".hys")).string());
        ASSERT_TRUE(content.ok()) << message(content.error());
        const auto& test = content->tests.at(0);
        const std::string text = testing::file_text(folder / (stem + ".txt"));
        const auto table = read_results_table(text, stem);
        ASSERT_TRUE(table.ok()) << message(table.error());
        ASSERT_EQ(table->size(), 12u);
        // The head of the column hmax is no quantity of ours, since tables of maps repeat it.
        const std::size_t heads = text.find("File\t"), row = text.find('\n', heads) + 1;
        std::string_view cells(text.data() + row, text.find('\n', row) - row);
        for (int i = 0; i < 5; ++i) cells.remove_prefix(cells.find('\t') + 1);
        const double h_max_nm = std::strtod(std::string(cells).c_str(), nullptr);
        EXPECT_GT(h_max_nm, 500);
        EXPECT_NEAR(largest(test.curve.depth_nm), h_max_nm, 0.001) << stem;
        // The function asks for 11,000 µN at the end.
        EXPECT_NEAR(largest(test.curve.load_uN), 11000, 0.5) << stem;
        ASSERT_TRUE(test.position && table->front().position);
        EXPECT_NEAR(test.position->x_um, table->front().position->x_um, 0.001);
        EXPECT_NEAR(test.position->y_um, table->front().position->y_um, 0.001);
    }
}

}  // namespace
}  // namespace sneddon
