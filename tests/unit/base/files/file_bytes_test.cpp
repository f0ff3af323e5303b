#include "base/files/file_bytes.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <utility>

namespace sneddon {
namespace {

class FileBytesTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(::testing::TempDir()) / "sneddon_mapped" / test->name();
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::filesystem::path folder_;
};

TEST_F(FileBytesTest, GivesTheBytesOfTheFile) {
    std::ofstream(folder_ / "a", std::ios::binary) << "one\r\ntwo";
    const auto file = FileBytes::open(folder_ / "a");
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->bytes(), "one\r\ntwo");
}

TEST_F(FileBytesTest, APartGoesAsFarAsTheFile) {
    std::ofstream(folder_ / "a", std::ios::binary) << "0123456789";
    EXPECT_EQ(FileBytes::open(folder_ / "a", {2, 3})->bytes(), "234");
    EXPECT_EQ(FileBytes::open(folder_ / "a", {8, 30})->bytes(), "89");
    EXPECT_EQ(FileBytes::open(folder_ / "a", {10, 3})->bytes(), "");
    EXPECT_EQ(FileBytes::open(folder_ / "a", {30, 3})->bytes(), "");
}

// A page that is not there any more is SIGBUS, for any size: the bytes are a copy.
TEST_F(FileBytesTest, BytesStayWhenALargeFileIsCutOff) {
    constexpr std::size_t size =
        (std::size_t{1} << 30) + 4096;  // the zeros take no place on a disk
    std::ofstream(folder_ / "a", std::ios::binary).flush();
    std::filesystem::resize_file(folder_ / "a", size);
    const auto file = FileBytes::open(folder_ / "a");
    ASSERT_TRUE(file.ok());
    std::filesystem::resize_file(folder_ / "a", 10);
    EXPECT_EQ(file->bytes().size(), size);
    EXPECT_EQ(file->bytes()[size - 1], '\0');
}

TEST_F(FileBytesTest, AnEmptyFileHasNoBytes) {
    std::ofstream(folder_ / "a", std::ios::binary).flush();
    const auto file = FileBytes::open(folder_ / "a");
    ASSERT_TRUE(file.ok());
    EXPECT_TRUE(file->bytes().empty());
}

TEST_F(FileBytesTest, MovingHandsTheBytesOn) {
    std::ofstream(folder_ / "a", std::ios::binary) << "a";
    std::ofstream(folder_ / "b", std::ios::binary) << "b";
    auto a = FileBytes::open(folder_ / "a"), b = FileBytes::open(folder_ / "b");
    ASSERT_TRUE(a.ok() && b.ok());
    FileBytes moved = std::move(*a);
    EXPECT_EQ(moved.bytes(), "a");
    moved = std::move(*b);
    EXPECT_EQ(moved.bytes(), "b");
}

TEST_F(FileBytesTest, WhatCannotBeReadIsAnErrorWithTheSystemsReason) {
    ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    for (const auto& path : {folder_ / "none", folder_, folder_ / "pipe"}) {
        const auto file = FileBytes::open(path);  // the pipe must not block
        ASSERT_FALSE(file.ok()) << path;
        EXPECT_EQ(file.error().code, "SND-R001");
        EXPECT_EQ(file.error().where, path.string());
        EXPECT_FALSE(file.error().found.empty());
    }
}

}  // namespace
}  // namespace sneddon
