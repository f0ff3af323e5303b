// Starts made from a fit that is known: one component more for the next k, or a component moved to
// where another one is too coarse (as in the split and merge of Ueda et al. 2000, Neural
// Computation 12, 2109). They reach optima that starts from rows seldom reach when k is large.
#pragma once

#include <cstddef>
#include <vector>

#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// k + 1 components: component j is cut across its longest axis, its moments stay.
GaussianMixture split_across(const GaussianMixture& mixture, std::size_t j);

/// k + 1 components: component j becomes a narrow and a wide one, its moments stay. Their means are
/// a little apart: on one place they would stay there, a saddle, where the data are symmetric.
GaussianMixture split_in_place(const GaussianMixture& mixture, std::size_t j);

/// k + 1 components: a new one for the rows of least density, a twentieth of all.
GaussianMixture cover_unlikely_rows(const GaussianMixture& mixture, const Points& points);

/// k + 1 components: a new one on a row and its nearest neighbours, 3 (d + 1) in all, in turn at up
/// to 32 rows. A small tight group among wide ones is seldom a start's own part.
std::vector<GaussianMixture> with_compact_group(const GaussianMixture& mixture,
                                                const Points& points);

/// The first three, for every component.
std::vector<GaussianMixture> grown(const GaussianMixture& mixture, const Points& points);

/// k components: one is taken away, another one cut across; every ordered pair.
std::vector<GaussianMixture> relocated(const GaussianMixture& mixture);

/// k - 1 components: j is taken away, the others weigh more.
GaussianMixture without(const GaussianMixture& mixture, std::size_t j);

}  // namespace sneddon
