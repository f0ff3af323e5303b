#include "figure/plot/image_size.hpp"

namespace sneddon {
namespace {

constexpr double most_pixels = 30'000;

std::size_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::optional<ImageSize> checked(std::size_t width, std::size_t height, std::string_view type) {
    const ImageSize size = {static_cast<double>(width), static_cast<double>(height), type};
    if (!(size.width >= 1 && size.height >= 1)) return std::nullopt;
    if (size.width > most_pixels || size.height > most_pixels) return std::nullopt;
    return size;
}

/// Start of frame: C0 to CF but for DHT (C4), JPG (C8) and DAC (CC).
bool is_frame(unsigned char marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
    for (std::size_t at = 2; at + 9 <= bytes.size();) {
        if (bytes[at] != '\xFF') return std::nullopt;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {  // a fill byte
            ++at;
            continue;
        }
        if (is_frame(marker))
            return checked(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2),
                           "image/jpeg");
        at += 2 + big_endian(bytes, at + 2, 2);
    }
    return std::nullopt;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n") && bytes.size() >= 24)
        return checked(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4), "image/png");
    if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_size(bytes);
    return std::nullopt;
}

}  // namespace sneddon
