// The tables of a study beside that of its tests, each from what results.json says.
#pragma once

#include "results/column_table.hpp"
#include "results/written/results.hpp"

namespace sneddon {

/// One row per group: name, sample, load_function, n, and of each quantity that some group has the
/// mean, sd (n - 1), n, u_random of the mean and u_common, in the quantity's unit.
ColumnTable table_of_groups(const WrittenResults& results);

/// One row per cluster, of all samples together (an empty `sample`) and then of each alone: label,
/// n, share, weight, what its rows and resamples say of it, and the mean of each feature. No rows
/// where there are no clusters.
ColumnTable table_of_clusters(const WrittenResults& results);

/// One row per column of `tests`: its unit, symbol, clause of ISO 14577-1, formula and meaning.
ColumnTable table_of_units(const std::vector<std::string>& heads);

/// One row per option in force: key, value, where it comes from; the version first.
ColumnTable table_of_recipe(const WrittenResults& results);

}  // namespace sneddon
