#include "numeric/resampling/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "numeric/resampling/replicates.hpp"
#include "numeric/sum/compensated_sum.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/quantiles.hpp"
#include "numeric/sum/tails.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_groups = 1000;  // keeps the jackknife of a large map affordable

// The share of replicates below the estimate; equal ones count half, as a discrete statistic has
// many of them.
double share_below(std::span<const double> replicates, double estimate) {
    double below = 0;
    for (const double r : replicates) below += r < estimate ? 1.0 : (r == estimate ? 0.5 : 0.0);
    return below / static_cast<double>(replicates.size());
}

// All rows but those of the units first + group, first + group + step, ... of one stratum.
std::vector<std::size_t> rows_without(const ResamplingPlan& plan, std::size_t stratum,
                                      std::size_t group, std::size_t step) {
    const std::size_t first = plan.stratum_begin[stratum], end = plan.stratum_begin[stratum + 1];
    std::vector<std::size_t> rows;
    rows.reserve(plan.rows.size());
    for (std::size_t unit = 0; unit < plan.units(); ++unit) {
        const bool is_left_out = unit >= first && unit < end && (unit - first) % step == group;
        if (is_left_out) continue;
        const auto kept = plan.rows_of(unit);
        rows.insert(rows.end(), kept.begin(), kept.end());
    }
    return rows;
}

}  // namespace

BootstrapInterval percentile_interval(std::span<const double> replicates, double level) {
    const auto sorted = sorted_values(replicates);
    return {quantile_of_sorted(sorted, (1 - level) / 2),
            quantile_of_sorted(sorted, (1 + level) / 2)};
}

BootstrapInterval bca_interval(std::span<const double> replicates, double estimate,
                               double acceleration, double level) {
    const double z0 = standard_normal_quantile(share_below(replicates, estimate));
    const auto sorted = sorted_values(replicates);
    const auto corrected = [&](double p) {
        const double z = z0 + standard_normal_quantile(p);
        return quantile_of_sorted(sorted, normal_upper_tail(-(z0 + z / (1 - acceleration * z))));
    };
    return {corrected((1 - level) / 2), corrected((1 + level) / 2)};
}

double jackknife_acceleration(const ResamplingPlan& plan, const RowStatistic& statistic,
                              unsigned threads) {
    CompensatedSum cubes, squares;
    for (std::size_t s = 0; s < plan.strata(); ++s) {
        const std::size_t units = plan.stratum_begin[s + 1] - plan.stratum_begin[s];
        const std::size_t groups = std::min(units, most_groups);
        if (groups < 2) continue;
        const auto left_out =
            replicate(groups, 1, threads, {}, [&](std::size_t g, std::span<double> out) {
                out[0] = statistic(rows_without(plan, s, g, groups));
            });
        const double centre = mean(left_out);
        const auto m = static_cast<double>(groups);
        for (const double value : left_out) {
            const double influence = (m - 1) * (centre - value) / m;
            cubes.add(influence * influence * influence);
            squares.add(influence * influence);
        }
    }
    const double spread = squares.value();
    return spread == 0 ? 0 : cubes.value() / (6 * spread * std::sqrt(spread));
}

BootstrapResult bootstrap(const ResamplingPlan& plan, const RowStatistic& statistic,
                          const BootstrapOptions& options) {
    BootstrapResult result;
    if (plan.rows.empty()) return result;
    result.estimate = statistic(plan.rows);
    result.replicates = replicate(options.replicates, 1, options.threads, options.stop,
                                  [&](std::size_t i, std::span<double> out) {
                                      RandomStream stream(options.seed, i);
                                      std::vector<std::size_t> rows;
                                      rows.reserve(plan.rows.size());
                                      draw_rows(plan, stream, rows);
                                      out[0] = statistic(rows);
                                  });
    std::vector<double> finite;
    std::ranges::copy_if(result.replicates, std::back_inserter(finite),
                         [](double r) { return std::isfinite(r); });
    result.missing_replicates = result.replicates.size() - finite.size();
    const Moments spread = moments(finite);
    result.bias = spread.mean - result.estimate;
    result.standard_error = spread.sd;
    result.percentile = percentile_interval(finite, options.level);
    result.bca =
        bca_interval(finite, result.estimate,
                     jackknife_acceleration(plan, statistic, options.threads), options.level);
    return result;
}

BootstrapResult bootstrap(std::span<const double> values, const ValueStatistic& statistic,
                          const BootstrapOptions& options) {
    const auto statistic_of_rows = [&](std::span<const std::size_t> rows) {
        std::vector<double> drawn;
        drawn.reserve(rows.size());
        for (const std::size_t row : rows) drawn.push_back(values[row]);
        return statistic(drawn);
    };
    return bootstrap(independent_rows(values.size()), statistic_of_rows, options);
}

}  // namespace sneddon
