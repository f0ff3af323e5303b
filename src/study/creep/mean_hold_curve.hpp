#pragma once

#include <span>

#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_table.hpp"

namespace sneddon {

/// Mean, sd (n - 1) and standard error at every instant over `members` (indices into the table),
/// and the mean weighted by `weights` (one per row of the table, empty: none).
MeanHoldCurve mean_hold_curve(const HoldTable& table, std::span<const std::size_t> members,
                              std::span<const double> weights);

/// Rounded to 1e-6 nm.
std::vector<double> weighted_mean_nm(const HoldTable& table, std::span<const double> weights);

}  // namespace sneddon
