#include "sneddon/pipeline/simulate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "sneddon/read/read_file.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;
using testing::file_text;
using testing::TemporaryFolder;

SimulateRequest small_study(const fs::path& folder) {
    SimulateRequest request;
    request.output_folder = folder;
    request.tests_per_load_function = 3;
    request.settings = {{"programme.points_per_s", "20"}};
    return request;
}

TEST(Simulate, EverySampleOfAPresetHasAFolderWithItsTruth) {
    const TemporaryFolder folder;
    SimulateRequest request = small_study(folder.path() / "states");
    request.preset = "structural-states";
    const auto summary = simulate(request, {});
    ASSERT_TRUE(summary.ok()) << message(summary.error());
    EXPECT_EQ(summary->samples, 3u);
    EXPECT_EQ(summary->tests, 18u);
    for (const std::string name : {"as-cast", "annealed", "rejuvenated"}) {
        const fs::path sample = folder.path() / "states" / name;
        EXPECT_TRUE(fs::exists(sample / (name + "_0005_LC.txt"))) << sample;
        const std::string truth = file_text(sample / "truth.csv");
        EXPECT_EQ(std::ranges::count(truth, '\n'), 7) << sample;
        EXPECT_THAT(file_text(sample / "study.toml"),
                    ::testing::HasSubstr("sample " + name + ", seed 1."));
    }
    // One tip; other material, other draws.
    const auto of = [&](const char* file) { return file_text(folder.path() / "states" / file); };
    EXPECT_EQ(of("as-cast/tip.ara"), of("annealed/tip.ara"));
    EXPECT_NE(of("as-cast/truth.csv"), of("annealed/truth.csv"));
    EXPECT_THAT(simulate_summary_text(request, *summary), ::testing::HasSubstr("3 samples"));
}

TEST(Simulate, WritesTheSameBytesForAnyNumberOfThreads) {
    const TemporaryFolder folder;
    for (const unsigned threads : {1u, 3u}) {
        SimulateRequest request = small_study(folder.path() / std::to_string(threads));
        request.threads = threads;
        const auto summary = simulate(request, {});
        ASSERT_TRUE(summary.ok()) << message(summary.error());
        EXPECT_EQ(summary->tests, 12u);
    }
    int files = 0;
    for (const auto& entry : fs::directory_iterator(folder.path() / "1")) {
        const auto other = folder.path() / "3" / entry.path().filename();
        EXPECT_EQ(file_text(entry.path()), file_text(other));
        ++files;
    }
    EXPECT_EQ(files, 12 + 4);
}

TEST(Simulate, FilesReadBackAsTestsWithTheirCorrections) {
    const TemporaryFolder folder;
    ASSERT_TRUE(simulate(small_study(folder.path() / "s"), {}).ok());
    const auto content =
        read_bytes(file_text(folder.path() / "s/zr50cu40al10_0004_LC.txt"), "a", {});
    ASSERT_TRUE(content.ok());
    ASSERT_EQ(content->tests.size(), 1u);
    const sneddon::Test& test = content->tests[0];
    EXPECT_EQ(test.curve.size(), 1u + 20 * (1 + 10 + 10 + 10));
    EXPECT_EQ(test.mark_source, MarkSource::blank_line);
    ASSERT_TRUE(test.applied.frame_compliance_nm_per_uN.has_value());
    EXPECT_NEAR(*test.applied.frame_compliance_nm_per_uN, 1.2e-3, 5e-6);
    const auto truth = read_bytes(file_text(folder.path() / "s/truth.csv"), "truth.csv", {});
    ASSERT_TRUE(truth.ok());
    EXPECT_FALSE(truth->companion.empty());
}

TEST(Simulate, CsvHasNoVolts) {
    const TemporaryFolder folder;
    SimulateRequest request = small_study(folder.path() / "s");
    request.format = CurveFormat::csv;
    ASSERT_TRUE(simulate(request, {}).ok());
    const auto content =
        read_bytes(file_text(folder.path() / "s/zr50cu40al10_0000_LC.csv"), "a.csv", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->tests.at(0).curve.size(), 1u + 20 * (1 + 10 + 10));
}

TEST(Simulate, ReplacesOnlyWhatItWrote) {
    const TemporaryFolder folder;
    SimulateRequest request = small_study(folder.path() / "s");
    ASSERT_TRUE(simulate(request, {}).ok());
    EXPECT_EQ(simulate(request, {}).error().code, "SND-O001");
    request.may_replace_output = true;
    EXPECT_TRUE(simulate(request, {}).ok());
    folder.write("other/mine.txt", "measured");
    request.output_folder = folder.path() / "other";
    EXPECT_EQ(simulate(request, {}).error().code, "SND-O002");
    EXPECT_EQ(file_text(folder.path() / "other/mine.txt"), "measured");
}

TEST(Simulate, StopLeavesNothingBehind) {
    const TemporaryFolder folder;
    std::atomic<bool> stop = false;
    stop = true;
    const auto stopped = simulate(small_study(folder.path() / "s"), {{}, Stop(stop)});
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, "SND-U130");
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace sneddon
