// A table of points, or of results, whose rows, cells and marks change: with units from outside
// where the length is odd; a table of results by its rows.
#include <cstdint>

#include "check_content.hpp"
#include "read/tables/property_table.hpp"
#include "text_mutator.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const ReadOptions units{.units = {{"load", "mN"}, {"depth", "nm"}, {"time", "s"}}};
    const auto content = read_bytes(bytes, "fuzz.csv", size % 2 == 0 ? ReadOptions{} : units);
    fuzz::check(content);
    if (!content || !is_property_format(content->format)) return 0;
    const auto table = read_property_table(bytes, "fuzz.csv", content->format, {});
    fuzz::require_answer(table);
    if (!table) return 0;
    for (const PropertyColumn& column : table->columns)
        fuzz::require(column.values.size() == table->rows);
    return 0;
}
