#include "numeric/sum/autocorrelation.hpp"

#include <algorithm>
#include <limits>

#include "base/nan.hpp"
#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {
namespace {

// The mean of the deviations is zero only up to rounding; taking the deviations' own mean off again
// is what keeps 9 digits on NumAcc4.
std::vector<double> deviations(std::span<const double> series) {
    const double centre = mean(series);
    std::vector<double> result;
    result.reserve(series.size());
    for (const double x : series) result.push_back(x - centre);
    const double left_over = mean(result);
    for (double& d : result) d -= left_over;
    return result;
}

double lagged_product(std::span<const double> deviation, std::size_t lag) {
    CompensatedSum total;
    for (std::size_t i = lag; i < deviation.size(); ++i)
        total.add(deviation[i] * deviation[i - lag]);
    return total.value();
}

}  // namespace

std::vector<double> autocorrelation(std::span<const double> series, std::size_t max_lag) {
    const auto deviation = deviations(series);
    const double squares = lagged_product(deviation, 0);
    std::vector<double> r;
    for (std::size_t lag = 0; lag <= max_lag && lag < series.size(); ++lag)
        r.push_back(squares > 0 ? lagged_product(deviation, lag) / squares : nan);
    return r;
}

double lag_one_autocorrelation(std::span<const double> series) {
    const auto r = autocorrelation(series, 1);
    return r.size() < 2 ? nan : r[1];
}

double effective_sample_size(std::span<const double> series) {
    const auto deviation = deviations(series);
    const double squares = lagged_product(deviation, 0);
    if (series.size() < 2 || !(squares > 0)) return nan;
    double tau = -1, smallest = std::numeric_limits<double>::infinity();
    for (std::size_t lag = 0; lag + 1 < series.size(); lag += 2) {
        const double pair =
            (lagged_product(deviation, lag) + lagged_product(deviation, lag + 1)) / squares;
        if (!(pair > 0)) break;
        smallest = std::min(smallest, pair);
        tau += 2 * smallest;
    }
    const auto n = static_cast<double>(series.size());
    return std::clamp(n / std::max(1.0, tau), 1.0, n);
}

double effective_sample_size_ar1(std::size_t n, double lag_one) {
    if (!(lag_one > -1 && lag_one < 1)) return nan;
    return static_cast<double>(n) * (1 - lag_one) / (1 + lag_one);
}

}  // namespace sneddon
