// The first line names columns, what follows is the table: as `sneddon fit` reads it, and in
// working units.
#include <array>
#include <cmath>
#include <cstdint>

#include "require.hpp"
#include "tools/fit/column_units.hpp"
#include "tools/fit/fit_columns.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    using namespace sneddon::fuzz;
    std::string_view text = bytes_of(data, size);
    auto names = split(next_line(text), ',');
    if (names.size() > 3) names.resize(3);
    for (const IncompleteRows incomplete :
         {IncompleteRows::are_errors, IncompleteRows::are_left_out}) {
        auto table = columns_of_text(text, "fuzz.csv", names, 1, incomplete);
        require_answer(table);
        if (!table) continue;
        require(table->columns.size() == names.size());
        for (const auto& column : table->columns) {
            require(column.size() == table->rows());
            for (const double value : column) require(std::isfinite(value));
        }
        constexpr std::array dimensions = {Dimension::depth, Dimension::load, Dimension::time};
        const auto trouble =
            to_working_units(*table, std::span(dimensions).first(table->columns.size()));
        if (trouble) require_told(*trouble);
    }
    return 0;
}
