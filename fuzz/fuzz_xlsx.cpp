// Any bytes as the XML of a sheet, and of the table of texts, of a sound workbook (.xlsx).
#include <cstdint>
#include <string>

#include "check_content.hpp"
#include "unit/read/container/xlsx_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::string texts = "<sst><si><t>Depth (nm)</t></si><si><t>Load (mN)</t></si></sst>";
    for (const char* sheet : {"Sheet1", "Test 1"})
        sneddon::fuzz::check(sneddon::read_bytes(
            sneddon::testing::xlsx_bytes({{sheet, bytes}}, texts), "a.xlsx", {}));
    const std::string cells = "<c t='s'><v>0</v></c><c t='s'><v>1</v></c>";
    sneddon::fuzz::check(sneddon::read_bytes(
        sneddon::testing::xlsx_bytes({{"S", "<row>" + cells + "</row>"}}, bytes), "a.xlsx", {}));
    return 0;
}
