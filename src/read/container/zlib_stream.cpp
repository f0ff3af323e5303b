#include "read/container/zlib_stream.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace sneddon {
namespace {

// Symbols of a code cost ten times what a copy costs.
constexpr std::size_t times_smaller = 2;

/// A piece of a raw stream that needs nothing before it.
std::string deflate_part(std::string_view bytes, int level, int end) {
    constexpr int raw_window = -15, memory = 9;  // the largest of both
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, raw_window, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    constexpr std::size_t marks = 16;  // of the flush
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + marks, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, end);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

}  // namespace

bool unpack_zlib(std::string_view packed, std::string& to) {
    // Sizes of the library have 32 bits on Windows.
    if (std::max(to.size(), packed.size()) > std::numeric_limits<uLong>::max()) return false;
    auto size = static_cast<uLongf>(to.size());
    const int end = uncompress(reinterpret_cast<Bytef*>(to.data()), &size,
                               reinterpret_cast<const Bytef*>(packed.data()),
                               static_cast<uLong>(packed.size()));
    return end == Z_OK && size == to.size();
}

std::string pack_zlib(std::string_view bytes, int level, std::size_t part) {
    using namespace std::string_view_literals;
    const std::size_t size = part == 0 ? std::max<std::size_t>(bytes.size(), 1) : part;
    std::string packed("\x78\x5E"sv);  // deflate with a window of 32 kB, RFC 1950
    for (std::size_t begin = 0; begin == 0 || begin < bytes.size(); begin += size) {
        const std::string_view now = bytes.substr(begin, size);
        const auto end = begin + size < bytes.size() ? Z_FULL_FLUSH : Z_FINISH;
        const std::string deflated = deflate_part(now, level, end);
        const bool is_smaller = times_smaller * deflated.size() < now.size();
        packed += is_smaller ? deflated : deflate_part(now, Z_NO_COMPRESSION, end);
    }
    const uLong sum = adler32_z(adler32_z(0, nullptr, 0),
                                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    for (int shift = 24; shift >= 0; shift -= 8) packed += static_cast<char>(sum >> shift & 0xFF);
    return packed;
}

}  // namespace sneddon
