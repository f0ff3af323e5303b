// Any bytes as a packed column, as the pages of a table and as the file itself behind its signature
// in a NanoSuite .mss, so that "implode", the tables and the reader of tests are each reached.
#include <cstdint>
#include <string>

#include "check_content.hpp"
#include "unit/read/kla/mss_bytes.hpp"

namespace {

using namespace sneddon::testing;

std::string packed_column(const std::string& bytes, std::uint32_t count) {
    return u32(0xD0BED0BE) + u16(0x0202) + u16(0xD000) + u32(count) +
           u32(static_cast<std::uint32_t>(bytes.size())) + bytes;
}

std::string file_of(const std::string& column, const std::string& table) {
    const std::string path = "Specimen/aaa/";
    const std::string numbers = mss_column({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    return ole_parts_of(ole_tree({{path + "RawData/_Time", numbers},
                                  {path + "RawData/_Load", column.empty() ? numbers : column},
                                  {path + "RawData/_Displacement", numbers},
                                  {path + "RawData/SegmentIndex", numbers},
                                  {path + "Formulae", table},
                                  {path + "Properties", table},
                                  {"Specimen/Order", table},
                                  {"Inputs", table},
                                  {"Method/Prototype/Channels", table}}))
        .bytes;
}

}  // namespace

// The first byte says which of them: building a file costs more than reading it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::string rest(reinterpret_cast<const char*>(data) + 3, size - 3);
    const std::uint32_t number = data[1] | (std::uint32_t{data[2]} << 8);
    static const std::string empty = mss_table({});
    const auto file = [&] {
        switch (data[0] % 4) {
            case 0:
                return std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + rest;
            case 1:
                return file_of(packed_column(rest, 10), empty);
            case 2:
                return file_of(packed_column(rest, number), empty);
            default:
                return file_of("", mss_table_of_pages(rest, number));
        }
    };
    sneddon::fuzz::check(sneddon::read_bytes(file(), "fuzz.mss", {}));
    return 0;
}
