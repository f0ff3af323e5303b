#include "study/creep/mean_hold_curve.hpp"

#include <array>
#include <cmath>

namespace sneddon {
namespace {

/// The file holds six decimals: what is fitted must be what a reader of the file can fit.
void round_to_file(std::vector<double>& values_nm) {
    constexpr double steps_per_nm = 1e6;
    for (double& value : values_nm) value = std::round(value * steps_per_nm) / steps_per_nm;
}

/// So many tests are added to the sum in one walk along the hold, in their order: the sum is what
/// one test after the other gives, and it is read and written less often.
constexpr std::size_t tests_at_once = 4;

template <std::size_t Tests>
void add_tests(const HoldTable& table, std::span<const double> weights, const std::size_t* tests,
               std::vector<double>& sum) {
    std::array<const float*, Tests> depths_nm;
    std::array<double, Tests> times;
    for (std::size_t t = 0; t < Tests; ++t) {
        depths_nm[t] = table.curves[tests[t]]->depth_nm.data();
        times[t] = weights[tests[t]];
    }
    for (std::size_t k = 0; k < sum.size(); ++k) {
        double value = sum[k];
        for (std::size_t t = 0; t < Tests; ++t)
            value += times[t] * static_cast<double>(depths_nm[t][k]);
        sum[k] = value;
    }
}

}  // namespace

std::vector<double> weighted_mean_nm(const HoldTable& table, std::span<const double> weights) {
    std::vector<double> sum(table.size);
    double total = 0;
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0) continue;  // a third of the tests of a resample
        total += weights[i];
        drawn.push_back(i);
    }
    std::size_t i = 0;
    for (; i + tests_at_once <= drawn.size(); i += tests_at_once)
        add_tests<tests_at_once>(table, weights, &drawn[i], sum);
    for (; i < drawn.size(); ++i) add_tests<1>(table, weights, &drawn[i], sum);
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
