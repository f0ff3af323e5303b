#include <bit>
#include <cmath>
#include <cstdint>

#include "analyse/propagation.hpp"
#include "analyse/quantities_of.hpp"
#include "base/random.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

constexpr double low_tail = 0.025, high_tail = 0.975;  // of an interval that holds 95 %

/// FNV-1a over the bits of the depths.
std::uint64_t stream_of(const Curve& curve) {
    std::uint64_t hash = 14695981039346656037u;
    for (const double depth : curve.depth_nm) {
        hash ^= std::bit_cast<std::uint64_t>(depth);
        hash *= 1099511628211u;
    }
    return hash;
}

}  // namespace

MonteCarloResult monte_carlo(const UncertainInputs& inputs, const Curve& curve,
                             const Measured& base, const AnalysisRecipe& recipe) {
    MonteCarloResult result;
    result.draws = static_cast<std::size_t>(recipe.uncertainty.monte_carlo);
    if (result.draws == 0) return result;
    RandomStream random(1, stream_of(curve));
    std::vector<std::vector<double>> drawn(quantity_count);
    UncertainInputs known;
    for (const UncertainInput& input : inputs.list)
        if (std::isfinite(input.u)) known.list.push_back(input);
    for (std::size_t draw = 0; draw < result.draws; ++draw) {
        Measured measured = base;
        for (const UncertainInput& input : known.list)
            measured = changed(measured, input, input.u * random.normal());
        const QuantityValues values = quantities_of(measured, recipe);
        for (std::size_t i = 0; i < quantity_count; ++i)
            if (std::isfinite(values[{i}])) drawn[i].push_back(values[{i}]);
    }
    const UncertaintyBudget linear = propagate(known, base, recipe);
    for (std::size_t i = 0; i < quantity_count; ++i) {
        if (std::isnan(linear.random[{i}]) || drawn[i].size() < result.draws / 2) continue;
        const std::vector<double> sorted = sorted_values(drawn[i]);
        result.sd[{i}] = standard_deviation(drawn[i]);
        result.low[{i}] = quantile_of_sorted(sorted, low_tail);
        result.high[{i}] = quantile_of_sorted(sorted, high_tail);
        const double u = std::hypot(linear.random[{i}], linear.common[{i}]);
        if (u > 0) result.over_linear[{i}] = result.sd[{i}] / u;
    }
    return result;
}

}  // namespace sneddon
