#include "read/text/cell_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.hpp"

namespace sneddon {
namespace {

using Cells = std::vector<std::string>;

/// All rows up to the first that is none, three at a time.
Cells cells_in(std::string_view text, std::size_t columns, char delimiter = '\t') {
    CellRowFinder finder(text, columns, delimiter);
    Cells cells;
    for (std::size_t at = 0; at < text.size();) {
        const CellRows rows = finder.rows_at(at, 3);
        if (rows.count == 0) break;
        for (std::size_t row = 0; row < rows.count; ++row)
            for (std::size_t c = 0; c < columns; ++c)
                cells.emplace_back(rows.begin(row, c), rows.end(row, c));
        finder.pass(rows, rows.count);
        at = static_cast<std::size_t>(rows.end(rows.count - 1, columns - 1) - text.data());
        at += text.substr(at, 2) == "\r\n" ? 2 : 1;
    }
    return cells;
}

TEST(CellRows, AreThoseWithAnEndForEveryCell) {
    EXPECT_EQ(cells_in("1\t2\n3\t4\n", 2), (Cells{"1", "2", "3", "4"}));
    EXPECT_EQ(cells_in("1\t2\r\n3\t4\r\n", 2), (Cells{"1", "2", "3", "4"}));
    EXPECT_EQ(cells_in("1\t2\r3\t4\r", 2), (Cells{"1", "2", "3", "4"}));
    EXPECT_EQ(cells_in("1\t2\n3\t4\r\n5\t6\r7\t8\n", 2),
              (Cells{"1", "2", "3", "4", "5", "6", "7", "8"}));
    EXPECT_EQ(cells_in("1;2,5;\n3;;5\n", 3, ';'), (Cells{"1", "2,5", "", "3", "", "5"}));
    EXPECT_EQ(cells_in("1\t2\n\n3\t4\n", 2), (Cells{"1", "2"}));  // a blank line is none
    EXPECT_EQ(cells_in("1\n\n2\n", 1), Cells{"1"});
    EXPECT_EQ(cells_in("1\t2\n3\n4\t5\n", 2), (Cells{"1", "2"}));
    EXPECT_EQ(cells_in("1\t2\n3\t4\t5\n", 2), (Cells{"1", "2"}));
    EXPECT_EQ(cells_in("1\t2\n3\t4", 2), (Cells{"1", "2"}));  // no end
}

// Longer than a stretch that is looked through, with cells that end anywhere in its blocks.
TEST(CellRows, OfALongText) {
    for (const std::size_t columns : {1u, 2u, 5u, 40u}) {
        RandomStream random(columns);
        std::string text;
        Cells cells;
        const std::string line_end = columns % 2 == 0 ? "\r\n" : "\n";
        while (text.size() < 30'000)
            for (std::size_t c = 0; c < columns; ++c) {
                const auto least = columns == 1 ? 1.0 : 0.0;
                const auto length = static_cast<std::size_t>(least + random.uniform() * 17);
                cells.emplace_back(length, static_cast<char>('!' + length));
                text += cells.back() + (c + 1 < columns ? "\t" : line_end);
            }
        EXPECT_EQ(cells_in(text, columns), cells) << columns;
    }
}

}  // namespace
}  // namespace sneddon
