// The rheological model of a mean hold curve, fitted to other means of the same tests.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "study/creep/compressed_holds.hpp"
#include "study/creep/rheology.hpp"

namespace sneddon {

/// The compliance is a curve over the depth; a mean of other tests needs it near their creep law
/// only, where its tangent serves: y(h) = y(law) + y'(law) (h - law). What the tangent misses,
/// y''/2 times the square of what the law misses of the curve, is taken from the mean of all.
class RefittedRheology {
  public:
    /// `curve` with its law, and with its models where there are any; rheology stays while this
    /// does.
    RefittedRheology(const HoldRheology& rheology, const CreepCurve& curve,
                     const CompressedHolds& holds);

    /// Of a compressed mean and its law at the nodes. Not fitted where no model was chosen.
    RetardationFit of(std::span<const double> mean_nm, std::span<const double> law_nm) const;

  private:
    std::vector<double> along_tangent(std::span<const double> mean_nm,
                                      std::span<const double> law_nm) const;

    const HoldRheology& rheology_;
    std::optional<RetardationRefit> refit_;
    std::vector<double> beyond_tangent_;  ///< compressed
};

}  // namespace sneddon
