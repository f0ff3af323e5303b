// How far does likeness reach, and can this spacing of points see it at all?
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/nan.hpp"
#include "numeric/spatial/variogram.hpp"

namespace sneddon {

enum class VariogramVerdict {
    undetermined,              ///< too few classes, no spread, or the fit did not settle
    range_resolved,            ///< between the pitch and the largest distance
    range_shorter_than_pitch,  ///< all nugget, or a length no two points are close enough to show
    range_beyond_distances     ///< still rising at the largest distance: a trend or a larger field
};

/// "range shorter than the pitch: not resolvable", and the like.
std::string_view words(VariogramVerdict verdict);

enum class VariogramEstimator { matheron, cressie_hawkins };

struct VariogramFitOptions {
    VariogramEstimator estimator = VariogramEstimator::cressie_hawkins;
    double pitch = 0;  ///< distance of neighbouring points, in the unit of the distances
    std::size_t fewest_pairs =
        30;  ///< classes with fewer are left out (Journel and Huijbregts 1978)
};

/// gamma(h) = nugget + partial_sill (1 - exp(-h / correlation_length)), nugget and partial_sill >=
/// 0.
struct VariogramFit {
    VariogramVerdict verdict = VariogramVerdict::undetermined;
    double nugget = nan;
    double partial_sill = nan;
    double correlation_length = nan;  ///< NaN for a pure nugget
    double nugget_share = nan;        ///< nugget / (nugget + sill)
    std::size_t classes = 0;          ///< used
};

/// Weighted least squares over the classes with weights N / gamma(h)^2 of the fitted model itself,
/// repeated until it stands still (Cressie 1985, Math. Geol. 17, 563); for each length the two
/// linear parameters follow exactly, and the length is searched from 1/8 of the shortest to 8 times
/// the largest distance, ending on the gradient. Whether there is any structure is not asked here:
/// noise gives a small partial sill of some length too, so read the verdict only beside the p value
/// of spatial_autocorrelation. A class
/// at distance 0 (repeated positions) is not used. Fewer than 4 classes: undetermined.
VariogramFit fit_exponential_variogram(std::span<const VariogramClass> classes,
                                       const VariogramFitOptions& options);

}  // namespace sneddon
