#include "study/creep/mean_hold_curve.hpp"

#include <cmath>

namespace sneddon {
namespace {

/// The file holds six decimals: what is fitted must be what a reader of the file can fit.
void round_to_file(std::vector<double>& values_nm) {
    constexpr double steps_per_nm = 1e6;
    for (double& value : values_nm) value = std::round(value * steps_per_nm) / steps_per_nm;
}

}  // namespace

std::vector<double> weighted_mean_nm(const HoldTable& table, std::span<const double> weights) {
    std::vector<double> sum(table.size);
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double weight = weights[i];
        if (weight == 0) continue;  // a third of the tests of a resample
        total += weight;
        const float* depth = table.curves[i]->depth_nm.data();
        for (std::size_t k = 0; k < sum.size(); ++k)
            sum[k] += weight * static_cast<double>(depth[k]);
    }
    for (double& value : sum) value /= total;
    round_to_file(sum);
    return sum;
}

MeanHoldCurve mean_hold_curve(const HoldTable& table, std::span<const std::size_t> members,
                              std::span<const double> weights) {
    const auto n = static_cast<double>(members.size());
    MeanHoldCurve curve;
    std::vector<double>& mean = curve.mean_nm;
    mean.assign(table.size, 0);
    for (const std::size_t i : members)
        for (std::size_t k = 0; k < table.size; ++k)
            mean[k] += static_cast<double>(table.curves[i]->depth_nm[k]);
    for (double& value : mean) value /= n;
    curve.sd_nm.assign(table.size, 0);
    for (const std::size_t i : members)
        for (std::size_t k = 0; k < table.size; ++k) {
            const double d = static_cast<double>(table.curves[i]->depth_nm[k]) - mean[k];
            curve.sd_nm[k] += d * d;
        }
    for (double& value : curve.sd_nm) value = std::sqrt(value / (n - 1));
    for (const double sd : curve.sd_nm) curve.se_nm.push_back(sd / std::sqrt(n));
    round_to_file(curve.mean_nm);
    round_to_file(curve.sd_nm);
    round_to_file(curve.se_nm);
    if (!weights.empty()) curve.weighted_nm = weighted_mean_nm(table, weights);
    return curve;
}

}  // namespace sneddon
