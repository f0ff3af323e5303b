// A small PNG: 16 shades of one colour, from transparent to opaque.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sneddon {

struct ShadeImage {
    std::size_t width = 0, height = 0;
    std::vector<std::uint8_t> shades;  ///< row by row from the top, 0 (transparent) to 15
    std::uint8_t red = 0, green = 0, blue = 0;
};

/// PNG (ISO/IEC 15948): palette of 16 with alpha, four bits a pixel, deflate blocks without
/// compression: no library decides the bytes.
std::string png_bytes(const ShadeImage& image);

}  // namespace sneddon
