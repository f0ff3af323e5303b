// Numbers of binary files, lowest byte first, whatever the machine's order. The caller has made
// sure that the bytes are there.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace sneddon {

inline std::uint32_t byte_at(std::string_view bytes, std::size_t position) {
    return static_cast<unsigned char>(bytes[position]);
}

inline std::uint16_t u16_at(std::string_view bytes, std::size_t position) {
    return static_cast<std::uint16_t>(byte_at(bytes, position) |
                                      (byte_at(bytes, position + 1) << 8));
}

inline std::uint32_t u32_at(std::string_view bytes, std::size_t position) {
    return u16_at(bytes, position) |
           (static_cast<std::uint32_t>(u16_at(bytes, position + 2)) << 16);
}

inline std::uint64_t u64_at(std::string_view bytes, std::size_t position) {
    return u32_at(bytes, position) |
           (static_cast<std::uint64_t>(u32_at(bytes, position + 4)) << 32);
}

inline double f64_at(std::string_view bytes, std::size_t position) {
    return std::bit_cast<double>(u64_at(bytes, position));
}

}  // namespace sneddon
