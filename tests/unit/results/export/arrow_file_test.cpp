// What pyarrow, pandas, polars and duckdb read from such a file: tests/python/test_exports.py.
#include "results/export/arrow_file.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <sstream>

#include "base/nan.hpp"

namespace sneddon {
namespace {

std::string file_of(std::size_t rows) {
    ColumnTable table;
    table.rows = rows;
    table.heads = {"test_id", "H_IT_GPa", "cluster"};
    table.texts["test_id"].assign(rows, "a");
    table.numbers["H_IT_GPa"].assign(rows, 4.5);
    table.numbers["cluster"].assign(rows, nan);
    std::ostringstream out;
    write_arrow_file(out, shown_table("tests", table), "sneddon");
    return out.str();
}

/// Messages from the first to the mark of the end, by the lengths in front of them.
std::size_t bytes_of_messages(const std::string& file) {
    const auto word = [&](std::size_t at) {
        std::uint32_t value = 0;
        std::memcpy(&value, file.data() + at, 4);
        return value;
    };
    std::size_t at = 8, messages = 0;
    while (word(at) == 0xFFFFFFFF && word(at + 4) != 0) {
        EXPECT_EQ(word(at + 4) % 8, 0u) << "a head ends at a multiple of 8 bytes";
        at += 8 + word(at + 4);
        ++messages;
        if (messages == 1) continue;  // the schema has no body
        const std::size_t next = file.find("\xFF\xFF\xFF\xFF", at);
        at = next;
    }
    return messages;
}

TEST(ArrowFile, BeginsAndEndsWithItsNameAndHasABatchFor65536Rows) {
    for (const auto& [rows, messages] :
         {std::pair{0, 1}, std::pair{3, 2}, std::pair{65536, 2}, std::pair{65537, 3}}) {
        const std::string file = file_of(static_cast<std::size_t>(rows));
        EXPECT_EQ(file.substr(0, 8), std::string("ARROW1\0\0", 8));
        EXPECT_EQ(file.substr(file.size() - 6), "ARROW1");
        EXPECT_EQ(bytes_of_messages(file), static_cast<std::size_t>(messages)) << rows << " rows";
    }
}

TEST(ArrowFile, IsTheSameEachTime) {
    EXPECT_EQ(file_of(100), file_of(100));
}

}  // namespace
}  // namespace sneddon
