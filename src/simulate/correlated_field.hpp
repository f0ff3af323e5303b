// Gaussian random fields on the grid of a load function.
#pragma once

#include <vector>

#include "base/random.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

struct GridPoint {
    double x_um = 0, y_um = 0;
};

/// Covariance (1 - nugget) exp(-d/l) + nugget at d = 0, exact: L L^T = covariance (Cholesky).
class CorrelatedField {
  public:
    CorrelatedField(const std::vector<GridPoint>& points, const SimulatedGrid& grid);

    std::vector<double> draw(RandomStream& random) const;

  private:
    std::vector<std::vector<double>> lower_;  ///< row i has i + 1 numbers
};

/// Mean 0 and standard deviation 1 (of n, not n - 1); one value alone becomes 0.
void standardise(std::vector<double>& values);

/// Takes the part of `values` along `direction` away; both have mean 0.
void make_uncorrelated(std::vector<double>& values, const std::vector<double>& direction);

}  // namespace sneddon
