// What a search of mixtures follows: runs, where they began, and which of them are one optimum.
#pragma once

#include <cstddef>
#include <vector>

#include "numeric/mixture/em.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

/// Runs of the search whose likelihoods differ by less reached the same optimum.
inline constexpr double same_optimum_nats = 1e-2;

struct Candidate {
    EmResult run;
    Regularity regularity;
    StartKind kind;
    std::size_t starts = 1;  ///< that led here of themselves: a move of the best fit finds nothing
};

using Candidates = std::vector<Candidate>;

Candidate candidate_from(GaussianMixture mixture, StartKind kind);
Candidates candidates_from(std::vector<GaussianMixture> mixtures, StartFamily family);
void append(Candidates& to, Candidates more);

/// Regular ones first, then the more likely.
bool is_better(const Candidate& a, const Candidate& b);
bool is_same_optimum(const Candidate& a, const Candidate& b, double nats);
/// One candidate per optimum, the best first.
Candidates distinct(Candidates candidates);

}  // namespace sneddon
