#include "study/creep/compressed_holds.hpp"

#include "base/ordered_parallel.hpp"

namespace sneddon {

CompressedHolds::CompressedHolds(const HoldTable& table, const LinearPowerBasis& basis,
                                 unsigned threads)
    : basis_(&basis), tests_(table.rows.size()) {
    values_.reserve(tests_ * axis().nodes().size());
    ordered_parallel(
        tests_, threads, {},
        [&](std::size_t i) {
            const auto& depths_nm = table.curves[i]->depth_nm;
            return axis().compress(std::vector<double>(
                depths_nm.begin(), depths_nm.begin() + static_cast<std::ptrdiff_t>(table.size)));
        },
        [&](std::size_t, std::vector<double>&& compressed) {
            values_.insert(values_.end(), compressed.begin(), compressed.end());
        });
}

std::vector<double> CompressedHolds::weighted_mean(std::span<const double> weights) const {
    std::vector<double> sum(axis().nodes().size());
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0) continue;  // a third of the tests of a resample
        total += weights[i];
        const double* const values = &values_[i * sum.size()];
        for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += weights[i] * values[k];
    }
    for (double& value : sum) value /= total;
    return sum;
}

std::vector<double> CompressedHolds::at_nodes(const LinearPowerFit& law) const {
    std::vector<double> values;
    values.reserve(axis().nodes().size());
    for (const double node : axis().nodes()) values.push_back(law(axis().first() + node));
    return values;
}

}  // namespace sneddon
