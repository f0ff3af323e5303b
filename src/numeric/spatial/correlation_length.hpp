// How far does likeness reach, by likelihood, and does the map tell it at all?
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/nan.hpp"
#include "numeric/spatial/grid_neighbours.hpp"

namespace sneddon {

/// Correlation at distance h of what is no nugget: exp(-h/l), or (1 + s) exp(-s), s = sqrt(3) h/l
/// (Matern with smoothness 3/2: values that change smoothly).
enum class CorrelationModel { exponential, matern32 };
std::string_view name(CorrelationModel model);

enum class LengthVerdict {
    undetermined,    ///< fewer than 30 values, or no spread
    resolved,        ///< both ends of the interval lie inside what was searched
    no_correlation,  ///< independent values are as good
    not_resolvable,  ///< correlated, but the interval is open at an end
};
/// "resolved", "not resolvable: independent values are as good", ...
std::string_view words(LengthVerdict verdict);

struct CorrelationLength {
    LengthVerdict verdict = LengthVerdict::undetermined;
    CorrelationModel model = CorrelationModel::exponential;  ///< the likelier one
    double length = nan;                                     ///< in the unit of the pitches
    /// 95 % by profile likelihood; NaN where it is open on that side.
    double low = nan, high = nan;
    double nugget_share = nan;    ///< of the variance, at the optimum
    double log_likelihood = nan;  ///< above that of independent values
    double other_model = nan;     ///< how much less likely the other model is at its best
    std::size_t n = 0;
};

struct GridGeometry {
    GridShape shape;
    double pitch_x = 0, pitch_y = 0;
};

/// Restricted likelihood (REML: a constant mean taken out) of values on a grid with covariance
/// variance x [(1 - nugget) correlation(h) + nugget (h = 0)], as the product of the densities of
/// each value given the nearest of those before it (Vecchia 1988, J. R. Stat. Soc. B 50, 297), 24
/// of them, 12 on maps of more than 5,000 values. The length is searched from a quarter of the
/// pitch to twice the diagonal of the map. One entry per cell and quantity, NaN where there is
/// none; a cell counts where all quantities have a value. Intervals: the lengths whose profile lies
/// less than 1.92 below its maximum.
std::vector<CorrelationLength> correlation_lengths(const GridGeometry& grid,
                                                   std::span<const std::vector<double>> quantities);

}  // namespace sneddon
