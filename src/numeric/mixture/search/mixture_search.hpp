// The search for the best regular optimum of one number of components, in standardised units.
#pragma once

#include <cstddef>
#include <optional>

#include "numeric/mixture/em.hpp"
#include "numeric/mixture/mixture_regularity.hpp"
#include "numeric/mixture/mixture_starts.hpp"
#include "sneddon/numeric/fit_mixture.hpp"

namespace sneddon {

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
