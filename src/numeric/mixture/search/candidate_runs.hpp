// Candidates of a search followed on some rows.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "numeric/mixture/mixture_starts.hpp"
#include "numeric/mixture/search/mixture_candidates.hpp"

namespace sneddon {

/// The candidates followed: side by side, or one after the other on all threads when a single pass
/// is worth sharing. Saddles are left out. `total_weight`: of the rows that these stand for, where
/// it is not their own; it tells what is regular.
Candidates follow_all(const Points& points, const Candidates& from, EmOptions em,
                      const FitMixtureOptions& options, std::optional<double> total_weight = {});

/// Starts `first`, first + 1, ...
Candidates made(const SearchSpace& space, std::size_t components, std::size_t first,
                std::size_t count, const FitMixtureOptions& options);

/// Those of the caller.
Candidates given(const SearchSpace& space, std::size_t components,
                 const FitMixtureOptions& options);

/// Follows candidates to the end until `enough` of them are regular; the best of them.
std::optional<Candidate> finish(const Points& points, const Candidates& candidates,
                                const EmOptions& em, const FitMixtureOptions& options,
                                std::size_t enough);

/// Leaves out what cannot become the best any more: not even with four times what the curvature
/// promises it, and `margin`.
void leave_hopeless(Candidates& candidates, double margin);

}  // namespace sneddon
