// The deepest valley of a rheological model's sum of squares, without starting values.
#pragma once

#include <optional>
#include <span>

#include "numeric/retardation/retardation_point.hpp"

namespace sneddon {

/// Variable projection (Golub and Pereyra 1973): for given retardation times the other unknowns
/// have a closed form. All choices of trial times are tried, and from the best of them a descent
/// in ln tau (Kaufman 1975, BIT 15, 49, damped) ends where no step lowers the sum of squares.
/// `compressed`: the curve as the basis's axis compresses it. Nothing where no choice of trial
/// times has all strengths (and the flow) above 0: the model has a term that the curve does not
/// show.
std::optional<RetardationPoint> search_retardation(const RetardationBasis& basis,
                                                   const RetardationTerms& terms,
                                                   std::span<const double> compressed);

/// The descent alone, from the times of `start`, whose rises are given, to a step that changes no
/// ln tau by more than `enough`. The diagonal is raised by `damping` in the first step: little
/// where the start is near.
RetardationPoint descend_retardation(const RetardationBasis& basis, const RetardationTerms& terms,
                                     std::span<const double> compressed,
                                     const RetardationPoint& start, const TermRises& rises,
                                     double enough, double damping);

}  // namespace sneddon
