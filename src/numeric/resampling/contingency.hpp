// Two labels per item: their table, and how strongly they hang together.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/nan.hpp"

namespace sneddon {

struct ContingencyTable {
    std::vector<int> row_labels, column_labels;  ///< ascending, each label that occurs
    std::vector<std::size_t> counts;             ///< row by row
    std::vector<std::size_t> row_totals, column_totals;
    std::size_t total = 0;

    std::size_t count(std::size_t row, std::size_t column) const {
        return counts[row * column_labels.size() + column];
    }
};

/// Counts the pairs (rows[i], columns[i]); both spans have one length.
ContingencyTable cross_tabulate(std::span<const int> rows, std::span<const int> columns);

/// Pearson's chi^2 = sum (O - E)^2 / E, E = row total x column total / n, df = (r - 1)(c - 1).
/// Cramer's V = sqrt(chi^2 / n / min(r - 1, c - 1)), 0 (independent) to 1. V of independent labels
/// is above 0 by chance; the corrected V takes that off: phi^2 -> max(0, phi^2 - (r - 1)(c - 1) /
/// (n - 1)), r -> r - (r - 1)^2/(n - 1), c alike (Bergsma 2013, J. Korean Stat. Soc. 42, 323).
/// The p value leans on chi^2: doubtful where an expected count is below 5 (smallest_expected).
struct Association {
    double chi_squared = nan;
    double df = 0;
    double p = nan;
    double smallest_expected = nan;
    double cramers_v = nan;
    double cramers_v_corrected = nan;
};

/// All NaN when one of the labels takes fewer than two values: there is nothing to hang together.
Association association(const ContingencyTable& table);

}  // namespace sneddon
