#include "read/hysitron/hysitron_calibration.hpp"

#include <fmt/core.h>

#include <cassert>
#include <vector>

#include "base/nan.hpp"
#include "read/hysitron/depth_regression.hpp"

namespace sneddon {

HysitronCalibrationResult find_hysitron_calibration(std::span<const double> depth_nm,
                                                    std::span<const double> load_uN,
                                                    std::span<const double> time_s,
                                                    std::span<const double> voltage_V) {
    assert(load_uN.size() == depth_nm.size() && time_s.size() == depth_nm.size() &&
           voltage_V.size() == depth_nm.size());
    std::vector<std::vector<double>> columns(3);
    std::vector<double> depth;
    for (std::vector<double>* column : {&columns[0], &columns[1], &columns[2], &depth})
        column->reserve(depth_nm.size());
    for (std::size_t i = 0; i < depth_nm.size(); ++i) {
        if (!is_finite(depth_nm[i] + load_uN[i] + time_s[i] + voltage_V[i])) continue;
        depth.push_back(depth_nm[i]);
        columns[0].push_back(voltage_V[i]);
        columns[1].push_back(load_uN[i]);
        columns[2].push_back(time_s[i]);
    }
    if (depth.size() < fewest_regression_points)
        return {std::nullopt, fmt::format("{} samples are too few", depth.size())};
    const DepthRegression solution = regress_depth(std::move(columns), std::move(depth));
    if (!(solution.independence >= least_independence))
        return {std::nullopt, "volts, load and time do not vary independently"};
    if (!(solution.residual_rms <= largest_residual_nm))
        return {std::nullopt, fmt::format("the depth is not a sum of volts, load and time "
                                          "(residual {:.3g} nm rms)",
                                          solution.residual_rms)};
    const auto& found = solution.coefficients;
    return {HysitronCalibration{-found[0], -found[1], -found[2], solution.residual_rms,
                                solution.independence},
            ""};
}

}  // namespace sneddon
