#include "numeric/resampling/proportions.hpp"

#include <cmath>

#include "numeric/sum/tails.hpp"

namespace sneddon {

ShareInterval wilson_interval(std::size_t count, std::size_t n, double level) {
    if (n == 0 || count > n || !(level > 0 && level < 1)) return {};
    const auto total = static_cast<double>(n);
    const double share = static_cast<double>(count) / total;
    const double z = standard_normal_quantile((1 + level) / 2);
    const double weight = 1 + z * z / total;
    const double centre = (share + z * z / (2 * total)) / weight;
    const double reach =
        z / weight * std::sqrt(share * (1 - share) / total + z * z / (4 * total * total));
    // At the ends the formula gives 0 and 1 but for rounding.
    return {share, count == 0 ? 0 : centre - reach, count == n ? 1 : centre + reach};
}

ShareTrend cochran_armitage(std::span<const ScoredShare> shares) {
    double n = 0, count = 0, score_sum = 0;
    for (const ScoredShare& at : shares) {
        n += static_cast<double>(at.n);
        count += static_cast<double>(at.count);
        score_sum += at.score * static_cast<double>(at.n);
    }
    const double share = count / n, mean_score = score_sum / n;
    double covariance = 0, squares = 0;
    for (const ScoredShare& at : shares) {
        const auto items = static_cast<double>(at.n);
        const double from_mean = at.score - mean_score;
        covariance += from_mean * (static_cast<double>(at.count) - items * share);
        squares += items * from_mean * from_mean;
    }
    const double variance = share * (1 - share) * squares;
    if (!(variance > 0)) return {};
    const double z = covariance / std::sqrt(variance);
    return {covariance / squares, z, 2 * normal_upper_tail(std::abs(z))};
}

}  // namespace sneddon
