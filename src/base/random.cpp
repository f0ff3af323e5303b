#include "base/random.hpp"

#include <cmath>

namespace sneddon {
namespace {

constexpr std::uint32_t low(std::uint64_t x) {
    return static_cast<std::uint32_t>(x);
}
constexpr std::uint32_t high(std::uint64_t x) {
    return static_cast<std::uint32_t>(x >> 32);
}

std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> counter,
                                           std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {high(p1) ^ counter[1] ^ key[0], low(p1), high(p0) ^ counter[3] ^ key[1],
                   low(p0)};
        key[0] += 0x9E3779B9;
        key[1] += 0xBB67AE85;
    }
    return counter;
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t stream)
    : key_{low(seed), high(seed)}, counter_{0, 0, low(stream), high(stream)} {}

std::uint64_t RandomStream::bits() {
    if (used_ >= 4) {
        block_ = philox4x32_10(counter_, key_);
        if (++counter_[0] == 0) ++counter_[1];
        used_ = 0;
    }
    const auto i = static_cast<std::size_t>(used_);
    used_ += 2;
    return (std::uint64_t{block_[i + 1]} << 32) | block_[i];
}

double RandomStream::uniform() {
    return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double RandomStream::normal() {
    if (has_spare_normal_) {
        has_spare_normal_ = false;
        return spare_normal_;
    }
    for (;;) {
        const double x = 2 * uniform() - 1, y = 2 * uniform() - 1;
        const double square = x * x + y * y;
        if (square >= 1 || square == 0) continue;
        const double scale = std::sqrt(-2 * std::log(square) / square);
        spare_normal_ = y * scale;
        has_spare_normal_ = true;
        return x * scale;
    }
}

std::size_t RandomStream::index(std::size_t count) {
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % count;
    std::uint64_t drawn = bits();
    while (drawn >= limit) drawn = bits();
    return static_cast<std::size_t>(drawn % count);
}

}  // namespace sneddon
