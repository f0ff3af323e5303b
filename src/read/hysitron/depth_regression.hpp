// What a depth is made of: least squares on a few columns that may be nearly dependent.
#pragma once

#include <cstddef>
#include <vector>

namespace sneddon {

struct DepthRegression {
    std::vector<double> coefficients;  ///< of each column; empty when a column is constant
    double independence = 0;  ///< smallest share of a column that the others do not explain
    double residual_rms = 0;
};

/// When an answer counts. Fewer points than this say nothing against a wrong sum.
inline constexpr std::size_t fewest_regression_points = 50;
/// Below it the coefficient of that column is the noise of the depth, ten thousandfold.
inline constexpr double least_independence = 1e-4;
/// 30 times what volts with six decimals leave in the files of one instrument (1.5 to 1.7e-3 nm),
/// and below the noise of any depth: a depth that is no such sum is far above it.
inline constexpr double largest_residual_nm = 0.05;

/// depth = sum of coefficients times columns + a constant: Gram-Schmidt with reorthogonalisation on
/// centred columns of unit length (Björck 1996, 2.4), in the order of the points. All finite.
DepthRegression regress_depth(std::vector<std::vector<double>> columns, std::vector<double> depth);

}  // namespace sneddon
