#include "read/container/inflate.hpp"

#include <zlib.h>

#include <algorithm>

namespace sneddon {
namespace {

constexpr std::size_t piece = std::size_t{1} << 18;          // of the output, between two checks
constexpr std::size_t largest_input = std::size_t{1} << 30;  // zlib counts in 32 bits
constexpr int window_bits = 15;
constexpr int window_bits_gzip = window_bits + 16;

/// zlib's stream, ended with its scope.
class Inflater {
  public:
    explicit Inflater(Packing packing)
        : is_ready_(inflateInit2(&stream_, packing == Packing::gzip ? window_bits_gzip
                                                                    : -window_bits) == Z_OK) {}
    ~Inflater() {
        if (is_ready_) inflateEnd(&stream_);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    bool is_ready() const { return is_ready_; }
    /// Z_OK, Z_STREAM_END or an error of zlib; shortens `packed` and `room`.
    int step(std::string_view& packed, char*& to, std::size_t& room) {
        const std::size_t given = std::min(packed.size(), largest_input);
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(given);
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(room);
        const int answer = inflate(&stream_, Z_NO_FLUSH);
        packed.remove_prefix(given - stream_.avail_in);
        to += room - stream_.avail_out;
        room = stream_.avail_out;
        return answer;
    }

  private:
    z_stream stream_{};
    bool is_ready_;
};

}  // namespace

Inflated inflate_bytes(std::string_view packed, Packing packing, std::size_t most_bytes) {
    Inflated out;
    Inflater inflater(packing);
    if (!inflater.is_ready()) return out;
    std::string_view left = packed;
    while (true) {
        // One byte more than is wanted, so that a stream of just that size still ends.
        const std::size_t before = out.bytes.size();
        const std::size_t asked_for = std::min(piece, most_bytes - before + 1);
        out.bytes.resize(before + asked_for);
        char* to = out.bytes.data() + before;
        std::size_t room = asked_for;
        const int answer = inflater.step(left, to, room);
        out.bytes.resize(before + asked_for - room);
        out.packed_bytes = packed.size() - left.size();
        if (out.bytes.size() > most_bytes) {
            out.bytes.resize(most_bytes);
            out.end = InflateEnd::at_limit;
            return out;
        }
        if (is_bomb(out.packed_bytes, out.bytes.size())) {
            out.end = InflateEnd::bomb;
            return out;
        }
        if (answer == Z_OK && (!left.empty() || room == 0)) continue;
        const bool is_short = left.empty() && (answer == Z_OK || answer == Z_BUF_ERROR);
        out.end = answer == Z_STREAM_END ? InflateEnd::whole
                  : is_short             ? InflateEnd::cut_off
                                         : InflateEnd::damaged;
        return out;
    }
}

std::uint32_t crc32_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()),
                                              static_cast<z_size_t>(bytes.size())));
}

}  // namespace sneddon
