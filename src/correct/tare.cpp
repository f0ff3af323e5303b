#include "correct/tare.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "numeric/sum/autocorrelation.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/residual_correlation.hpp"
#include "numeric/sum/robust.hpp"

namespace sneddon {
namespace {

constexpr std::size_t least_points = 20;
constexpr double least_height_nm = 1;            // above the surface
constexpr double noise_multiple = 5;             // the same, in noise of the depth
constexpr double efficiency_of_median = 1.2533;  // its sd over that of the mean, normal values

Correction no_tare(const std::string& evidence) {
    return {"tare", 0, 0, "uN", "none", evidence, false, false};
}

}  // namespace

std::vector<std::size_t> points_in_air(const Curve& curve, const Cycle& first,
                                       double noise_depth_nm) {
    std::vector<std::size_t> air;
    const std::size_t begin = first.load.begin;
    if (begin >= curve.size()) return air;
    const double surface_nm =
        curve.depth_nm[begin] - std::max(least_height_nm, noise_multiple * noise_depth_nm);
    for (std::size_t i = 0; i < begin; ++i)
        if (curve.depth_nm[i] < surface_nm) air.push_back(i);
    return air;
}

Correction find_tare(const Curve& curve, const std::vector<std::size_t>& air,
                     const CorrectionRecipe& recipe) {
    if (recipe.tare == TareRule::none) return no_tare("the load of the file stands");
    if (recipe.tare == TareRule::value)
        return {"tare", recipe.load_offset_uN, 0, "uN", "value", "given", true, false};
    if (air.size() < least_points)
        return no_tare(fmt::format("{} samples in the air before contact, {} are needed",
                                   air.size(), least_points));
    std::vector<double> load;
    for (std::size_t k = air.size() / 2; k < air.size(); ++k) load.push_back(curve.load_uN[air[k]]);
    const double spread_uN = robust_sd(load);
    const double r = lag_one_autocorrelation(load);
    const double n = effective_count(static_cast<double>(load.size()), std::isnan(r) ? 0 : r);
    const std::size_t points = load.size();
    const double median_uN = median(load);
    return {"tare",
            median_uN,
            efficiency_of_median * spread_uN / std::sqrt(std::max(n, 1.0)),
            "uN",
            "air",
            fmt::format("median of {} samples in the air before contact, spread {:.3g} uN", points,
                        spread_uN),
            true,
            false};
}

}  // namespace sneddon
