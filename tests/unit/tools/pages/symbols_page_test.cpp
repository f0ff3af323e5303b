#include "sneddon/tools/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "sneddon/model/quantities.hpp"
#include "support/places.hpp"

namespace sneddon {
namespace {

TEST(SymbolsPage, DocsSymbolsMdIsTheTableOfQuantities) {
    std::ostringstream page;
    page << std::ifstream(std::string(testing::source_folder) + "/docs/symbols.md",
                          std::ios::binary)
                .rdbuf();
    EXPECT_EQ(page.str(), symbols_page())
        << "refresh the page: sneddon explain --symbols > docs/symbols.md";
}

TEST(SymbolsPage, EveryQuantityHasARowOfSixCells) {
    for (const QuantityInfo& quantity : quantity_table) {
        const std::string page = symbols_page();
        const std::size_t begin = page.find("| `" + std::string(quantity.id) + "` |");
        ASSERT_NE(begin, std::string::npos) << quantity.id;
        const std::string row = page.substr(begin, page.find('\n', begin) - begin);
        EXPECT_EQ(std::count(row.begin(), row.end(), '|'), 7) << row;
    }
}

}  // namespace
}  // namespace sneddon
