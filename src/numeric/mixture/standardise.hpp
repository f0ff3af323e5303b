// Points without units: z = (x - mean) / standard deviation by columns, and whitened points with
// unit covariance. Sums are exact, so neither the order of the rows nor a power of two in the unit
// changes a bit of z.
#pragma once

#include <vector>

#include "sneddon/numeric/gaussian_mixture.hpp"
#include "sneddon/numeric/points.hpp"

namespace sneddon {

struct Standardisation {
    std::vector<double> mean, scale;  ///< by columns; scale = sqrt(sum w (x-mean)^2 / sum w)
    double sum_log_scale = 0;         ///< ln p(x) = ln p(z) - sum_log_scale
    Points points;                    ///< the z
};

/// Error SND-G023 for a column whose values do not differ.
Result<Standardisation> standardise(const Points& points);

/// The mixture in the units of z.
GaussianMixture to_standardised(const GaussianMixture& raw, const Standardisation& rows);

/// mu and Sigma of all rows as a mixture of one component.
GaussianMixture single_gaussian(const Points& points);

/// y = L^-1 (x - mu) with L L^T = Sigma of all rows. Error SND-G023 if the columns are linearly
/// dependent.
Result<Points> whiten(const Points& points);

}  // namespace sneddon
