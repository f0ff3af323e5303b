#include "sneddon/study/summary.hpp"

#include <vector>

#include "base/nan.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {
namespace {

std::vector<double> finite(std::span<const double> values) {
    std::vector<double> kept;
    kept.reserve(values.size());
    for (const double value : values)
        if (is_finite(value)) kept.push_back(value);
    return kept;
}

}  // namespace

Summary summarise(std::span<const double> values) {
    const Moments all = moments(finite(values));
    return {all.mean, all.sd, all.n};
}

Quartiles quartiles(std::span<const double> values) {
    const std::vector<double> sorted = sorted_values(finite(values));
    constexpr double lower = 0.25, upper = 0.75;  // a quarter of the values below, above
    return {quantile_of_sorted(sorted, 0.5), quantile_of_sorted(sorted, lower),
            quantile_of_sorted(sorted, upper)};
}

}  // namespace sneddon
