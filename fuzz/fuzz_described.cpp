// Any bytes behind sound heads of the formats that are read from descriptions: .nmd and .hap.
#include <cstdint>
#include <string>

#include "check_content.hpp"

namespace {

const std::string nmd_head =
    "<SAMPLE TEMPLATENAME=\"x\"><TEST NAME=\"a\"><SYSCHANNEL NAME=\"Time\"/><SYSCHANNEL "
    "NAME=\"Load\"/>"
    "<SYSCHANNEL NAME=\"Depth\"/><CHANNEL NAME=\"HARDNESS\"/></TEST></SAMPLE>";

std::string hap_head(char tests) {
    std::string head(0x600, '\0');
    head[0x52B] = tests;
    return head;
}

const std::string hap_mark(
    "\xE8\x3F\0\0\0\0\0\xC0\x57\x40\0\0\0\0\0\x40\x50\x40\0\0\0\0\0\0\x59\x40\0\0"
    "\0\0\0\0\x34\x40\x01",
    35);

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto read = [](const std::string& file) {
        sneddon::fuzz::check(sneddon::read_bytes(file, "fuzz", {}));
    };
    read("N\x01\x02" + bytes);
    read(std::string("\0\x01", 2) + "<SAMPLE TEMPLATENAME=\"" + bytes);
    read(std::string("\0\x01", 2) + nmd_head + bytes);
    read(hap_head(1) + hap_mark + bytes);
    read(hap_head(2) + hap_mark + std::string(40, '\0') + bytes);
    return 0;
}
