#include "numeric/sum/robust.hpp"

#include <cmath>
#include <cstddef>
#include <memory>
#include <vector>

#include "base/nan.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {

namespace {

/// Median absolute deviation of values that are not needed any more.
double spread_of(std::span<double> values) {
    const double centre = median(values);
    for (double& x : values) x = std::abs(x - centre);
    return median(values);
}

}  // namespace

double median_absolute_deviation(std::span<const double> values) {
    std::vector<double> copy(values.begin(), values.end());
    return spread_of(copy);
}

double robust_sd(std::span<const double> values) {
    return mad_to_sd * median_absolute_deviation(values);
}

std::vector<double> robust_z(std::span<const double> values) {
    const double centre = median(values), scale = robust_sd(values);
    std::vector<double> z(values.size(), nan);
    if (!(scale > 0)) return z;
    for (std::size_t i = 0; i < values.size(); ++i) z[i] = (values[i] - centre) / scale;
    return z;
}

double noise_sigma(std::span<const double> series) {
    const std::size_t count = series.size() > 2 ? series.size() - 2 : 0;
    const auto differences = std::make_unique_for_overwrite<double[]>(count);
    for (std::size_t i = 0; i < count; ++i)
        differences[i] = (series[i + 2] - series[i + 1]) - (series[i + 1] - series[i]);
    return mad_to_sd * spread_of({differences.get(), count}) / std::sqrt(6.0);
}

}  // namespace sneddon
