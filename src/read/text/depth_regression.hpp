// What a depth is made of: least squares on a few columns that may be nearly dependent.
#pragma once

#include <vector>

namespace sneddon {

struct DepthRegression {
    std::vector<double> coefficients;  ///< of each column; empty when a column is constant
    double independence = 0;  ///< smallest share of a column that the others do not explain
    double residual_rms = 0;
};

/// depth = sum of coefficients times columns + a constant: Gram-Schmidt with reorthogonalisation on
/// centred columns of unit length (Björck 1996, 2.4), in the order of the samples. All finite.
DepthRegression regress_depth(std::vector<std::vector<double>> columns, std::vector<double> depth);

}  // namespace sneddon
