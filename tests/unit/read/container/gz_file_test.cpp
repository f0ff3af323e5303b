#include "read/container/gz_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/read/read_file.hpp"
#include "unit/read/container/zip_bytes.hpp"

namespace sneddon {
namespace {

using testing::gz_bytes;
using ::testing::HasSubstr;

std::string curve_text(int rows = 40) {
    std::string text = "Time (s)\tDepth (nm)\tLoad (mN)\n";
    for (int i = 0; i < rows; ++i)
        text += std::to_string(i) + "\t" + std::to_string(i * 3) + "\t" +
                std::to_string(i < rows / 2 ? i : rows - i) + "\n";
    return text;
}

std::string unpacked(const std::string& bytes) {
    const auto text = unpack_gz(bytes, "a.gz", PackedExtent::whole, 0);
    return text ? *text : text.error().code + " " + text.error().found;
}

TEST(GzFile, OneStreamAndSeveralAreUnpacked) {
    EXPECT_EQ(unpacked(gz_bytes("abc")), "abc");
    EXPECT_EQ(unpacked(gz_bytes("abc") + gz_bytes("") + gz_bytes("def")), "abcdef");
    EXPECT_EQ(unpacked(gz_bytes("abc") + std::string(512, '\0')), "abc");
    EXPECT_THAT(unpacked(gz_bytes("abc") + "rest"), HasSubstr("behind the end"));
}

TEST(GzFile, CutAnywhereIsAnError) {
    const std::string whole = gz_bytes(curve_text());
    for (std::size_t size = 2; size < whole.size(); ++size)
        EXPECT_THAT(unpacked(whole.substr(0, size)), HasSubstr("SND-R040")) << size;
    std::string damaged = whole;
    damaged[whole.size() - 6] ^= 1;  // of the sum
    EXPECT_THAT(unpacked(damaged), HasSubstr("damaged"));
}

TEST(GzFile, ABombIsRefused) {
    const std::string bomb = gz_bytes(std::string(std::size_t{30} << 20, '0'));
    ASSERT_LT(bomb.size(), 40000u);
    EXPECT_THAT(unpacked(bomb), HasSubstr("as no measured text does"));
    std::string several;
    for (int i = 0; i < 5; ++i) several += bomb;
    EXPECT_THAT(unpacked(several), HasSubstr("as no measured text does"));
}

TEST(GzFile, ItsBeginningIsAsMuchAsWasAskedFor) {
    const std::string text = curve_text(4000);
    const std::string bytes = gz_bytes(text);
    const auto begin = unpack_gz(bytes, "a.gz", PackedExtent::beginning, 1000);
    ASSERT_TRUE(begin.ok());
    EXPECT_EQ(*begin, text.substr(0, 1000));
    // Of a file that was itself brought in in part
    const auto part = unpack_gz(std::string_view(bytes).substr(0, bytes.size() / 2), "a.gz",
                                PackedExtent::beginning, text.size() + 1);
    ASSERT_TRUE(part.ok());
    EXPECT_TRUE(text.starts_with(*part));
    EXPECT_GT(part->size(), text.size() / 4);
}

TEST(GzFile, ATextInItIsReadAsIfItWereNotPacked) {
    const auto plain = read_bytes(curve_text(), "a.txt", {});
    const auto packed = read_bytes(gz_bytes(curve_text()), "a.txt.gz", {});
    ASSERT_TRUE(plain.ok() && packed.ok()) << message(packed.error());
    EXPECT_EQ(packed->format, "csv");
    EXPECT_EQ(packed->tests.at(0).curve.load_uN, plain->tests.at(0).curve.load_uN);
    const auto glance = glance_bytes(gz_bytes(curve_text()), "a.txt.gz", {});
    ASSERT_TRUE(glance.ok());
    EXPECT_FALSE(glance->is_sampled);
    EXPECT_EQ(glance->content.tests.at(0).curve.size(), 40u);
}

TEST(GzFile, OnlyOneLevelIsUnpacked) {
    for (const std::string& inner : {gz_bytes("abc"), testing::zip_bytes({{"a", "abc"}})}) {
        const auto content = read_bytes(gz_bytes(inner), "a.gz", {});
        ASSERT_FALSE(content.ok());
        EXPECT_EQ(content.error().found, "a packed file in a packed file");
    }
    std::string tar(512, '\0');
    tar.replace(257, 5, "ustar");
    const auto content = read_bytes(gz_bytes(tar), "a.tar.gz", {});
    ASSERT_FALSE(content.ok());
    EXPECT_EQ(content.error().code, "SND-R004");
}

}  // namespace
}  // namespace sneddon
