#include "numeric/sum/robust.hpp"

#include <cmath>
#include <cstddef>

#include "base/nan.hpp"
#include "numeric/sum/quantiles.hpp"

namespace sneddon {

double median_absolute_deviation(std::span<const double> values) {
    const double centre = median(values);
    std::vector<double> deviations;
    deviations.reserve(values.size());
    for (const double x : values) deviations.push_back(std::abs(x - centre));
    return median(deviations);
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
    std::vector<double> differences;
    differences.reserve(series.size());
    for (std::size_t i = 2; i < series.size(); ++i)
        differences.push_back((series[i] - series[i - 1]) - (series[i - 1] - series[i - 2]));
    return robust_sd(differences) / std::sqrt(6.0);
}

}  // namespace sneddon
