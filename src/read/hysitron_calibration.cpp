#include "hysitron_calibration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

namespace sneddon {
namespace {

constexpr std::size_t min_samples = 50;
constexpr double min_independence = 1e-4;
constexpr double max_residual_nm = 0.05;

using Column = std::vector<double>;

double dot(const Column& x, const Column& y) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum;
}

void subtract(Column& from, double factor, const Column& direction) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] -= factor * direction[i];
}

double centre(Column& x) {
    double sum = 0;
    for (const double value : x) sum += value;
    const double mean = sum / static_cast<double>(x.size());
    for (double& value : x) value -= mean;
    return mean;
}

// Length of the column, which becomes a unit vector; 0 for a constant column.
double normalise(Column& x) {
    const double length = std::sqrt(dot(x, x));
    if (length > 0)
        for (double& value : x) value /= length;
    return length;
}

struct Solution {
    std::array<double, 3> coefficients{};
    double independence = 0;
    double residual_rms = 0;
};

// y = sum of coefficients times columns, all centred.
Solution solve(std::array<Column, 3> columns, Column y) {
    const double n = static_cast<double>(y.size());
    std::array<double, 3> lengths{}, projections{};
    std::array<std::array<double, 3>, 3> upper{};
    Solution solution;
    solution.independence = 1;
    for (std::size_t k = 0; k < 3; ++k) {
        lengths[k] = normalise(columns[k]);
        if (!(lengths[k] > 0)) return {};
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t j = 0; j < k; ++j) {
                const double share = dot(columns[j], columns[k]);
                upper[j][k] += share;
                subtract(columns[k], share, columns[j]);
            }
        upper[k][k] = normalise(columns[k]);
        solution.independence = std::min(solution.independence, upper[k][k]);
        if (!(upper[k][k] > 0)) return {};
        projections[k] = dot(columns[k], y);
        subtract(y, projections[k], columns[k]);
    }
    for (std::size_t k = 3; k-- > 0;) {
        double rest = projections[k];
        for (std::size_t j = k + 1; j < 3; ++j) rest -= upper[k][j] * solution.coefficients[j];
        solution.coefficients[k] = rest / upper[k][k];
    }
    for (std::size_t k = 0; k < 3; ++k) solution.coefficients[k] /= lengths[k];
    solution.residual_rms = std::sqrt(dot(y, y) / n);
    return solution;
}

}  // namespace

HysitronCalibrationResult find_hysitron_calibration(std::span<const double> depth_nm,
                                                    std::span<const double> load_uN,
                                                    std::span<const double> time_s,
                                                    std::span<const double> voltage_V) {
    assert(load_uN.size() == depth_nm.size() && time_s.size() == depth_nm.size() &&
           voltage_V.size() == depth_nm.size());
    std::array<Column, 3> columns;
    Column depth;
    for (std::size_t i = 0; i < depth_nm.size(); ++i) {
        if (!std::isfinite(depth_nm[i] + load_uN[i] + time_s[i] + voltage_V[i])) continue;
        depth.push_back(depth_nm[i]);
        columns[0].push_back(voltage_V[i]);
        columns[1].push_back(load_uN[i]);
        columns[2].push_back(time_s[i]);
    }
    if (depth.size() < min_samples)
        return {std::nullopt, fmt::format("{} samples are too few", depth.size())};
    for (Column& column : columns) centre(column);
    centre(depth);
    const Solution solution = solve(std::move(columns), std::move(depth));
    if (!(solution.independence >= min_independence))
        return {std::nullopt, "volts, load and time do not vary independently"};
    if (!(solution.residual_rms <= max_residual_nm))
        return {std::nullopt, fmt::format("the depth is not a sum of volts, load and time "
                                          "(residual {:.3g} nm rms)",
                                          solution.residual_rms)};
    const auto& found = solution.coefficients;
    return {HysitronCalibration{-found[0], -found[1], -found[2], solution.residual_rms,
                                solution.independence},
            ""};
}

}  // namespace sneddon
