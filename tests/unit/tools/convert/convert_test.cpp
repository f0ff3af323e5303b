#include "sneddon/tools/convert.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "read/container/hdf5/hdf5_file.hpp"
#include "simulate/export_text.hpp"
#include "sneddon/read/read_file.hpp"
#include "support/temporary_folder.hpp"
#include "tools/convert/archive_writer.hpp"
#include "tools/convert/curve_csv.hpp"
#include "tools/convert/hdf5_writer.hpp"
#include "unit/read/hdf5/archive_tests.hpp"
#include "unit/read/hdf5/equal_tests.hpp"

namespace sneddon {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Skips, by name, what a build without the library cannot do.
class Hdf5Written : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto file = Hdf5Writer::create(path("probe.h5"));
        if (!file && file.error().code == "SND-U060") GTEST_SKIP() << message(file.error());
    }
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    std::vector<sneddon::Test> read(const std::string& name, unsigned threads = 1) const {
        auto content = read_file(path(name), {{}, threads});
        if (content) return std::move(content).value().tests;
        ADD_FAILURE() << message(content.error());
        return {};
    }
    void expect_same(const std::vector<sneddon::Test>& a, const std::vector<sneddon::Test>& b) {
        ASSERT_EQ(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(difference(a[i], b[i]), "") << i;
    }
    TemporaryFolder folder_;
};

/// Several pieces of every column, and values that whole numbers of 32 bits do not hold.
std::vector<sneddon::Test> long_tests() {
    std::vector<sneddon::Test> tests;
    for (int t = 0; t < 5; ++t) {
        sneddon::Test test;
        test.number = t + 1;
        test.name = "long";
        for (int i = 0; i < 30'000 + t; ++i) {
            test.curve.time_s.push_back(i * 5'004'800 / 1e6);
            test.curve.depth_nm.push_back((i * 7919 % 1'000'003) / 1e6);
            test.curve.load_uN.push_back((i * std::int64_t{104'729'123}) / 1e6);
        }
        if (t % 2 == 0) test.curve.channels.push_back({"Depth", "V", test.curve.depth_nm});
        tests.push_back(std::move(test));
    }
    return tests;
}

TEST_F(Hdf5Written, AnArchiveReadsBackEqualToTheLastBit) {
    for (const auto& tests : {archive_tests(), long_tests()}) {
        ASSERT_TRUE(write_archive(tests, path("a.h5"), 2).ok());
        expect_same(read("a.h5", 1), tests);
        expect_same(read("a.h5", 3), tests);
    }
}

TEST_F(Hdf5Written, TheSameTestsAreTheSameBytes) {
    ASSERT_TRUE(write_archive(long_tests(), path("a.h5"), 1).ok());
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // the clock of the file goes on
    ASSERT_TRUE(write_archive(long_tests(), path("b.h5"), 2).ok());
    EXPECT_EQ(file_text(path("a.h5")), file_text(path("b.h5")));
}

TEST_F(Hdf5Written, AnArchiveThatIsCutOrDamagedIsAnError) {
    ASSERT_TRUE(write_archive(archive_tests(), path("a.h5"), 1).ok());
    const std::string bytes = file_text(path("a.h5"));
    for (std::size_t length = 1; length < bytes.size(); length += 101)
        EXPECT_FALSE(read_bytes(std::string_view(bytes).substr(0, length), "a.h5", {}).ok())
            << length;
    std::size_t errors = 0;
    for (std::size_t i = 8; i < bytes.size(); i += 3) {
        std::string other = bytes;
        other[i] = static_cast<char>(~other[i]);
        errors += read_bytes(other, "a.h5", {}).ok() ? 0 : 1;
    }
    EXPECT_GT(errors, 100u);
}

TEST_F(Hdf5Written, MicromechanicsReadsBackInItsUnits) {
    auto tests = archive_tests();
    ASSERT_TRUE(write_micromechanics(tests, path("m.h5")).ok());
    const auto content = read_file(path("m.h5"));
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "micromechanics-hdf5");
    ASSERT_EQ(content->tests.size(), 2u);  // the third has no point
    const Curve& curve = content->tests[0].curve;
    EXPECT_TRUE(is_same(curve.depth_nm, tests[0].curve.depth_nm));
    EXPECT_TRUE(is_same(curve.time_s, tests[0].curve.time_s));
    EXPECT_DOUBLE_EQ(curve.load_uN[1], tests[0].curve.load_uN[1]);
    EXPECT_EQ(curve.channels.size(), 3u);
    EXPECT_EQ(content->tests[0].position->x_um, 1.5);
}

TEST(CurveCsv, HoldsEveryDigit) {
    sneddon::Test test = archive_tests()[0];
    test.curve.channels.resize(1);
    const std::string text = curve_csv(test);
    EXPECT_THAT(text, HasSubstr("time_s,depth_nm,load_uN,Depth (V)\n0,-0,1e-06,1\n"));
    EXPECT_THAT(text, HasSubstr("\n\n0.2,2.25,5,3\n0.3,0.3333333333333333,,4\n"));
    const auto content = read_bytes(text, "a.csv", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_TRUE(is_same(content->tests.at(0).curve.load_uN, test.curve.load_uN));
    EXPECT_TRUE(is_same(content->tests[0].curve.depth_nm, test.curve.depth_nm));
    EXPECT_TRUE(
        is_same(content->tests[0].curve.channels.at(0).values, test.curve.channels[0].values));
}

class Convert : public Hdf5Written {
  protected:
    Result<ConvertSummary> run(const std::vector<std::string>& names, const std::string& output,
                               ConvertTo to, bool may_replace = false) {
        ConvertRequest request;
        for (const std::string& name : names) request.paths.push_back(path(name));
        request.output = path(output);
        request.to = to;
        request.threads = 2;
        request.may_replace_output = may_replace;
        return convert(request, {});
    }
    void write_texts() {
        sneddon::Test test;
        test.time_stamp = "2022-11-22T15:55:04";
        for (int i = 0; i < 50; ++i) {
            test.curve.time_s.push_back(i / 100.0);
            test.curve.depth_nm.push_back(i * 1.25 - 3);
            test.curve.load_uN.push_back((i < 30 ? i : 60 - i) * 10.123456);
        }
        test.marks = {{0, ""}, {30, ""}};
        std::filesystem::create_directory(path("in"));
        folder_.write("in/b_0001.txt", triboscan_text(test));
        test.curve.depth_nm[7] += 0.000001;
        folder_.write("in/a_0000.txt", triboscan_text(test));
        folder_.write("in/tip.ara", "");
        folder_.write("in/notes.md", "# of the tests\nMeasured on a Monday by somebody.\n");
    }
};

TEST_F(Convert, TextsToAnArchiveAndBackAreTheSameBytes) {
    write_texts();
    const auto summary = run({"in"}, "all.h5", ConvertTo::hdf5);
    ASSERT_TRUE(summary.ok()) << message(summary.error());
    EXPECT_EQ(summary->tests, 2u);
    EXPECT_EQ(summary->points, 100u);
    EXPECT_EQ(summary->left.size(), 2u);  // an empty file, a note
    const auto tests = read("all.h5");
    ASSERT_EQ(tests.size(), 2u);
    EXPECT_EQ(tests[1].name, "b_0001.txt");
    EXPECT_EQ(tests[1].number, 2);
    const auto back = run({"all.h5"}, "out", ConvertTo::triboscan_txt);
    ASSERT_TRUE(back.ok()) << message(back.error());
    EXPECT_EQ(back->rounded_tests, 0u);
    for (const std::string name : {"a_0000.txt", "b_0001.txt"})
        EXPECT_EQ(file_text(path("out/" + name)), file_text(path("in/" + name))) << name;
}

TEST_F(Convert, IntoAFolderEachInputIsAnArchive) {
    write_texts();
    const auto summary = run({"in/a_0000.txt", "in/b_0001.txt"}, "archives", ConvertTo::hdf5);
    ASSERT_TRUE(summary.ok()) << message(summary.error());
    EXPECT_EQ(summary->written_files, 2u);
    EXPECT_EQ(read("archives/b_0001.h5").at(0).name, "b_0001.txt");
}

TEST_F(Convert, NothingIsReplacedUnasked) {
    write_texts();
    folder_.write("mine.h5", "not an archive");
    const auto refused = run({"in"}, "mine.h5", ConvertTo::hdf5);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "SND-O001");
    const auto of_others = run({"in"}, "mine.h5", ConvertTo::hdf5, true);
    ASSERT_FALSE(of_others.ok());
    EXPECT_EQ(of_others.error().code, "SND-O002");
    ASSERT_TRUE(run({"in"}, "all.h5", ConvertTo::hdf5).ok());
    EXPECT_FALSE(run({"in"}, "all.h5", ConvertTo::hdf5).ok());
    EXPECT_TRUE(run({"in"}, "all.h5", ConvertTo::hdf5, true).ok());
    const auto itself = run({"all.h5"}, "all.h5", ConvertTo::hdf5, true);
    ASSERT_FALSE(itself.ok());
    EXPECT_EQ(itself.error().code, "SND-U033");  // output is no input
    EXPECT_EQ(file_text(path("mine.h5")), "not an archive");
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
        EXPECT_EQ(entry.path().string().find("partial"), std::string::npos) << entry.path();
}

TEST_F(Convert, WhatDoesNotFitIsSaid) {
    write_texts();
    const auto file = run({"in"}, "all.h5", ConvertTo::csv);
    ASSERT_FALSE(file.ok());
    EXPECT_EQ(file.error().code, "SND-U061");
    const auto nothing = run({"in/notes.md"}, "notes.h5", ConvertTo::hdf5);
    ASSERT_FALSE(nothing.ok());
    EXPECT_EQ(nothing.error().code, "SND-U033");
    EXPECT_FALSE(std::filesystem::exists(path("notes.h5")));
}

TEST_F(Convert, MoreDigitsThanTriboscanHasAreCounted) {
    auto tests = archive_tests();
    tests.resize(1);
    ASSERT_TRUE(write_archive(tests, path("a.h5"), 1).ok());
    const auto summary = run({"a.h5"}, "out", ConvertTo::triboscan_txt);
    ASSERT_TRUE(summary.ok()) << message(summary.error());
    EXPECT_EQ(summary->rounded_tests, 1u);
    ConvertRequest request;
    EXPECT_THAT(convert_summary_text(request, *summary), HasSubstr("1 tests had more than 6"));
}

TEST_F(Convert, ATestWithoutACurveIsNamed) {
    ASSERT_TRUE(write_archive(archive_tests(), path("a.h5"), 1).ok());
    const auto summary = run({"a.h5"}, "out", ConvertTo::csv);
    ASSERT_TRUE(summary.ok()) << message(summary.error());
    EXPECT_EQ(summary->tests, 2u);
    ASSERT_EQ(summary->left.size(), 1u);
    EXPECT_THAT(summary->left[0].path, HasSubstr("test 9"));
}

}  // namespace
}  // namespace sneddon
