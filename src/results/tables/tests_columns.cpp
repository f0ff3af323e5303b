#include "sneddon/results/written_tests.hpp"

#include <filesystem>
#include <utility>

#include "base/files/file_bytes.hpp"
#include "results/column_table.hpp"
#include "results/columns.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

/// "H_IT_GPa_u_random" has the unit of H_IT_GPa, and so has what the instrument says of it.
std::string unit_of(std::string_view head) {
    if (const auto key = Head::vendors_key(head); !key.empty()) head = key;
    for (const std::string_view end : {"_u_random", "_u_common"})
        if (head.ends_with(end)) head.remove_suffix(end.size());
    if (const auto quantity = find_quantity(head)) return std::string(quantity->info().unit);
    if (head == column::x_um.head || head == column::y_um.head) return "µm";
    if (head == "frame_compliance_applied_nm_per_uN") return "nm/µN";
    return head == "drift_applied_nm_per_s" ? "nm/s" : "";
}

}  // namespace

Result<TestsTable> read_tests_table(const std::string& output) {
    const auto file = FileBytes::open((std::filesystem::path(output) / "tests.csv").string());
    if (!file) return file.error();
    ColumnTable cells = parse_column_table(file->bytes());
    TestsTable table{cells.rows, {}};
    for (const std::string& head : cells.heads) {
        TestsColumn column{head, unit_of(head), false, {}, {}};
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
