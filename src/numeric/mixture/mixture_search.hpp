// The search for the best regular optimum of one number of components, in standardised units.
#pragma once

#include <cstddef>
#include <optional>

#include "numeric/mixture/em.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/mixture_starts.hpp"
#include "numeric/mixture/standardise.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

/// What few rows stand for many.
enum class FewRows {
    drawn,  ///< by chance
    cells   ///< cells.hpp; drawn too where more than three columns make them too coarse
};

/// What all k share: the rows in standardised units and the smaller clouds the search begins on.
struct SearchSpace {
    Standardisation all;
    Points first;                  ///< `starts` makes its starts on it
    std::optional<Points> small;   ///< 4096 cells, where `first` has fewer
    std::optional<Points> middle;  ///< if there are more than 65536 rows
    StartMaker starts;
};
Result<SearchSpace> make_search_space(const Points& points, const FitMixtureOptions& options,
                                      FewRows few);

struct MixtureSearch {
    EmResult best;  ///< in standardised units
    Regularity regularity;
    bool has_fit = false;          ///< some run ended with a likelihood
    bool is_found_rarely = false;  ///< another search may well find a better one
    std::size_t starts = 0, starts_at_best = 0, irregular_optima = 0;
    std::optional<StartKind> best_start;
    std::optional<GaussianMixture> collapsed;  ///< without a fit: where a run was on its way to
};

/// `one_less`: the best fit of k - 1 components in standardised units, which grows by one component
/// for further starts; may be null.
MixtureSearch search_mixture(const SearchSpace& space, std::size_t components,
                             const GaussianMixture* one_less, const FitMixtureOptions& options);

}  // namespace sneddon
