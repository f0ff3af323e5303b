#include "figure/plot/png_image.hpp"

#include <gtest/gtest.h>

namespace sneddon {
namespace {

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = (value << 8) | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

TEST(PngImage, ChunksHaveTheirSizesAndTheirEnd) {
    const std::string png = png_bytes({3, 2, {0, 15, 1, 2, 3, 4}, 0x00, 0x72, 0xB2});
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1A\n");
    EXPECT_EQ(big_endian(png, 16), 3u);
    EXPECT_EQ(big_endian(png, 20), 2u);
    std::string names;
    for (std::size_t at = 8; at < png.size(); at += 12 + big_endian(png, at))
        names += png.substr(at + 4, 4) + " ";
    EXPECT_EQ(names, "IHDR PLTE tRNS IDAT IEND ");
    EXPECT_EQ(big_endian(png, png.size() - 4), 0xAE426082u);  // of every PNG (ISO 15948, 11.2.5)
}

// Two shades a byte, a filter byte before each row, in a stored block: RFC 1951, 3.2.4.
TEST(PngImage, ShadesStandInTheirRows) {
    const std::string png = png_bytes({3, 2, {0, 15, 1, 2, 3, 4}, 0, 0, 0});
    const std::size_t pixels = png.find("IDAT") + 4 + 2 + 5;
    EXPECT_EQ(png.substr(pixels, 6), std::string("\x00\x0F\x10\x00\x23\x40", 6));
}

TEST(PngImage, MoreThanOneStoredBlock) {
    const std::string png = png_bytes({1000, 300, std::vector<std::uint8_t>(300'000, 7), 0, 0, 0});
    EXPECT_GT(png.size(), 150'300u);
    EXPECT_EQ(png.substr(png.size() - 8, 4), "IEND");
}

}  // namespace
}  // namespace sneddon
