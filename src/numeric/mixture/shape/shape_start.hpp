// Where the search for skewed and heavy-tailed components begins.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numeric/mixture/shape/shaped_em.hpp"
#include "numeric/mixture/shape/shaped_mixture.hpp"

namespace sneddon {

/// Components of a family near those of a Gaussian mixture: t laws of 10 degrees of freedom; skews
/// by the third moments of the rows, weighed by their posteriors (no skew is a saddle that EM does
/// not leave). With noise: a twentieth of the rows.
ShapedMixture start_from(const GaussianMixture& mixture, ComponentFamily family, bool has_noise,
                         const Points& points);

/// The same moments with the skews the other way.
ShapedMixture with_opposite_skews(ShapedMixture mixture);

/// One component without noise: the best of the start above and of the opposite skew.
ShapedEmResult fit_one_component(const Points& points, ComponentFamily family,
                                 const ShapedEmOptions& options = {});

}  // namespace sneddon
