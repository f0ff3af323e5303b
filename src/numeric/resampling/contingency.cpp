#include "numeric/resampling/contingency.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/label_kinds.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

double corrected_v(double phi_squared, double rows, double columns, double n) {
    const double chance = (rows - 1) * (columns - 1) / (n - 1);
    const double rows_left = rows - (rows - 1) * (rows - 1) / (n - 1);
    const double columns_left = columns - (columns - 1) * (columns - 1) / (n - 1);
    return std::sqrt(std::max(0.0, phi_squared - chance) /
                     std::min(rows_left - 1, columns_left - 1));
}

}  // namespace

ContingencyTable cross_tabulate(std::span<const int> rows, std::span<const int> columns) {
    assert(rows.size() == columns.size());
    LabelKinds row_kinds = label_kinds(rows), column_kinds = label_kinds(columns);
    ContingencyTable table;
    table.row_labels = std::move(row_kinds.names);
    table.column_labels = std::move(column_kinds.names);
    table.counts.resize(table.row_labels.size() * table.column_labels.size());
    table.row_totals.resize(table.row_labels.size());
    table.column_totals.resize(table.column_labels.size());
    table.total = rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t row = row_kinds.kind[i], column = column_kinds.kind[i];
        ++table.counts[row * table.column_labels.size() + column];
        ++table.row_totals[row];
        ++table.column_totals[column];
    }
    return table;
}

Association association(const ContingencyTable& table) {
    Association result;
    const std::size_t rows = table.row_labels.size(), columns = table.column_labels.size();
    if (rows < 2 || columns < 2) return result;
    const auto n = static_cast<double>(table.total);
    CompensatedSum chi_squared;
    double smallest = n;
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            const double expected = static_cast<double>(table.row_totals[r]) *
                                    static_cast<double>(table.column_totals[c]) / n;
            const double excess = static_cast<double>(table.count(r, c)) - expected;
            chi_squared.add(excess * excess / expected);
            smallest = std::min(smallest, expected);
        }
    const auto r = static_cast<double>(rows), c = static_cast<double>(columns);
    result.chi_squared = chi_squared.value();
    result.smallest_expected = smallest;
    result.df = (r - 1) * (c - 1);
    result.p = chi_squared_upper_tail(result.chi_squared, result.df);
    result.cramers_v = std::sqrt(result.chi_squared / n / std::min(r - 1, c - 1));
    result.cramers_v_corrected = corrected_v(result.chi_squared / n, r, c, n);
    return result;
}

}  // namespace sneddon
