#include "read/container/zip_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "read/container/inflate.hpp"
#include "unit/read/container/zip_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;
using testing::zip_bytes;
using testing::ZipPart;

std::string text_of_rows(int rows) {
    std::string text;
    for (int i = 0; i < rows; ++i) text += std::to_string(i * 37 % 1013) + "\t0.5\n";
    return text;
}

/// What is found wrong when the only file is unpacked; "" when nothing is.
std::string trouble(const std::string& bytes) {
    const auto zip = ZipFile::open(bytes, "a.zip");
    if (!zip) return zip.error().code + " " + zip.error().found;
    const auto unpacked = zip->unpack(zip->entries().at(0));
    return unpacked ? "" : unpacked.error().code + " " + unpacked.error().found;
}

TEST(ZipFile, StoredAndDeflatedFilesAreUnpacked) {
    const std::string text = text_of_rows(5000);
    const std::string bytes =
        zip_bytes({{"folder/", ""}, {"folder/a.txt", text}, {"b", text, true}});
    const auto zip = ZipFile::open(bytes, "a.zip");
    ASSERT_TRUE(zip.ok()) << message(zip.error());
    ASSERT_EQ(zip->entries().size(), 3u);
    EXPECT_TRUE(zip->entries()[0].is_folder());
    for (const char* name : {"folder/a.txt", "b"}) {
        const ZipEntry* entry = zip->find(name);
        ASSERT_NE(entry, nullptr);
        EXPECT_FALSE(entry->is_folder());
        const auto unpacked = zip->unpack(*entry);
        ASSERT_TRUE(unpacked.ok()) << message(unpacked.error());
        EXPECT_TRUE(*unpacked == text);
    }
    EXPECT_EQ(zip->find("a.txt"), nullptr);
}

TEST(ZipFile, AnEmptyFileAndAnEmptyArchiveAreSound) {
    EXPECT_EQ(trouble(zip_bytes({{"a", ""}})), "");
    const auto zip = ZipFile::open(zip_bytes({}), "a.zip");
    ASSERT_TRUE(zip.ok());
    EXPECT_TRUE(zip->entries().empty());
}

TEST(ZipFile, NamesThatAreNotUtf8AreMadeSo) {
    const auto zip = ZipFile::open(zip_bytes({{"\xB5N.txt", "x"}}), "a.zip");
    ASSERT_TRUE(zip.ok());
    EXPECT_EQ(zip->entries()[0].name, "\xC2\xB5N.txt");
}

TEST(ZipFile, LyingCountsSizesAndSumsAreErrors) {
    const std::string text = text_of_rows(100);
    EXPECT_THAT(trouble(zip_bytes({{"a", text}}, {1, false})),
                HasSubstr("SND-R040 a directory that says 2 files and names 1"));
    EXPECT_THAT(trouble(zip_bytes({{"a", text, false, 0, 5}})), HasSubstr("more than the 5 bytes"));
    EXPECT_THAT(trouble(zip_bytes({{"a", text, false, 0, 5000}})),
                HasSubstr("bytes where the directory says 5000"));
    EXPECT_THAT(trouble(zip_bytes({{"a", text, true, 0, 5000}})),
                HasSubstr("bytes where the directory says 5000"));
    std::string other_sum = zip_bytes({{"a", text, true}});
    other_sum[40] ^= 1;  // in the text
    EXPECT_THAT(trouble(other_sum), HasSubstr("CRC-32"));
}

TEST(ZipFile, FourGigabytesDeclaredAreRefusedBeforeMemoryIsTaken) {
    EXPECT_THAT(trouble(zip_bytes({{"a", "text", false, 0, 0xFFFFFFFE}})),
                HasSubstr("more than 1 GiB"));
    EXPECT_THAT(trouble(zip_bytes({{"a", "text", false, 0, 0x3FFFFFFF}})),
                HasSubstr("1073741823 bytes in"));
}

TEST(ZipFile, ABombIsRefused) {
    const std::string zeros(std::size_t{20} << 20, '0');
    EXPECT_THAT(trouble(zip_bytes({{"a", zeros}})), HasSubstr("20971520 bytes in"));
    // The directory tells a small size and hides it.
    EXPECT_THAT(trouble(zip_bytes({{"a", zeros, false, 0, 1000}})), HasSubstr("more than"));
}

TEST(ZipFile, WhatIsBelievedDependsOnTheSize) {
    EXPECT_FALSE(is_bomb(1, always_unpacked));
    EXPECT_TRUE(is_bomb(1, always_unpacked + 1));
    constexpr std::uint64_t MiB = std::uint64_t{1} << 20;
    EXPECT_FALSE(is_bomb(MiB / 8, 25 * MiB));
    EXPECT_TRUE(is_bomb(MiB / 8, 26 * MiB));
    EXPECT_FALSE(is_bomb(MiB / 5, 32 * MiB));
    EXPECT_TRUE(is_bomb(MiB / 5, 33 * MiB));
    EXPECT_FALSE(is_bomb(2 * MiB, 100 * MiB));
    EXPECT_TRUE(is_bomb(2 * MiB, 101 * MiB));
}

TEST(ZipFile, FilesOverTheSameBytesAreRefused) {
    const std::vector<ZipPart> parts = {{"a", text_of_rows(99)}, {"b", text_of_rows(99)}};
    EXPECT_EQ(trouble(zip_bytes(parts)), "");
    EXPECT_THAT(trouble(zip_bytes(parts, {0, true})), HasSubstr("lie over each other"));
}

TEST(ZipFile, PasswordsAndOtherMethodsAreNamed) {
    EXPECT_THAT(trouble(zip_bytes({{"a", "text", true, 1}})), HasSubstr("password"));
    std::string lzma = zip_bytes({{"a", "text", true}});
    lzma[lzma.find("PK\x01\x02") + 10] = 14;
    EXPECT_THAT(trouble(lzma), HasSubstr("method 14"));
}

TEST(ZipFile, CutAnywhereIsAnError) {
    const std::string whole = zip_bytes({{"a", text_of_rows(50)}, {"b", "x"}});
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_NE(trouble(whole.substr(0, size)), "") << size;
    EXPECT_EQ(trouble(whole), "");
}

TEST(ZipFile, ChangedBytesNeverGiveAnotherText) {
    const std::string text = text_of_rows(50);
    const std::string whole = zip_bytes({{"a", text}});
    std::mt19937 random(1);
    std::size_t refused = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string changed = whole;
        for (int k = 0; k < 3; ++k)
            changed[random() % changed.size()] = static_cast<char>(random());
        const auto zip = ZipFile::open(changed, "a.zip");
        if (!zip || zip->entries().empty()) {
            ++refused;
            continue;
        }
        const auto unpacked = zip->unpack(zip->entries()[0]);
        if (!unpacked) {
            ++refused;
            continue;
        }
        EXPECT_TRUE(*unpacked == text);
    }
    EXPECT_GT(refused, 10000u);
}

}  // namespace
}  // namespace sneddon
