#include "pipeline/outcomes/large_file.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <map>

#include "pipeline/parts/outcome_archive.hpp"
#include "pipeline/test_outcome.hpp"
#include "support/archived_tests.hpp"
#include "unit/read/hdf5/archive_bytes.hpp"

namespace sneddon {
namespace {

/// The third one falls short.
sneddon::Test made_test(int number) {
    return testing::archived_test(number, number == 3 ? 90 : 300);
}

struct RememberedOutcomes : KnownOutcomes {
    std::optional<FileOutcome> find(const InputFile&) override { return std::nullopt; }
    void keep(const FileOutcome& outcome) override { kept = packed(outcome); }
    std::optional<FileOutcome> find_stretch(const InputFile&, std::size_t i) const override {
        return stretches.contains(i) ? unpacked(stretches.at(i)) : std::nullopt;
    }
    void keep_stretch(const FileOutcome& outcome, std::size_t i) const override {
        stretches[i] = packed(outcome);
    }
    std::string kept;
    mutable std::map<std::size_t, std::string> stretches;
};

class LargeFileTest : public ::testing::Test {
  protected:
    LargeFileTest() {
        std::vector<sneddon::Test> tests;
        for (int i = 1; i <= 7; ++i) tests.push_back(made_test(i));
        bytes_ = testing::Hdf5Bytes::of(testing::archive_item(tables_of(tests), tests));
    }
    /// The outcomes of the archive, taken a stretch at a time.
    std::vector<FileOutcome> outcomes(unsigned threads, KnownOutcomes* known = nullptr,
                                      Stop stop = {}) {
        auto bytes = FileBytes::copy_of(bytes_, input_.path).value();
        constexpr std::uint64_t points_of_two_tests = 600;
        auto archive =
            LargeArchive::open(bytes.bytes(), input_.path, reading_, points_of_two_tests);
        EXPECT_TRUE(archive);
        InputFile input;
        input.path = input_.path;
        LargeFile file(how_, std::move(bytes), std::move(archive), input, false);
        std::vector<FileOutcome> taken;
        file.analyse(known, threads, stop, [&](FileOutcome&& outcome, bool is_known) {
            taken.push_back(std::move(outcome));
            is_known_ = is_known;
        });
        return taken;
    }
    FileOutcome together(std::vector<FileOutcome> parts) {
        FileOutcome all;
        all.input = parts.back().input;
        for (FileOutcome& part : parts) append(std::move(part), all);
        return all;
    }
    FileOutcome whole() {
        InputFile input;
        input.path = input_.path;
        auto content = read_bytes(bytes_, input_.path, reading_).value();
        FileOutcome all;
        all.input = input;
        all.input.format = content.format;
        all.input.tests = content.tests.size();
        for (const sneddon::Test& test : content.tests)
            append(outcome_of_test(test, {input_.path, content.format, short_name_,
                                          content.tests.size(), recipe_, drifts_}),
                   all);
        FateOfFile fate;
        fate.add(all.rows);
        fate.tell(all.input);
        return all;
    }

    std::string bytes_;
    const InputPath input_{"a.h5", std::nullopt};
    const std::string short_name_ = "a.h5";
    const ReadOptions reading_{};
    const AnalysisRecipe recipe_{};
    const DriftsOfOrder drifts_{};
    const FileAnalysis how_{input_, short_name_, reading_, recipe_, drifts_};
    bool is_known_ = false;
};

TEST_F(LargeFileTest, GivesInStretchesWhatTheWholeGives) {
    const std::string expected = packed(whole());
    for (const unsigned threads : {1U, 3U}) {
        std::vector<FileOutcome> parts = outcomes(threads);
        ASSERT_GE(parts.size(), 4U);
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) EXPECT_TRUE(parts[i].goes_on);
        EXPECT_TRUE(parts.back().is_end_of_stretches());
        EXPECT_EQ(parts.back().input.status, Status::used);
        EXPECT_TRUE(parts.back().input.reason.starts_with("1 of 7 tests give no result"))
            << parts.back().input.reason;
        EXPECT_EQ(packed(together(std::move(parts))), expected);
    }
}

TEST_F(LargeFileTest, ThatIsKnownGivesTheSameAndIsCountedAsKnown) {
    RememberedOutcomes known;
    const std::string first = packed(together(outcomes(2, &known)));
    EXPECT_FALSE(is_known_);
    EXPECT_FALSE(known.kept.empty());
    EXPECT_EQ(packed(together(outcomes(2, &known))), first);
    EXPECT_TRUE(is_known_);
    known.stretches.erase(1);
    EXPECT_EQ(packed(together(outcomes(2, &known))), first);
    EXPECT_FALSE(is_known_) << "a stretch of it was analysed again";
}

TEST_F(LargeFileTest, StopsBetweenStretches) {
    const std::atomic<bool> is_asked = true;
    RememberedOutcomes known;
    EXPECT_TRUE(outcomes(1, &known, Stop(is_asked)).empty());
    EXPECT_TRUE(known.kept.empty());
}

// A label that no text is: found before a test is given, so that the file gives none at all.
TEST_F(LargeFileTest, OfADamagedArchiveIsOneRefusal) {
    std::vector<sneddon::Test> tests;
    for (int i = 1; i <= 7; ++i) tests.push_back(made_test(i));
    ArchiveTables tables = tables_of(tests);
    tables.name.back() = 1'000'000;
    bytes_ = testing::Hdf5Bytes::of(testing::archive_item(tables, tests));
    const std::vector<FileOutcome> refused = outcomes(2);
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_TRUE(refused[0].rows.empty());
    EXPECT_EQ(refused[0].input.status, Status::refused);
    EXPECT_EQ(refused[0].input.code, "SND-R042");
    EXPECT_EQ(refused[0].input.reason, message(read_bytes(bytes_, "a.h5", reading_).error()));
}

}  // namespace
}  // namespace sneddon
