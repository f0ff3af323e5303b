#include "figure/plot/image_size.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sneddon {
namespace {

std::string png_head(const std::string& width, const std::string& height) {
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + width + height;
}

TEST(ImageSize, OfAPng) {
    const auto size =
        image_size(png_head(std::string("\0\0\x01\x02", 4), std::string("\0\0\0\x07", 4)));
    ASSERT_TRUE(size);
    EXPECT_EQ(size->width, 258);
    EXPECT_EQ(size->height, 7);
    EXPECT_EQ(size->media_type, "image/png");
}

// APP0 of two bytes more, then a progressive frame of 3 x 5 (height first: ITU T.81, B.2.2).
TEST(ImageSize, OfAJpegBehindItsOtherSegments) {
    const std::string jpeg("\xFF\xD8\xFF\xE0\0\x04zz\xFF\xC2\0\x11\x08\0\x05\0\x03\x03xxxxxxxxx",
                           28);
    const auto size = image_size(jpeg);
    ASSERT_TRUE(size);
    EXPECT_EQ(size->width, 3);
    EXPECT_EQ(size->height, 5);
    EXPECT_EQ(size->media_type, "image/jpeg");
}

TEST(ImageSize, DamagedHeadsHaveNone) {
    const std::string four("\0\0\0\x07", 4), none(4, '\0');
    EXPECT_FALSE(image_size(""));
    EXPECT_FALSE(image_size("<svg/>"));
    EXPECT_FALSE(image_size(png_head(four, "").substr(0, 20)));
    EXPECT_FALSE(image_size(png_head(none, four)));
    EXPECT_FALSE(image_size(png_head("\xFF\xFF\xFF\xFF", four)));
    EXPECT_FALSE(image_size("\xFF\xD8\xFF"));
    EXPECT_FALSE(image_size(std::string("\xFF\xD8\xFF\xE0\0\0", 6) + std::string(40, '\0')));
}

}  // namespace
}  // namespace sneddon
