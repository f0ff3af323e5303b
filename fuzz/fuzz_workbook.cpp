// Any bytes as the stream of a workbook in a sound compound file, so that the reader of BIFF8 and
// of NanoSuite's sheets is reached; and as the compound file itself behind its signature.
#include <cstdint>
#include <string>

#include "check_content.hpp"
#include "unit/read/container/ole_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::string book = sneddon::testing::ole_bytes({{"Workbook", bytes}});
    sneddon::fuzz::check(sneddon::read_bytes(book, "fuzz.xls", {}));
    const std::string file = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + bytes;
    sneddon::fuzz::check(sneddon::read_bytes(file, "fuzz.xls", {}));
    return 0;
}
