#include "numeric/mixture/search/candidate_runs.hpp"

#include <algorithm>
#include <utility>

#include "base/ordered_parallel.hpp"

namespace sneddon {
namespace {

Candidate follow(const Points& points, const Candidate& from, const EmOptions& em,
                 const FitMixtureOptions& options, double total_weight) {
    Candidate to = from;
    to.run = run_em(points, from.run.mixture, em);
    to.run.passes += from.run.passes;
    to.regularity = assess_regularity(to.run.mixture, total_weight, options.limits);
    // A run that collapsed was on its way to a spike, wherever it was stopped.
    if (to.run.end == EmEnd::collapsed) to.regularity.is_spike = true;
    return to;
}

}  // namespace

Candidates follow_all(const Points& points, const Candidates& from, EmOptions em,
                      const FitMixtureOptions& options, std::optional<double> total_weight) {
    const bool share_passes = points.rows > middle_rows;
    em.threads = share_passes ? options.threads : 1;
    em.total_weight = points.total_weight();
    Candidates reached;
    ordered_parallel(
        from.size(), share_passes ? 1 : options.threads, options.stop,
        [&](std::size_t i) {
            return follow(points, from[i], em, options, total_weight.value_or(*em.total_weight));
        },
        [&](std::size_t, Candidate candidate) {
            if (!has_twins(candidate.run.mixture)) reached.push_back(std::move(candidate));
        });
    return reached;
}

Candidates made(const SearchSpace& space, std::size_t components, std::size_t first,
                std::size_t count, const FitMixtureOptions& options) {
    Candidates candidates;
    ordered_parallel(
        count, options.threads, Stop(),
        [&](std::size_t i) { return space.starts.make(components, first + i); },
        [&](std::size_t i, GaussianMixture mixture) {
            candidates.push_back(candidate_from(std::move(mixture), space.starts.kind(first + i)));
        });
    return candidates;
}

Candidates given(const SearchSpace& space, std::size_t components,
                 const FitMixtureOptions& options) {
    Candidates candidates;
    for (const GaussianMixture& mixture : options.given_starts)
        if (mixture.components() == components)
            candidates.push_back(candidate_from(to_standardised(mixture, space.all),
                                                {StartFamily::given, StartSpace::standardised}));
    return candidates;
}

std::optional<Candidate> finish(const Points& points, const Candidates& candidates,
                                const EmOptions& em, const FitMixtureOptions& options,
                                std::size_t enough) {
    std::optional<Candidate> best;
    std::size_t regular = 0;
    for (std::size_t first = 0; first < candidates.size() && regular < enough; first += enough) {
        const std::size_t last = std::min(first + enough, candidates.size());
        const auto begin = candidates.begin();
        const Candidates group(begin + static_cast<std::ptrdiff_t>(first),
                               begin + static_cast<std::ptrdiff_t>(last));
        for (Candidate& candidate : follow_all(points, group, em, options)) {
            // The likelihood of a collapsing run is that of the moment it was stopped: no number.
            if (candidate.run.end == EmEnd::collapsed) continue;
            if (candidate.regularity.is_regular()) ++regular;
            // Candidates that met at one optimum: the first stays, so that rounding cannot choose.
            if (best && is_same_optimum(candidate, *best, 1e-6))
                best->starts += candidate.starts;
            else if (!best || is_better(candidate, *best))
                best = std::move(candidate);
        }
    }
    return best;
}

void leave_hopeless(Candidates& candidates, double margin) {
    constexpr double hope = 4;
    if (candidates.empty() || !candidates[0].regularity.is_regular()) return;
    const double best = candidates[0].run.log_likelihood;
    std::erase_if(candidates, [&](const Candidate& candidate) {
        const EmResult& run = candidate.run;
        const double left = run.end == EmEnd::converged ? 0 : run.left_nats;
        return !candidate.regularity.is_regular() ||
               run.log_likelihood + hope * left + margin < best;
    });
}

}  // namespace sneddon
