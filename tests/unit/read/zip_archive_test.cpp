#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/read/read_file.hpp"
#include "unit/read/container/zip_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using testing::zip_bytes;

TEST(ZipArchive, IsACompanionOfItsFiles) {
    const auto content =
        read_bytes(zip_bytes({{"d/", ""}, {"d/a.txt", "x"}, {"d/b.txt", "y"}}), "a.zip", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "zip");
    EXPECT_EQ(content->companion, "zip archive; files in it, each an input of its own: 2");
}

TEST(ZipArchive, OneThatIsCutOffIsRefusedWithItsReason) {
    const std::string whole = zip_bytes({{"a.txt", "x"}});
    const auto content = read_bytes(whole.substr(0, whole.size() - 1), "a.zip", {});
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R040");
    EXPECT_THAT(content.error().found, HasSubstr("its end is missing"));
}

TEST(ZipArchive, ADocumentIsNoArchiveOfFiles) {
    const auto content = read_bytes(
        zip_bytes({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}), "a.docx", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "office");
}

TEST(ZipArchive, WhatMacOsPutsBesideFilesIsACompanion) {
    const auto content = read_bytes(std::string("\0\5\x16\7\0\2\0\0Mac OS X", 16), "._a.txt", {});
    ASSERT_TRUE(content.ok()) << message(content.error());
    EXPECT_EQ(content->format, "apple-double");
}

}  // namespace
}  // namespace sneddon
