// Deflate streams (zip, gzip) by zlib, whose header stays behind this one. The bytes are not
// trusted: what comes out is bounded by what went in, whatever they say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sneddon {

enum class Packing { deflate, gzip };

enum class InflateEnd {
    whole,     ///< the stream ended, its sums are right
    at_limit,  ///< more than was asked for
    cut_off,   ///< the packed bytes end inside the stream
    damaged,
    bomb,  ///< becomes too many times its size: is_bomb
};

struct Inflated {
    std::string bytes;
    std::size_t packed_bytes = 0;  ///< of the input, used up
    InflateEnd end = InflateEnd::damaged;
};

/// Measured tables shrink to a half or a twentieth, empty sheets to a hundredth; a bomb of deflate
/// to a thousandth. Of what is large less is believed.
inline constexpr std::uint64_t most_times_packed = 200, most_times_packed_of_large = 50;
/// So much may come out of any stream.
inline constexpr std::uint64_t always_unpacked = std::uint64_t{1} << 20;
inline constexpr std::uint64_t large_unpacked = std::uint64_t{32} << 20;
/// No text of tests is larger: what would be is refused before memory is taken.
inline constexpr std::uint64_t most_unpacked = std::uint64_t{1} << 30;

constexpr bool is_bomb(std::uint64_t packed_bytes, std::uint64_t bytes) {
    return bytes > always_unpacked &&
           bytes / (bytes > large_unpacked ? most_times_packed_of_large : most_times_packed) >
               packed_bytes;
}

/// One stream from the beginning of `packed`, at most `most_bytes` of it.
Inflated inflate_bytes(std::string_view packed, Packing packing, std::size_t most_bytes);

/// The sum that zip keeps of each file.
std::uint32_t crc32_of(std::string_view bytes);

}  // namespace sneddon
