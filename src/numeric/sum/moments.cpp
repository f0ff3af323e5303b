#include "numeric/sum/moments.hpp"

#include <algorithm>
#include <cmath>

#include "numeric/sum/compensated_sum.hpp"

namespace sneddon {

double sum(std::span<const double> values) {
    CompensatedSum total;
    for (const double x : values) total.add(x);
    return total.value();
}

Moments moments(std::span<const double> values) {
    Moments result;
    result.n = values.size();
    if (values.empty()) return result;
    const auto n = static_cast<double>(values.size());
    const double rounded_mean = sum(values) / n;
    if (!std::isfinite(rounded_mean)) return result;

    CompensatedSum deviations, squares;
    for (const double x : values) {
        const double deviation = x - rounded_mean;
        deviations.add(deviation);
        squares.add(deviation * deviation);
    }
    // What the rounding of the mean left over: without it NumAcc4 of NIST loses digits.
    const double left_over = deviations.value() / n;
    result.mean = rounded_mean + left_over;
    result.squares = std::max(0.0, squares.value() - left_over * deviations.value());
    if (values.size() < 2) return result;
    result.variance = result.squares / (n - 1);
    result.sd = std::sqrt(result.variance);
    return result;
}

double mean(std::span<const double> values) {
    return moments(values).mean;
}

double standard_deviation(std::span<const double> values) {
    return moments(values).sd;
}

}  // namespace sneddon
