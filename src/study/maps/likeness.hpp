#pragma once

#include <cstddef>
#include <vector>

#include "base/remembered.hpp"
#include "numeric/resampling/permutation.hpp"
#include "study/maps/map_finding.hpp"
#include "study/table.hpp"

namespace sneddon {

/// The correlation length of each quantity of a map that is a grid, and how its quantities vary
/// together. `cells` are the cells of the rows.
void add_likeness(const std::vector<TestRow>& tests, const Rows& rows,
                  const std::vector<std::size_t>& cells, const PermutationOptions& permutation,
                  const Memory& memory, MapFinding& map);

}  // namespace sneddon
