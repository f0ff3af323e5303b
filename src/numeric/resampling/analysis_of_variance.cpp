#include "numeric/resampling/analysis_of_variance.hpp"

#include <cmath>
#include <vector>

#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

// Subtracting the grand mean is exact for values near it (Sterbenz) and leaves means of groups
// with all their digits: at 1e12 (NIST SmLs07-09) a mean itself holds only 4 decimals.
std::vector<Moments> centred_groups(std::span<const std::span<const double>> groups,
                                    double grand_mean) {
    std::vector<Moments> result;
    std::vector<double> centred;
    for (const auto group : groups) {
        if (group.empty()) continue;
        centred.clear();
        for (const double x : group) centred.push_back(x - grand_mean);
        result.push_back(moments(centred));
    }
    return result;
}

double grand_mean(std::span<const std::span<const double>> groups, double n) {
    CompensatedSum total;
    for (const auto group : groups) total.add(sum(group));
    return total.value() / n;
}

}  // namespace

OneWayAnova one_way_anova(std::span<const std::span<const double>> groups) {
    OneWayAnova result;
    for (const auto group : groups) result.n += group.size();
    const auto n = static_cast<double>(result.n);
    const double shift = grand_mean(groups, n);
    const auto means = centred_groups(groups, shift);
    const auto group_count = static_cast<double>(means.size());
    if (means.size() < 2 || n <= group_count || !std::isfinite(shift)) return result;
    result.between_df = group_count - 1;
    result.within_df = n - group_count;

    CompensatedSum weighted;
    for (const auto& group : means) weighted.add(static_cast<double>(group.n) * group.mean);
    const double mean_of_centred = weighted.value() / n;
    CompensatedSum between, within;
    for (const auto& group : means) {
        const double deviation = group.mean - mean_of_centred;
        between.add(static_cast<double>(group.n) * deviation * deviation);
        within.add(group.squares);
    }
    result.between_squares = between.value();
    result.within_squares = within.value();
    result.residual_sd = std::sqrt(result.within_squares / result.within_df);
    result.r_squared = result.between_squares / (result.between_squares + result.within_squares);
    result.f =
        (result.between_squares / result.between_df) / (result.within_squares / result.within_df);
    result.p = f_upper_tail(result.f, result.between_df, result.within_df);
    return result;
}

}  // namespace sneddon
