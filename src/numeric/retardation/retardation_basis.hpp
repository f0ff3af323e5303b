// What a fit of rheological models needs of the instants and the ramp, whatever the curve.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "numeric/least_squares/compressed_axis.hpp"

namespace sneddon {

/// Rises of terms at the nodes with their sums, about their means over the instants. `columns[0]`
/// is s itself, the dashpot; then one Kelvin element for each trial time.
struct TrialColumns {
    std::vector<double> tau;                   ///< of columns 1, 2, ...
    std::vector<std::vector<double>> columns;  ///< about their means
    std::vector<double> gram;                  ///< columns.size() squared

    double product(std::size_t i, std::size_t j) const { return gram[i * columns.size() + j]; }
};

class RetardationBasis {
  public:
    /// `instants` are since the end of the ramp, the first one 0 or later. Nothing where they are
    /// no axis (CompressedAxis::make), begin before 0, or the ramp is negative.
    static std::optional<RetardationBasis> make(std::span<const double> instants, double ramp);

    const CompressedAxis& axis() const { return axis_; }
    double ramp() const { return ramp_; }
    std::span<const double> times() const { return times_; }  ///< since the ramp, at the nodes
    double count() const { return static_cast<double>(axis_.size()); }
    const TrialColumns& elements() const { return elements_; }
    const TrialColumns& logarithms() const { return logarithms_; }

    /// Retardation times are looked for between these: two steps of the instants and three times
    /// their length. Outside, a Kelvin element is a step or a straight line. A logarithm's tau may
    /// be far below a step: only the offset sees it then.
    double least_tau(bool is_logarithm) const;
    double largest_tau(bool is_logarithm) const;

    double mean(std::span<const double> at_nodes) const;
    double product(std::span<const double> a, std::span<const double> b) const;

  private:
    RetardationBasis(CompressedAxis axis, double ramp) : axis_(std::move(axis)), ramp_(ramp) {}
    TrialColumns trial_columns(bool is_logarithm, double ratio) const;

    CompressedAxis axis_;
    double ramp_;
    std::vector<double> times_;
    TrialColumns elements_, logarithms_;
};

}  // namespace sneddon
