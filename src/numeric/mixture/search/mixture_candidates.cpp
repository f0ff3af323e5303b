#include "numeric/mixture/search/mixture_candidates.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace sneddon {

Candidate candidate_from(GaussianMixture mixture, StartKind kind) {
    Candidate candidate{{}, {}, kind};
    candidate.run.mixture = std::move(mixture);
    return candidate;
}

Candidates candidates_from(std::vector<GaussianMixture> mixtures, StartFamily family) {
    Candidates candidates;
    for (GaussianMixture& mixture : mixtures) {
        candidates.push_back(
            candidate_from(std::move(mixture), {family, StartSpace::standardised}));
        if (family == StartFamily::relocated) candidates.back().starts = 0;
    }
    return candidates;
}

void append(Candidates& to, Candidates more) {
    std::ranges::move(more, std::back_inserter(to));
}

bool is_better(const Candidate& a, const Candidate& b) {
    if (a.regularity.is_regular() != b.regularity.is_regular()) return a.regularity.is_regular();
    return a.run.log_likelihood > b.run.log_likelihood;
}

bool is_same_optimum(const Candidate& a, const Candidate& b, double nats) {
    return a.regularity.is_regular() == b.regularity.is_regular() &&
           std::fabs(a.run.log_likelihood - b.run.log_likelihood) <= nats;
}

Candidates distinct(Candidates candidates) {
    std::ranges::stable_sort(candidates, is_better);
    Candidates kept;
    for (Candidate& candidate : candidates) {
        if (!kept.empty() && is_same_optimum(kept.back(), candidate, same_optimum_nats))
            kept.back().starts += candidate.starts;
        else
            kept.push_back(std::move(candidate));
    }
    return kept;
}

}  // namespace sneddon
