#include "mixture_search.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sneddon/base/ordered_parallel.hpp"
#include "sneddon/base/random.hpp"

namespace sneddon {
namespace {

constexpr std::size_t small_rows = 4096, middle_rows = 65536;
constexpr std::size_t small_passes = 120, middle_passes = 80;
constexpr std::size_t kept_for_middle = 16;
/// Regular optima that are followed to the end, beginning with the most likely.
constexpr std::size_t enough_regular = 4;
/// More rows than middle_rows: the optima are told apart there, the best goes on to all rows, to a
/// gradient of 1e-4 standard errors. What is left of the likelihood is delta^2 / (2 (1 - rate)):
/// 5e-5 nat even where EM gains a ten thousandth of the way per step.
constexpr std::size_t enough_of_large = 1, large_passes = 600;
constexpr double large_gradient = 1e-4;
/// Runs of the search whose likelihoods differ by less reached the same optimum.
constexpr double same_optimum_nats = 1e-2;
/// Streams of the seed that no start uses.
constexpr std::uint64_t small_stream = ~std::uint64_t{0}, middle_stream = ~std::uint64_t{1};

struct Candidate {
    EmResult run;
    Regularity regularity;
    StartKind kind;
    double search_log_likelihood = 0;  ///< on the small cloud
};

bool is_better(const Candidate& a, const Candidate& b) {
    if (a.regularity.is_regular() != b.regularity.is_regular()) return a.regularity.is_regular();
    return a.run.log_likelihood > b.run.log_likelihood;
}

Candidate follow(const Points& points, const Candidate& from, const EmOptions& em,
                 const FitMixtureOptions& options) {
    Candidate to = from;
    to.run = run_em(points, from.run.mixture, em);
    to.run.passes += from.run.passes;
    to.regularity = assess_regularity(to.run.mixture, points.total_weight(), options.limits);
    // A run that collapsed was on its way to a spike, wherever it was stopped.
    if (to.run.end == EmEnd::collapsed) to.regularity.is_spike = true;
    return to;
}

/// The candidates followed on other rows: side by side, or one after the other on all threads when
/// a single pass is worth sharing.
std::vector<Candidate> follow_all(const Points& points, const std::vector<Candidate>& from,
                                  EmOptions em, const FitMixtureOptions& options) {
    const bool share_passes = points.rows >= middle_rows;
    em.threads = share_passes ? options.threads : 1;
    std::vector<Candidate> reached;
    ordered_parallel(
        from.size(), share_passes ? 1 : options.threads, options.stop,
        [&](std::size_t i) { return follow(points, from[i], em, options); },
        [&](std::size_t, Candidate candidate) { reached.push_back(std::move(candidate)); });
    return reached;
}

std::vector<Candidate> make_candidates(const SearchSpace& space, std::size_t components,
                                       const GaussianMixture* one_less,
                                       const std::vector<GaussianMixture>& given) {
    std::vector<Candidate> candidates;
    const auto add = [&](GaussianMixture mixture, StartKind kind) {
        Candidate candidate{{}, {}, kind, 0};
        candidate.run.mixture = std::move(mixture);
        candidates.push_back(std::move(candidate));
    };
    if (components == 1) {
        add(single_gaussian(space.small), {StartFamily::k_means, StartSpace::standardised});
        return candidates;
    }
    for (std::size_t i = 0; i < space.starts.count(); ++i)
        add(space.starts.make(components, i), space.starts.kind(i));
    if (one_less != nullptr)
        for (std::size_t j = 0; j < one_less->components(); ++j)
            add(split_component(*one_less, j), {StartFamily::split, StartSpace::standardised});
    for (const GaussianMixture& mixture : given)
        if (mixture.components() == components)
            add(to_standardised(mixture, space.all),
                {StartFamily::given, StartSpace::standardised});
    return candidates;
}

/// One candidate per optimum, the best first.
std::vector<Candidate> distinct(std::vector<Candidate> candidates) {
    std::ranges::stable_sort(candidates, is_better);
    std::vector<Candidate> kept;
    for (Candidate& candidate : candidates) {
        const bool is_new =
            kept.empty() ||
            kept.back().regularity.is_regular() != candidate.regularity.is_regular() ||
            kept.back().run.log_likelihood - candidate.run.log_likelihood > same_optimum_nats;
        if (is_new) kept.push_back(std::move(candidate));
    }
    return kept;
}

/// Follows candidates to the end until enough of them are regular; the best of them.
std::optional<Candidate> finish(const Points& points, const std::vector<Candidate>& candidates,
                                const EmOptions& em, const FitMixtureOptions& options,
                                std::size_t enough) {
    std::optional<Candidate> best;
    std::size_t regular = 0;
    for (std::size_t first = 0; first < candidates.size() && regular < enough; first += enough) {
        const std::size_t last = std::min(first + enough, candidates.size());
        const auto begin = candidates.begin();
        const std::vector<Candidate> group(begin + static_cast<std::ptrdiff_t>(first),
                                           begin + static_cast<std::ptrdiff_t>(last));
        for (Candidate& candidate : follow_all(points, group, em, options)) {
            // The likelihood of a collapsing run is that of the moment it was stopped: no number.
            if (candidate.run.end == EmEnd::collapsed) continue;
            if (candidate.regularity.is_regular()) ++regular;
            // Candidates that met at one optimum: the first counts, so that rounding cannot choose.
            const bool is_same =
                best && std::fabs(candidate.run.log_likelihood - best->run.log_likelihood) < 1e-6;
            if (!best || (!is_same && is_better(candidate, *best))) best = std::move(candidate);
        }
    }
    return best;
}

}  // namespace

Result<SearchSpace> make_search_space(const Points& points, const FitMixtureOptions& options) {
    auto standardised = standardise(points);
    if (!standardised) return standardised.error();
    auto white = whiten(standardised->points);
    if (!white) return white.error();
    RandomStream small_random(options.seed, small_stream);
    RandomStream middle_random(options.seed, middle_stream);
    const auto small = draw_rows(points.rows, small_rows, small_random);
    Points cloud = choose_rows(standardised->points, small);
    StartMaker starts(cloud, choose_rows(white.value(), small), options.starts, options.seed);
    std::optional<Points> middle;
    if (points.rows > middle_rows)
        middle =
            choose_rows(standardised->points, draw_rows(points.rows, middle_rows, middle_random));
    return SearchSpace{std::move(standardised).value(), std::move(middle), std::move(cloud),
                       std::move(starts)};
}

MixtureSearch search_mixture(const SearchSpace& space, std::size_t components,
                             const GaussianMixture* one_less, const FitMixtureOptions& options) {
    EmOptions em;
    em.ridge = options.regularisation;
    em.stop = options.stop;
    em.gradient_tolerance = 1e-3;
    em.most_passes = small_passes;
    auto searched =
        follow_all(space.small, make_candidates(space, components, one_less, options.given_starts),
                   em, options);
    MixtureSearch result;
    result.starts = searched.size();
    for (Candidate& candidate : searched) {
        candidate.search_log_likelihood = candidate.run.log_likelihood;
        if (!candidate.regularity.is_regular()) ++result.irregular_optima;
    }
    auto candidates = distinct(searched);

    const bool is_large = space.middle.has_value();
    if (space.small.rows < space.all.points.rows) {
        candidates.resize(std::min(candidates.size(), kept_for_middle));
        em.most_passes = middle_passes;
        const Points& rows = space.middle ? *space.middle : space.all.points;
        candidates = distinct(follow_all(rows, candidates, em, options));
    }
    if (is_large) {
        candidates.resize(std::min(candidates.size(), enough_regular));
        em.most_passes = large_passes;
        candidates = distinct(follow_all(*space.middle, candidates, em, options));
    }
    EmOptions last = em;
    last.gradient_tolerance = options.gradient_tolerance;
    last.most_passes = EmOptions{}.most_passes;
    if (is_large) last.gradient_tolerance = std::fmax(last.gradient_tolerance, large_gradient);
    auto best = finish(space.all.points, candidates, last, options,
                       is_large ? enough_of_large : enough_regular);
    if (!best) return result;
    for (const Candidate& candidate : searched)
        if (std::fabs(candidate.search_log_likelihood - best->search_log_likelihood) <
            same_optimum_nats)
            ++result.starts_at_best;
    result.has_fit = true;
    result.best = std::move(best->run);
    result.regularity = best->regularity;
    result.best_start = best->kind;
    return result;
}

}  // namespace sneddon
