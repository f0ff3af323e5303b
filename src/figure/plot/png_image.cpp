#include "figure/plot/png_image.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace sneddon {
namespace {

void append_big_endian(std::string& bytes, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((value >> shift) & 0xFF);
}

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

std::uint32_t adler32(std::string_view bytes) {
    std::uint32_t a = 1, b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    return (b << 16) | a;
}

void append_chunk(std::string& png, std::string_view type, const std::string& content) {
    append_big_endian(png, static_cast<std::uint32_t>(content.size()));
    const std::string body = std::string(type) + content;
    png += body;
    append_big_endian(png, crc32(body));
}

/// zlib (RFC 1950) around stored blocks (RFC 1951, 3.2.4).
std::string stored(const std::string& bytes) {
    constexpr std::size_t most = 65535;
    std::string out = {'\x78', '\x01'};
    for (std::size_t at = 0; at < bytes.size() || at == 0; at += most) {
        const std::size_t size = std::min(most, bytes.size() - at);
        out += at + size >= bytes.size() ? '\1' : '\0';
        const auto n = static_cast<std::uint32_t>(size), not_n = ~n;
        for (const std::uint32_t word : {n, not_n}) {
            out += static_cast<char>(word & 0xFF);
            out += static_cast<char>((word >> 8) & 0xFF);
        }
        out.append(bytes, at, size);
    }
    append_big_endian(out, adler32(bytes));
    return out;
}

}  // namespace

std::string png_bytes(const ShadeImage& image) {
    assert(image.shades.size() == image.width * image.height);
    std::string png = "\x89PNG\r\n\x1A\n";
    std::string head;
    append_big_endian(head, static_cast<std::uint32_t>(image.width));
    append_big_endian(head, static_cast<std::uint32_t>(image.height));
    head += std::string("\x04\x03\x00\x00\x00", 5);
    append_chunk(png, "IHDR", head);
    std::string palette, alpha;
    for (int shade = 0; shade < 16; ++shade) {
        for (const std::uint8_t part : {image.red, image.green, image.blue})
            palette += static_cast<char>(part);
        // The faintest shade is one curve or one test: it must be seen.
        alpha += static_cast<char>(shade == 0 ? 0 : 45 + shade * 14);
    }
    append_chunk(png, "PLTE", palette);
    append_chunk(png, "tRNS", alpha);
    std::string rows;
    for (std::size_t y = 0; y < image.height; ++y) {
        rows += '\0';
        for (std::size_t x = 0; x < image.width; x += 2) {
            const std::uint8_t* at = &image.shades[y * image.width + x];
            const int right = x + 1 < image.width ? at[1] : 0;
            rows += static_cast<char>((at[0] << 4) | right);
        }
    }
    append_chunk(png, "IDAT", stored(rows));
    append_chunk(png, "IEND", "");
    return png;
}

}  // namespace sneddon
