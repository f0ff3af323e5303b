// Which rows may stand for which: the design of a bootstrap.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/random.hpp"

namespace sneddon {

/// Rows are drawn by units (a row, or a cluster of rows that belong together) and units within
/// strata (groups whose sizes the design has fixed).
struct ResamplingPlan {
    std::vector<std::size_t> rows;           ///< unit after unit
    std::vector<std::size_t> unit_begin;     ///< into rows, one more than there are units
    std::vector<std::size_t> stratum_begin;  ///< into units, one more than there are strata

    std::size_t units() const { return unit_begin.empty() ? 0 : unit_begin.size() - 1; }
    std::size_t strata() const { return stratum_begin.empty() ? 0 : stratum_begin.size() - 1; }
    std::span<const std::size_t> rows_of(std::size_t unit) const;
};

ResamplingPlan independent_rows(std::size_t count);

/// Rows are drawn for rows of the same label only: every group keeps its size.
ResamplingPlan rows_within_strata(std::span<const int> strata);

/// All rows of a label are drawn together: tests of one array, neighbours of one block. The number
/// of clusters stays, the number of rows need not.
ResamplingPlan whole_clusters(std::span<const int> clusters);

/// One resample: as many units as each stratum has, with replacement. `rows` is overwritten.
void draw_rows(const ResamplingPlan& plan, RandomStream& stream, std::vector<std::size_t>& rows);

}  // namespace sneddon
