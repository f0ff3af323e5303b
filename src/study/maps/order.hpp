#pragma once

#include "study/maps/map_finding.hpp"
#include "study/table.hpp"

namespace sneddon {

/// Writes 1, 2, ... into the rows, which stand in the order of measurement.
void number_tests(std::vector<TestRow>& tests);

/// Trend (Mann-Kendall, Theil-Sen) and variogram of H_IT, E_r, h_max and creep along the order of
/// the tests of each load function; Holm's correction over all of them. Fewer than 10 tests are
/// left out.
std::vector<OrderFinding> find_order(const std::vector<TestRow>& tests);

}  // namespace sneddon
