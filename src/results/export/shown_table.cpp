#include "results/export/shown_table.hpp"

namespace sneddon {

ShownTable shown_table(const std::string& name, const ColumnTable& table) {
    return shown_columns(name, table, table.heads);
}

ShownTable shown_columns(const std::string& name, const ColumnTable& table,
                         const std::vector<std::string>& heads) {
    ShownTable shown{name, table.rows, {}};
    for (const std::string& head : heads.empty() ? table.heads : heads) {
        const auto texts = table.texts.find(head);
        shown.columns.push_back(
            {head, table.number(head), texts == table.texts.end() ? nullptr : &texts->second});
    }
    return shown;
}

}  // namespace sneddon
