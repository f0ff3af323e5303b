#include "results/written_study.hpp"

#include <algorithm>

#include "base/nan.hpp"

namespace sneddon {

double TestTable::value(const Head& head, std::size_t row) const {
    const auto* column = numbers_of(head);
    return column == nullptr ? nan : (*column)[row];
}

bool TestTable::is_used(std::size_t row) const {
    return text_of(column::status, row) == name(Status::used);
}

std::vector<std::string> TestTable::flags(std::size_t row) const {
    std::vector<std::string> codes;
    std::string_view cell = text_of(column::flags, row);
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(flag_separator), cell.size());
        codes.emplace_back(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return codes;
}

const std::vector<std::string>& TestTable::test_ids() const {
    static const std::vector<std::string> none;
    const auto found = texts.find(column::test_id.head);
    return found == texts.end() ? none : found->second;
}

std::map<std::string_view, std::size_t> TestTable::row_of_test() const {
    std::map<std::string_view, std::size_t> row_of_id;
    for (std::size_t row = 0; row < rows; ++row)
        row_of_id.emplace(text_of(column::test_id, row), row);
    return row_of_id;
}

}  // namespace sneddon
