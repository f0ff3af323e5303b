#include "read/container/ole_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/read/container/ole_bytes.hpp"

namespace sneddon {
namespace {

using ::testing::HasSubstr;

std::string numbered(std::size_t size) {
    std::string text;
    while (text.size() < size) text += std::to_string(text.size()) + ",";
    text.resize(size);
    return text;
}

/// The stream, or why there is none.
std::string content_of(std::string_view bytes, std::string_view path) {
    const auto file = OleFile::open(bytes, "a.xls");
    if (!file) return file.error().code + ": " + file.error().found;
    const OleStream* stream = file->find(path);
    if (stream == nullptr) return "no such stream";
    const auto content = file->read(*stream);
    return content ? *content : content.error().code + ": " + content.error().found;
}

TEST(OleFile, GivesLargeAndSmallStreamsAsTheyAre) {
    const auto bytes = testing::ole_bytes({{"Large", numbered(70000)},
                                           {"Small", numbered(200)},
                                           {"Other", numbered(64)},
                                           {"No", ""}});
    EXPECT_EQ(content_of(bytes, "Large"), numbered(70000));
    EXPECT_EQ(content_of(bytes, "Small"), numbered(200));
    EXPECT_EQ(content_of(bytes, "Other"), numbered(64));
    EXPECT_EQ(content_of(bytes, "No"), "");
    EXPECT_EQ(content_of(bytes, "small"), "no such stream");
}

TEST(OleFile, NamesStreamsByTheirFolders) {
    const auto bytes =
        testing::ole_bytes({{"Specimen/", ""}, {"RawData/", ""}, {"_Time", numbered(5000)}});
    EXPECT_EQ(content_of(bytes, "Specimen/RawData/_Time"), numbered(5000));
}

TEST(OleFile, CutAnywhereIsAnErrorOrTheWholeStream) {
    const std::string large = numbered(5000), small = numbered(100);
    const auto bytes = testing::ole_bytes({{"Large", large}, {"Small", small}});
    for (std::size_t length = 0; length < bytes.size(); length += 7) {
        for (const char* path : {"Large", "Small"}) {
            const std::string found = content_of(std::string_view(bytes).substr(0, length), path);
            const bool is_error = found.starts_with("SND-R033");
            EXPECT_TRUE(is_error || found == (path[0] == 'L' ? large : small)) << length;
        }
    }
    EXPECT_THAT(content_of(std::string_view(bytes).substr(0, bytes.size() / 2), "Large"),
                HasSubstr("SND-R033"));
}

TEST(OleFile, ChainsInCirclesAndToNowhereAreErrors) {
    auto parts = testing::ole_parts({{"Large", numbered(6000)}});
    testing::put(parts.bytes, parts.table_at + 4 * 5, testing::u32(2));  // of sectors 0 to 11
    EXPECT_THAT(content_of(parts.bytes, "Large"), HasSubstr("in a circle"));
    testing::put(parts.bytes, parts.table_at + 4 * 5, testing::u32(5000));
    EXPECT_THAT(content_of(parts.bytes, "Large"), HasSubstr("leads nowhere"));
}

// Only as much of a chain is followed as its stream has bytes.
TEST(OleFile, AShortStreamOfALongChainIsRead) {
    auto parts = testing::ole_parts({{"Large", numbered(60000)}, {"Other", numbered(5000)}});
    const std::size_t size_of_large = parts.directory_at + 128 + 120;
    testing::put(parts.bytes, size_of_large, testing::u32(4096));
    EXPECT_EQ(content_of(parts.bytes, "Large"), numbered(4096));
    testing::put(parts.bytes, parts.table_at + 4 * 7, testing::u32(3));
    EXPECT_THAT(content_of(parts.bytes, "Large"), HasSubstr("in a circle"));
}

TEST(OleFile, AChainOfItsDirectoryInACircleIsAnError) {
    auto parts = testing::ole_parts({{"Large", numbered(6000)}});
    const auto directory = static_cast<std::uint32_t>(parts.directory_at / testing::ole_sector - 1);
    testing::put(parts.bytes, parts.table_at + std::size_t{4} * directory, testing::u32(directory));
    EXPECT_THAT(content_of(parts.bytes, "Large"), HasSubstr("in a circle"));
}

TEST(OleFile, FoldersInACircleAreAnError) {
    auto parts = testing::ole_parts({{"One", numbered(10)}, {"Two", numbered(10)}});
    testing::put(parts.bytes, parts.directory_at + 2 * 128 + 72, testing::u32(1));
    EXPECT_THAT(content_of(parts.bytes, "One"), HasSubstr("folders in a circle"));
    testing::put(parts.bytes, parts.directory_at + 2 * 128 + 72, testing::u32(77));
    EXPECT_THAT(content_of(parts.bytes, "One"), HasSubstr("leads nowhere"));
}

TEST(OleFile, ADeclaredSizeIsNotBelieved) {
    auto parts = testing::ole_parts({{"Large", numbered(6000)}, {"Small", numbered(100)}});
    testing::put(parts.bytes, parts.directory_at + 128 + 120, testing::u32(0xFFFFFFF0));
    EXPECT_THAT(content_of(parts.bytes, "Large"), HasSubstr("declares 4294967280"));
    testing::put(parts.bytes, parts.directory_at + 128 + 120, testing::u32(7000));
    EXPECT_THAT(content_of(parts.bytes, "Large"), HasSubstr("6144 of the 7000 bytes"));
    testing::put(parts.bytes, parts.directory_at + 256 + 120, testing::u32(2000));
    EXPECT_THAT(content_of(parts.bytes, "Small"), HasSubstr("128 of the 2000 bytes"));
}

}  // namespace
}  // namespace sneddon
