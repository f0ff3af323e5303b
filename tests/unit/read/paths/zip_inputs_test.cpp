#include "read/paths/zip_inputs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>

#include "read/open_input.hpp"
#include "read/paths/zip_paths.hpp"
#include "unit/read/container/zip_bytes.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::zip_bytes;
using testing::ZipPart;

class ZipInputsTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(::testing::TempDir()) / "sneddon_zip_inputs" / test->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        before_ = fs::current_path();
        fs::current_path(folder_);
    }
    void TearDown() override {
        fs::current_path(before_);
        fs::remove_all(folder_);
    }
    static void make(const fs::path& path, const std::string& bytes) {
        if (path.has_parent_path()) fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
    static std::vector<std::string> names(const std::vector<std::string>& paths) {
        std::vector<std::string> found;
        for (const InputPath& input : expand_paths(paths, "out"))
            found.push_back(input.path + (input.error ? " " + input.error->code : ""));
        return found;
    }
    fs::path folder_, before_;
};

TEST_F(ZipInputsTest, EveryFileOfAnArchiveIsAnInputBesideTheArchive) {
    make("d/a.zip", zip_bytes({{"x/", ""}, {"x/t10.txt", "10"}, {"x/t2.txt", "2"}}));
    make("d/b.txt", "b");
    EXPECT_THAT(names({"d"}),
                ElementsAre("d/a.zip", "d/a.zip/x/t2.txt", "d/a.zip/x/t10.txt", "d/b.txt"));
}

// The directory has 10 MB: read anew for each file it takes minutes.
TEST_F(ZipInputsTest, EachOf20000FilesOfAnArchiveIsFoundAtOnce) {
    constexpr int files = 20'000;
    std::vector<ZipPart> parts;
    const std::string long_name(400, 'n');
    for (int i = 0; i < files; ++i)
        parts.push_back({long_name + std::to_string(i * 7919 % files), std::to_string(i), true});
    make("a.zip", zip_bytes(parts));
    const std::clock_t begin = std::clock();
    for (int i = 0; i < files; i += 20) {
        const auto opened = open_path("a.zip/" + parts[static_cast<std::size_t>(i)].name);
        ASSERT_TRUE(opened.ok()) << message(opened.error());
        EXPECT_EQ(opened->bytes(), std::to_string(i));
    }
    EXPECT_LT(std::clock() - begin, 2 * CLOCKS_PER_SEC);
}

TEST_F(ZipInputsTest, AnArchiveThatIsWrittenAnewIsReadAnew) {
    make("a.zip", zip_bytes({{"t1.txt", "one", true}, {"t2.txt", "two", true}}));
    EXPECT_EQ(open_path("a.zip/t1.txt")->bytes(), "one");
    make("a.zip", zip_bytes({{"t3.txt", "longer", true}, {"t1.txt", "new", true}}));
    EXPECT_EQ(open_path("a.zip/t1.txt")->bytes(), "new");
    EXPECT_EQ(open_path("a.zip/t2.txt").error().code, "SND-R005");
    make("b.zip", zip_bytes({{"t1.txt", "other", true}}));
    EXPECT_EQ(open_path("b.zip/t1.txt")->bytes(), "other");
}

TEST_F(ZipInputsTest, APathNamesOneFileOfAnArchive) {
    make("d/a.zip", zip_bytes({{"x/t1.txt", "one"}, {"x/t2.txt", "two"}}));
    EXPECT_THAT(names({"d/a.zip/x/t2.txt"}), ElementsAre("d/a.zip/x/t2.txt"));
    const auto opened = open_path("d/a.zip/x/t2.txt");
    ASSERT_TRUE(opened.ok()) << message(opened.error());
    EXPECT_EQ(opened->bytes(), "two");
    const auto part = open_path("d/a.zip/x/t2.txt", {1, 1});
    ASSERT_TRUE(part.ok());
    EXPECT_EQ(part->bytes(), "w");
    const auto missing = open_path("d/a.zip/x/t3.txt");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, "SND-R005");
    const auto no_archive = open_path("d/a.zip/x/t2.txt/more");
    ASSERT_FALSE(no_archive.ok());
}

TEST_F(ZipInputsTest, OneFileGivenInSeveralWaysIsOneInput) {
    make("d/a.zip", zip_bytes({{"t.txt", "one"}}));
    fs::create_symlink("a.zip", "d/link.zip");
    EXPECT_THAT(names({"d/a.zip/t.txt", "./d/../d/a.zip", "d/link.zip"}),
                ElementsAre("./d/../d/a.zip", "./d/../d/a.zip/t.txt"));
}

TEST_F(ZipInputsTest, TheSecondFileOfOneNameIsRefusedAndNamed) {
    make("a.zip", zip_bytes({{"t.txt", "one"}, {"t.txt", "two"}}));
    EXPECT_THAT(names({"a.zip"}), ElementsAre("a.zip", "a.zip/t.txt",
                                              "a.zip/t.txt (number 2 of this name) SND-R040"));
}

TEST_F(ZipInputsTest, NamesThatLeadOutOfTheArchiveAreRefused) {
    make("a.zip", zip_bytes({{"../t.txt", "1"},
                             {"/etc/t.txt", "2"},
                             {"x//t.txt", "3"},
                             {"x/../t.txt", "4"},
                             {"..a.txt", "5"},
                             {"x/t.txt", "6"}}));
    std::size_t sound = 0;
    for (const InputPath& input : inputs_of_zip("a.zip")) sound += input.error ? 0u : 1u;
    EXPECT_EQ(sound, 2u);
}

TEST_F(ZipInputsTest, AnArchiveInAnArchiveIsRefused) {
    make("a.zip", zip_bytes({{"b.zip", zip_bytes({{"t.txt", "one"}}), true},
                             {"c.gz", testing::gz_bytes("one"), true}}));
    for (const char* path : {"a.zip/b.zip", "a.zip/c.gz"}) {
        const auto opened = open_path(path);
        ASSERT_FALSE(opened.ok()) << path;
        EXPECT_THAT(opened.error().found, HasSubstr("an archive in an archive"));
    }
}

TEST_F(ZipInputsTest, ADamagedArchiveIsOneInputThatSaysSo) {
    const std::string whole = zip_bytes({{"t.txt", "one"}});
    make("a.zip", whole.substr(0, whole.size() - 5));
    EXPECT_THAT(names({"a.zip"}), ElementsAre("a.zip"));
    const auto content = read_file("a.zip");
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R040");
}

TEST_F(ZipInputsTest, AWorkbookIsOneInput) {
    make("a.xlsx", zip_bytes({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<x/>"}}));
    EXPECT_THAT(names({"a.xlsx"}), ElementsAre("a.xlsx"));
}

TEST_F(ZipInputsTest, AnOrdinaryPathIsNotInAnArchive) {
    make("d/t.txt", "x");
    EXPECT_FALSE(path_in_zip("d/t.txt"));
    EXPECT_FALSE(path_in_zip("d/none.txt"));
    EXPECT_FALSE(path_in_zip("none/none.txt"));
    ASSERT_TRUE(path_in_zip("d/t.txt/y/z"));
    EXPECT_EQ(path_in_zip("d/t.txt/y/z")->archive, "d/t.txt");
    EXPECT_EQ(path_in_zip("d/t.txt/y/z")->inner, "y/z");
}

}  // namespace
}  // namespace sneddon
