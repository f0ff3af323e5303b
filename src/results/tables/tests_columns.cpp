#include "sneddon/results/written_tests.hpp"

#include <utility>

#include "base/files/file_bytes.hpp"
#include "results/column_table.hpp"
#include "results/tables/head_meaning.hpp"

namespace sneddon {
Result<TestsTable> read_tests_table(const std::string& output) {
    const auto file = FileBytes::open(output + "/tests.csv");
    if (!file) return file.error();
    ColumnTable cells = parse_column_table(file->bytes());
    TestsTable table{cells.rows, {}};
    for (const std::string& head : cells.heads) {
        TestsColumn column{head, meaning_of(head).unit, false, {}, {}};
        if (const auto numbers = cells.numbers.find(head); numbers != cells.numbers.end())
            column.numbers = std::move(numbers->second);
        if (const auto texts = cells.texts.find(head); texts != cells.texts.end()) {
            column.is_text = true;
            column.texts = std::move(texts->second);
        }
        table.columns.push_back(std::move(column));
    }
    return table;
}

}  // namespace sneddon
