#include "read/container/implode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "read/container/little_endian.hpp"

namespace sneddon {
namespace {

// Bits of the codes of the 16 lengths and of the 64 upper parts of a distance, by the format.
constexpr std::array<std::uint8_t, 16> bits_of_lengths = {2, 3, 3, 3, 4, 4, 4, 5,
                                                          5, 5, 5, 6, 6, 6, 7, 7};
constexpr std::array<std::uint8_t, 64> bits_of_distances = {
    2, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8};
// The least length of each code, and how many bits are added to it.
constexpr std::array<std::uint16_t, 16> least_lengths = {3,  2,  4,  5,  6,  7,  8,   9,
                                                         10, 12, 16, 24, 40, 72, 136, 264};
constexpr std::array<std::uint8_t, 16> bits_behind = {0, 0, 0, 0, 0, 0, 0, 0,
                                                      1, 2, 3, 4, 5, 6, 7, 8};
constexpr std::size_t end_mark = 519;  // a length that ends the bytes
constexpr unsigned longest_code = 8;

struct Code {
    std::uint8_t symbol = 0, bits = 0;
};
using CodeTable = std::array<Code, std::size_t{1} << longest_code>;

/// Canonical codes: by length, then by symbol. In the file each bit stands inverted, the first one
/// lowest, so that the next bits are an index of this table.
template <std::size_t count>
constexpr CodeTable table_of(const std::array<std::uint8_t, count>& bits) {
    CodeTable table{};
    std::size_t code = 0;
    for (unsigned length = 1; length <= longest_code; ++length) {
        for (std::size_t symbol = 0; symbol < count; ++symbol) {
            if (bits[symbol] != length) continue;
            std::size_t first = 0;
            for (unsigned i = 0; i < length; ++i) first |= (~(code >> (length - 1 - i)) & 1) << i;
            for (std::size_t at = first; at < table.size(); at += std::size_t{1} << length)
                table[at] = {static_cast<std::uint8_t>(symbol), static_cast<std::uint8_t>(length)};
            ++code;
        }
        code <<= 1;
    }
    return table;
}
constexpr CodeTable codes_of_lengths = table_of(bits_of_lengths);
constexpr CodeTable codes_of_distances = table_of(bits_of_distances);

class Bits {
  public:
    explicit Bits(std::string_view bytes) : bytes_(bytes) {}

    /// Enough for a repeat (30 bits), or all that is left.
    void fill() {
        constexpr unsigned enough = 32;
        if (count_ >= enough) return;
        if (position_ + 4 <= bytes_.size()) {
            bits_ |= std::uint64_t{u32_at(bytes_, position_)} << count_;
            position_ += 4;
            count_ += enough;
            return;
        }
        for (; position_ < bytes_.size(); ++position_, count_ += 8)
            bits_ |= std::uint64_t{byte_at(bytes_, position_)} << count_;
    }
    std::size_t next() const { return static_cast<std::size_t>(bits_); }
    /// Zeros behind the end, which is_behind_end tells.
    std::size_t take(unsigned count) {
        const std::size_t taken = next() & ((std::size_t{1} << count) - 1);
        bits_ >>= count;
        is_behind_end_ = is_behind_end_ || count > count_;
        count_ -= std::min(count, count_);
        return taken;
    }
    std::size_t decode(const CodeTable& table) {
        const Code code = table[next() % table.size()];
        take(code.bits);
        return code.symbol;
    }
    bool is_behind_end() const { return is_behind_end_; }

  private:
    std::string_view bytes_;
    std::size_t position_ = 0;
    std::uint64_t bits_ = 0;
    unsigned count_ = 0;
    bool is_behind_end_ = false;
};

/// Repeats what stands `distance` before the end of the first `used` bytes.
void repeat(std::vector<char>& bytes, std::size_t used, std::size_t distance, std::size_t length) {
    char* to = bytes.data() + used;
    const char* from = to - distance;
    if (distance >= length) {
        std::memcpy(to, from, length);
        return;
    }
    for (std::size_t i = 0; i < length; ++i) to[i] = from[i];  // reads what it has written
}

}  // namespace

Exploded explode(std::string_view packed, std::size_t size) {
    constexpr std::size_t head = 2, least_window_bits = 4, most_window_bits = 6;
    constexpr std::size_t most_times = 180;  // 518 bytes from 24 bits
    if (packed.size() < head) return {{}, "without its first bytes"};
    const std::size_t window_bits = byte_at(packed, 1);
    if (byte_at(packed, 0) != 0 || window_bits < least_window_bits ||
        window_bits > most_window_bits)
        return {{}, "of an unknown kind"};
    if (size / most_times > packed.size()) return {{}, "too few for what they declare"};
    Exploded found{std::vector<char>(size), ""};
    Bits bits(packed.substr(head));
    std::size_t used = 0;
    while (true) {
        bits.fill();
        if (bits.take(1) == 0) {
            const std::size_t literal = bits.take(8);
            if (bits.is_behind_end()) return {{}, "that end before their end mark"};
            if (used == size) return {{}, "that hold more than they declare"};
            found.bytes[used++] = static_cast<char>(literal);
            continue;
        }
        const std::size_t kind = bits.decode(codes_of_lengths);
        const std::size_t length = least_lengths[kind] + bits.take(bits_behind[kind]);
        if (bits.is_behind_end()) return {{}, "that end before their end mark"};
        if (length == end_mark) break;
        const unsigned low_bits = length == 2 ? 2 : static_cast<unsigned>(window_bits);
        const std::size_t high = bits.decode(codes_of_distances) << low_bits;
        const std::size_t distance = high + bits.take(low_bits) + 1;
        if (bits.is_behind_end()) return {{}, "that end before their end mark"};
        if (distance > used) return {{}, "that repeat what was not there"};
        if (length > size - used) return {{}, "that hold more than they declare"};
        repeat(found.bytes, used, distance, length);
        used += length;
    }
    if (used != size) return {{}, "that hold less than they declare"};
    return found;
}

}  // namespace sneddon
