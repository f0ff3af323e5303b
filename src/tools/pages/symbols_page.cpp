#include "sneddon/tools/pages.hpp"

#include <fmt/core.h>

#include <string_view>

#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

std::string code_cell(std::string_view text) {
    return text.empty() ? std::string() : fmt::format("`{}`", text);
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
