#include "numeric/mixture/search/cell_search.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "numeric/mixture/search/candidate_runs.hpp"
#include "numeric/mixture/search/mixture_moves.hpp"

namespace sneddon {
namespace {

/// Starts race: after so many passes the more likely half goes on.
constexpr std::size_t lap_passes = 4, laps = 3;
/// The best of the races on the first and on the small cells, and how long these go on.
constexpr std::size_t first_winners = 5, first_passes = 24, small_winners = 4, small_passes = 40;
/// Optima that go on to the fine rows, and the first passes there.
constexpr std::size_t kept_for_fine = 3, fine_passes = 12;
/// Passes of the finest cells to their own end, and of all rows until the best goes on alone.
constexpr std::size_t cell_passes = 400, rows_passes = 30;
/// Components that the rows ask for: those found, and those tried.
constexpr std::size_t asked_for = 6, tried_on_rows = 3;
/// Where one more component gains more nats the cells show it, and the rows are not asked.
constexpr double plain_gain = 40;
/// Moves of the best fit: rounds, passes of what is left when one component goes, and how many of
/// these get how many insertions.
constexpr std::size_t move_rounds = 2, fewer_passes = 8, removed = 2, instead = 2;
/// Nats, of all rows, that cells may be wrong by.
constexpr double cells_are_wrong_by = 10;
/// A likelihood of the small cells that is higher by chance of the last passes.
constexpr double no_gain = 1e-3;
/// See mixture_search.cpp.
constexpr double large_gradient = 1e-5;

class Searcher {
  public:
    Searcher(const SearchSpace& space, std::size_t components, const FitMixtureOptions& options)
        : space_(space), components_(components), options_(options) {
        em_.ridge = options.regularisation;
        em_.stop = options.stop;
        em_.gradient_tolerance = 1e-3;
        em_.chart = ChartKind::moments;
    }

    CellSearch run(const CellSearch* one_less) {
        on_first(one_less);
        on_small(one_less);
        on_fine(one_less);
        move();
        on_rows();
        return result();
    }

    /// Whether one component less than `one_more` is better than `known`.
    void improve(CellSearch& known, const CellSearch& one_more) {
        begin_from(known);
        const double before = candidates_[0].run.log_likelihood;
        const auto fewer = without_one(one_more.found.best.mixture);
        Candidates tried;
        if (!fewer.empty()) tried.push_back(fewer[0]);
        try_on_cells(std::move(tried));
        // Of small components the rows themselves tell at once what is lost.
        Candidates local;
        const PlacedDensities& densities = one_more.densities;
        for (std::size_t j = 0; j < densities.losses.size(); ++j)
            if (densities.log_likelihood - densities.losses[j] > before)
                local.push_back(moved_to(without(one_more.found.best.mixture, j)));
        follow_on_fine(std::move(local));
        if (candidates_[0].run.log_likelihood <= before + 1e-3) return;
        move();
        on_rows();
        const double known_likelihood = known.found.best.log_likelihood;
        CellSearch better = result();
        better.found.starts += known.found.starts;
        better.found.irregular_optima += known.found.irregular_optima;
        if (better.found.has_fit && better.found.regularity.is_regular() &&
            better.found.best.log_likelihood > known_likelihood)
            known = std::move(better);
    }

  private:
    bool is_large() const { return space_.middle.has_value(); }
    const Points& small() const { return *space_.small; }
    /// What the search is decided on: all rows, or as many cells as are worth it.
    const Points& fine() const { return is_large() ? *space_.middle : space_.all.points; }
    const PlacedRows& placed() const { return *space_.placed_fine; }
    /// Nats of the small cells for one of the fine ones.
    double scale() const { return small().total_weight() / fine().total_weight(); }

    /// A component of few cells may hold rows enough: they count for more.
    double counted(const Points& rows) const {
        return rows.total_weight() * (&rows == &small() ? cells_count_for : 1);
    }

    double margin() const {
        return is_large()
                   ? cells_are_wrong_by * fine().total_weight() / space_.all.points.total_weight()
                   : 1;
    }

    void on_first(const CellSearch* one_less) {
        const Points& rows = space_.first;
        if (components_ == 1) {
            begin(rows, candidates_from({single_gaussian(rows)}, StartFamily::k_means), 1);
            return;
        }
        Candidates from = made(space_, components_, 0, space_.starts.count(), options_);
        if (one_less != nullptr)
            append(from,
                   candidates_from(grown(one_less->found.best.mixture, rows), StartFamily::split));
        append(from, given(space_, components_, options_));
        begin(rows, race(rows, std::move(from), first_winners), first_passes);
    }

    void on_small(const CellSearch* one_less) {
        if (components_ > 1) {
            Candidates from = std::exchange(candidates_, {});
            const std::size_t known = starts_;
            if (one_less != nullptr) {
                append(from, with_insertions(*one_less, one_less->seen));
            }
            const std::size_t more = from.size();
            from = race(small(), std::move(from), small_winners);
            starts_ = known + more;
            begin(small(), std::move(from), small_passes);
        } else
            go_on(small(), 1, small_passes);
    }

    void on_fine(const CellSearch* one_less) {
        leave_hopeless(candidates_, cells_are_wrong_by * scale());
        em_.like = &small();
        go_on(fine(), kept_for_fine, fine_passes);
        em_.like = nullptr;
        leave_hopeless(candidates_, margin());
        if (one_less != nullptr) {
            Candidates asked = with_insertions(*one_less, one_less->insertions);
            asked.resize(std::min(asked.size(), tried_on_rows));
            follow_on_fine(std::move(asked));
            // Rather than fewer, or none: one more component somewhere.
            if (!has_regular() || candidates_[0].run.log_likelihood < one_less->fine_likelihood) {
                Candidates more = with_insertions(*one_less, one_less->seen);
                append(more, candidates_from(grown(one_less->found.best.mixture, fine()),
                                             StartFamily::split));
                follow_on_fine(std::move(more));
            }
        }
    }

    /// While moves of the best fit help.
    void move() {
        for (std::size_t round = 0; components_ > 1 && round < move_rounds && has_regular();
             ++round) {
            const Candidate best = candidates_[0];
            scan();
            follow_on_fine(swapped());
            if (is_same_optimum(candidates_[0], best, same_optimum_nats)) move_on_cells();
            if (is_same_optimum(candidates_[0], best, same_optimum_nats)) return;
        }
    }

    void scan() {
        if (candidates_.empty()) return;
        const GaussianMixture& mixture = candidates_[0].run.mixture;
        scanned_ = mixture.weights;
        const auto best = [&](const PlacedRows& rows, const PlacedDensities& densities) {
            return best_insertions(mixture, rows, densities, asked_for, options_.limits,
                                   options_.threads);
        };
        seen_ = best(*space_.placed_small, densities_of(mixture, *space_.placed_small));
        densities_ = {};
        insertions_.clear();
        if (!seen_.empty() && seen_[0].gain > plain_gain * scale()) return;
        densities_ = densities_of(mixture, placed());
        insertions_ = best(placed(), densities_);
    }

    /// One component away, an insertion instead, where the rows near both promise a gain.
    Candidates swapped() const {
        struct Swap {
            double gain;
            std::size_t removed;
            const Insertion* instead;
        };
        std::vector<Swap> swaps;
        for (std::size_t j = 0; j < components_; ++j)
            for (const Insertion& one : insertions_)
                if (one.gain > densities_.losses.at(j))
                    swaps.push_back({one.gain - densities_.losses[j], j, &one});
        std::ranges::stable_sort(swaps, std::greater{}, &Swap::gain);
        Candidates candidates;
        for (std::size_t n = 0; n < std::min<std::size_t>(swaps.size(), 2); ++n)
            candidates.push_back(moved_to(with_component(
                without(candidates_[0].run.mixture, swaps[n].removed), swaps[n].instead->weight,
                swaps[n].instead->mean, swaps[n].instead->covariance)));
        return candidates;
    }

    static Candidate moved_to(GaussianMixture mixture) {
        Candidate candidate =
            candidate_from(std::move(mixture), {StartFamily::relocated, StartSpace::standardised});
        candidate.starts = 0;
        return candidate;
    }

    /// The mixture with each component in turn away, followed a little on the small cells; the
    /// likeliest first.
    Candidates without_one(const GaussianMixture& mixture) const {
        Candidates fewer;
        for (std::size_t j = 0; j < mixture.components(); ++j)
            fewer.push_back(moved_to(without(mixture, j)));
        EmOptions em = em_;
        em.most_passes = fewer_passes;
        fewer = follow_all(small(), fewer, em, options_, counted(small()));
        std::ranges::stable_sort(fewer, is_better);
        return fewer;
    }

    void move_on_cells() {
        const Candidates fewer = without_one(candidates_[0].run.mixture);
        Candidates tried;
        for (std::size_t j = 0; j < std::min(removed, fewer.size()); ++j)
            for (std::size_t n = 0; n < std::min(instead, seen_.size()); ++n)
                tried.push_back(moved_to(with_component(fewer[j].run.mixture, seen_[n].weight,
                                                        seen_[n].mean, seen_[n].covariance)));
        for (const Candidate& rest : fewer)
            for (std::size_t to = 0; to + 1 < components_; ++to)
                tried.push_back(moved_to(split_across(rest.run.mixture, to)));
        try_on_cells(std::move(tried));
    }

    /// The best of the candidates on cells goes on to the fine rows, if it is no worse there than
    /// the best known.
    void try_on_cells(Candidates tried) {
        if (tried.empty() || candidates_.empty()) return;
        EmOptions em = em_;
        em.most_passes = small_passes;
        em.like = &small();
        const Candidate known =
            follow_all(small(), {candidates_[0]}, em, options_, counted(small())).at(0);
        auto reached = distinct(follow_all(small(), race(small(), std::move(tried), small_winners),
                                           em, options_, counted(small())));
        std::erase_if(reached, [&](const Candidate& candidate) {
            return !candidate.regularity.is_regular() ||
                   candidate.run.log_likelihood < known.run.log_likelihood + no_gain;
        });
        if (reached.empty()) return;
        reached.resize(1);
        follow_on_fine(std::move(reached));
    }

    void follow_on_fine(Candidates from) {
        em_.most_passes = fine_passes;
        em_.like = &fine();
        append(candidates_, follow_all(fine(), from, em_, options_, counted(fine())));
        em_.like = nullptr;
        candidates_ = distinct(std::move(candidates_));
        leave_hopeless(candidates_, margin());
    }

    void on_rows() {
        em_.like = &fine();
        if (!candidates_.empty()) fine_likelihood_ = candidates_[0].run.log_likelihood;
        if (is_large()) {
            go_on(fine(), kept_for_fine, cell_passes);
            go_on(space_.all.points, kept_for_fine, fine_passes);
            leave_hopeless(candidates_, margin());
        }
        if (candidates_.size() > 1) go_on(space_.all.points, kept_for_fine, rows_passes);
    }

    void begin_from(const CellSearch& known) {
        Candidate candidate;
        candidate.run = known.found.best;
        candidate.regularity = known.found.regularity;
        candidate.kind = *known.found.best_start;
        candidate.starts = known.found.starts_at_best;
        candidates_ = {candidate};
        if (is_large()) go_on(fine(), 1, 1);  // its likelihood there
    }

    static Candidates with_insertions(const CellSearch& one_less,
                                      const std::vector<Insertion>& insertions) {
        std::vector<GaussianMixture> mixtures;
        for (const Insertion& one : insertions)
            mixtures.push_back(
                with_component(one_less.found.best.mixture, one.weight, one.mean, one.covariance));
        return candidates_from(std::move(mixtures), StartFamily::split);
    }

    Candidates race(const Points& rows, Candidates from, std::size_t winners) {
        EmOptions lap = em_;
        lap.most_passes = lap_passes;
        lap.like = nullptr;  // far from an optimum its curvature leads nowhere
        starts_ += from.size();
        for (std::size_t n = 1; n <= laps; ++n) {
            from = follow_all(rows, from, lap, options_, counted(rows));
            std::ranges::stable_sort(from, is_better);
            const std::size_t left = n < laps ? std::max(winners, from.size() / 2) : winners;
            from.resize(std::min(from.size(), left));
        }
        return from;
    }

    void begin(const Points& rows, Candidates from, std::size_t passes) {
        em_.most_passes = passes;
        em_.like = &rows;
        auto reached = follow_all(rows, from, em_, options_, counted(rows));
        em_.like = nullptr;
        for (const Candidate& candidate : reached)
            if (!candidate.regularity.is_regular()) ++irregular_;
        append(candidates_, std::move(reached));
        candidates_ = distinct(std::move(candidates_));
    }

    void go_on(const Points& rows, std::size_t kept, std::size_t passes) {
        candidates_.resize(std::min(candidates_.size(), kept));
        em_.most_passes = passes;
        const Points* like = em_.like;
        if (like == nullptr) em_.like = &rows;
        candidates_ = distinct(follow_all(rows, candidates_, em_, options_, counted(rows)));
        em_.like = like;
    }

    bool has_regular() const {
        return !candidates_.empty() && candidates_[0].regularity.is_regular();
    }

    CellSearch result() {
        EmOptions last = em_;
        last.like = &fine();
        last.gradient_tolerance = options_.gradient_tolerance;
        last.most_passes = EmOptions{}.most_passes;
        if (is_large())
            last.gradient_tolerance = std::fmax(last.gradient_tolerance, large_gradient);
        auto best = finish(space_.all.points, candidates_, last, options_, 1);
        CellSearch search;
        MixtureSearch& found = search.found;
        found.starts = std::max<std::size_t>(starts_, 1);
        found.irregular_optima = irregular_;
        if (!best) {
            if (!candidates_.empty()) found.collapsed = candidates_[0].run.mixture;
            return search;
        }
        found.starts_at_best = best->starts;
        found.is_found_rarely = best->starts < options_.starts.wanted_at_best;
        found.has_fit = true;
        found.best = std::move(best->run);
        found.regularity = best->regularity;
        found.best_start = best->kind;
        if (!is_scanned(found.best.mixture)) {
            candidates_ = {*best};
            candidates_[0].run = found.best;
            scan();
        }
        search.fine_likelihood = fine_likelihood_;
        search.seen = std::move(seen_);
        search.insertions = std::move(insertions_);
        search.densities = std::move(densities_);
        return search;
    }

    /// The scan of the last move is of this mixture but for its last digits.
    bool is_scanned(const GaussianMixture& mixture) const {
        if (scanned_.size() != mixture.weights.size()) return false;
        for (std::size_t j = 0; j < scanned_.size(); ++j)
            if (std::fabs(scanned_[j] - mixture.weights[j]) > 1e-4) return false;
        return true;
    }

    const SearchSpace& space_;
    const std::size_t components_;
    const FitMixtureOptions& options_;
    EmOptions em_;
    Candidates candidates_;  ///< distinct, the best first
    PlacedDensities densities_;
    std::vector<Insertion> seen_, insertions_;  ///< of the best, on small cells and on fine rows
    std::vector<double> scanned_;               ///< the weights of the mixture that both are of
    double fine_likelihood_ = 0;
    std::size_t starts_ = 0, irregular_ = 0;
};

}  // namespace

CellSearch search_on_cells(const SearchSpace& space, std::size_t components,
                           const CellSearch* one_less, const FitMixtureOptions& options) {
    return Searcher(space, components, options).run(one_less);
}

void improve_by_one_more(const SearchSpace& space, CellSearch& search, const CellSearch& one_more,
                         const FitMixtureOptions& options) {
    Searcher(space, search.found.best.mixture.components(), options).improve(search, one_more);
}

}  // namespace sneddon
