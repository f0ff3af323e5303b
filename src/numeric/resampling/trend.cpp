#include "numeric/resampling/trend.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "numeric/sum/pair_order.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {

MannKendall mann_kendall(std::span<const double> series) {
    MannKendall result;
    result.n = series.size();
    const bool has_nan = std::ranges::any_of(series, [](double x) { return std::isnan(x); });
    if (series.size() < 3 || has_nan) return result;

    std::vector<double> values(series.begin(), series.end()), workspace;
    const double falling = sort_counting_falls(values, workspace);
    const Ties ties = ties_of_sorted(values);
    const auto n = static_cast<double>(series.size());
    const double pairs = n * (n - 1) / 2;
    if (ties.pairs == pairs) return result;

    result.s = pairs - ties.pairs - 2 * falling;
    result.sd_s = std::sqrt((n * (n - 1) * (2 * n + 5) - ties.variance_term) / 18);
    const double toward_zero = std::max(0.0, std::abs(result.s) - 1);
    result.z = std::copysign(toward_zero, result.s) / result.sd_s;
    result.p = 2 * normal_upper_tail(std::abs(result.z));
    // The order itself has no ties: tau_b = s / sqrt((pairs - ties) pairs).
    result.tau_b = result.s / std::sqrt((pairs - ties.pairs) * pairs);
    return result;
}

}  // namespace sneddon
