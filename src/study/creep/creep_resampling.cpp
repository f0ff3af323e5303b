#include "study/creep/creep_resampling.hpp"

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "numeric/sum/quantiles.hpp"
#include "study/creep/laws_per_test.hpp"
#include "study/creep/mean_hold_curve.hpp"

namespace sneddon {
namespace {

constexpr std::uint64_t first_stream = std::uint64_t{3} << 40;

Interval ci95(const std::vector<double>& replicates) {
    const std::vector<double> sorted = sorted_values(replicates);
    return {quantile_of_sorted(sorted, 0.025), quantile_of_sorted(sorted, 0.975)};
}

}  // namespace

CreepResampling resample_creep(const HoldTable& table, const LinearPowerBasis& basis,
                               std::span<const std::size_t> members, Label label,
                               const StudyOptions& options) {
    LinearPowerOptions law = creep_law_options();
    law.uncertainty = Uncertainty::none;
    const std::uint64_t stream =
        first_stream + (static_cast<std::uint64_t>(label.value_or(-1) + 1) << 20);
    std::vector<double> a, b, c;
    ordered_parallel(
        options.creep_resamples, options.threads, options.stop,
        [&](std::size_t i) {
            RandomStream random(options.seed, stream + i);
            std::vector<double> times(table.rows.size());
            for (std::size_t m = 0; m < members.size(); ++m)
                times[members[random.index(members.size())]] += 1;
            return fit_linear_power(basis, weighted_mean_nm(table, times), law);
        },
        [&](std::size_t, LinearPowerFit&& fit) {
            if (!fit.is_fitted() || fit.is_b_at_bound) return;
            a.push_back(fit.a);
            b.push_back(fit.b);
            c.push_back(fit.c);
        });
    if (a.empty()) return {};
    return {a.size(), ci95(a), ci95(b), ci95(c)};
}

}  // namespace sneddon
