// Any bytes behind the magic of either version, and as the whole of a sound layout: the counts are
// made to fit, so that the volts and settings are reached.
#include <cstdint>
#include <string>

#include "check_content.hpp"

namespace {

void put(std::string& file, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) file[at + i] = static_cast<char>(value >> (8 * i));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (const char* version : {"7VI3", "9VI3"})
        sneddon::fuzz::check(sneddon::read_bytes(
            version + std::string("Hysitron Raw Data File\n") + bytes, "fuzz.hys", {}));
    // 9VI3: one segment of all points, 100 bytes of a tail.
    constexpr std::size_t volts = 0x123 + 48 + 17, tail = 100;
    if (size < volts + tail + 32) return 0;
    std::string file = bytes;
    file.replace(0, 27, "9VI3Hysitron Raw Data File\n");
    const auto points = static_cast<std::uint32_t>((size - volts - tail) / 16);
    put(file, 0xE3, points);
    put(file, 0xF7, points / 2);
    put(file, 0x11F, 1);
    put(file, 0x123 + 44, points);
    file[volts - 1] = 16;
    sneddon::fuzz::check(sneddon::read_bytes(file, "fuzz.hys", {}));
    return 0;
}
