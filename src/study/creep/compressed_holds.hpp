// The holds of a table as sums against smooth functions: what resampled means are made of.
#pragma once

#include <span>
#include <vector>

#include "numeric/least_squares/linear_power_search.hpp"
#include "study/creep/hold_table.hpp"

namespace sneddon {

/// Each curve by the axis of the basis (CompressedAxis). A mean of curves is the mean of these, and
/// what is fitted to it needs no more.
class CompressedHolds {
  public:
    /// Table and basis stay while this does. `threads`: side by side.
    CompressedHolds(const HoldTable& table, const LinearPowerBasis& basis, unsigned threads);

    const LinearPowerBasis& basis() const { return *basis_; }
    const CompressedAxis& axis() const { return basis_->prepared().axis; }
    std::size_t tests() const { return tests_; }
    /// By rows of the table, not all 0; compressed.
    std::vector<double> weighted_mean(std::span<const double> weights) const;
    /// nm at the nodes.
    std::vector<double> at_nodes(const LinearPowerFit& law) const;

  private:
    const LinearPowerBasis* basis_;
    std::size_t tests_;
    std::vector<double> values_;  ///< by tests, then nodes
};

}  // namespace sneddon
