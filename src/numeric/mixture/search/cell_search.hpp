// The search for mixtures of many rows: on cells first, then, from the few best optima there and
// from components that all rows ask for, on the rows themselves.
#pragma once

#include <cstddef>

#include "numeric/mixture/search/local_insertion.hpp"
#include "numeric/mixture/search/mixture_search.hpp"

namespace sneddon {

/// A search, and where its fit asks for one component more.
struct CellSearch {
    MixtureSearch found;
    std::vector<Insertion> seen, insertions;
    PlacedDensities densities;
    double fine_likelihood = 0;
};

/// `one_less`: that of one component less, of which the search goes on; may be null.
CellSearch search_on_cells(const SearchSpace& space, std::size_t components,
                           const CellSearch* one_less, const FitMixtureOptions& options);

/// What the fit of one component more is without one of them may be better than `search`.
void improve_by_one_more(const SearchSpace& space, CellSearch& search, const CellSearch& one_more,
                         const FitMixtureOptions& options);

}  // namespace sneddon
