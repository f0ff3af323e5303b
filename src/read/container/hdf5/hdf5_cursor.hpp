// Reading on through bytes that are not trusted: what lies behind their end is zero, and said.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/container/little_endian.hpp"

namespace sneddon {

class Hdf5Cursor {
  public:
    explicit Hdf5Cursor(std::string_view bytes) : bytes_(bytes) {}

    bool is_sound() const { return is_sound_; }  ///< nothing was asked for behind the end
    std::size_t left() const { return bytes_.size() - position_; }
    std::string_view take(std::uint64_t count) {
        is_sound_ = is_sound_ && count <= left();
        if (!is_sound_) return {};
        const std::string_view taken = bytes_.substr(position_, count);
        position_ += count;
        return taken;
    }
    void skip(std::uint64_t count) { take(count); }
    /// To a multiple of 8 bytes from the beginning; the end may come first.
    void align() { position_ = std::min((position_ + 7) / 8 * 8, bytes_.size()); }

    std::uint8_t u8() {
        const auto bytes = take(1);
        return bytes.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(byte_at(bytes, 0));
    }
    std::uint16_t u16() {
        const auto bytes = take(2);
        return bytes.empty() ? std::uint16_t{0} : u16_at(bytes, 0);
    }
    std::uint32_t u32() {
        const auto bytes = take(4);
        return bytes.empty() ? 0 : u32_at(bytes, 0);
    }
    std::uint64_t u64() {
        const auto bytes = take(8);
        return bytes.empty() ? 0 : u64_at(bytes, 0);
    }
    /// A number of 1, 2, 4 or 8 bytes.
    std::uint64_t whole(unsigned bytes) {
        return bytes == 1 ? u8() : bytes == 2 ? u16() : bytes == 4 ? u32() : u64();
    }

  private:
    std::string_view bytes_;
    std::size_t position_ = 0;
    bool is_sound_ = true;
};

}  // namespace sneddon
