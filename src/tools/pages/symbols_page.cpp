#include "sneddon/tools/pages.hpp"

#include <fmt/core.h>

#include <string_view>

#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

/// A bar would end the cell.
std::string code_cell(std::string_view text) {
    std::string code;
    for (const char c : text) code += c == '|' ? std::string("\\|") : std::string(1, c);
    return code.empty() ? code : fmt::format("`{}`", code);
}

}  // namespace

std::string symbols_page() {
    std::string page =
        "# Symbols\n\n"
        "Made from the table of quantities (include/sneddon/model/quantities.hpp) by\n"
        "`sneddon explain --symbols > docs/symbols.md`. The ids are the heads of tests.csv and "
        "the\n"
        "keys of results.json. A cell is empty (null in JSON) where a test gives no number.\n\n"
        "| id | symbol | unit | ISO 14577-1 | formula | meaning |\n"
        "|---|---|---|---|---|---|\n";
    for (const QuantityInfo& quantity : quantity_table)
        page += fmt::format("| {} | {} | {} | {} | {} | {} |\n", code_cell(quantity.id),
                            code_cell(quantity.symbol), quantity.unit.empty() ? "1" : quantity.unit,
                            code_cell(quantity.iso), code_cell(quantity.formula), quantity.text);
    return page;
}

}  // namespace sneddon
