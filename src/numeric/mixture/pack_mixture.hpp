// A mixture in the form its inner loop reads.
#pragma once

#include <optional>
#include <vector>

#include "numeric/mixture/kernel/mixture_kernel.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// None when a covariance has a Cholesky pivot of `smallest_pivot` or less.
std::optional<std::vector<PackedComponent>> pack_mixture(const GaussianMixture& mixture,
                                                         double smallest_pivot = 0);

/// Where the d columns of a block that begins at `row` lie.
struct BlockColumns {
    const double* columns[kernel_dimensions];
    BlockColumns(const Points& points, std::size_t row) {
        for (std::size_t a = 0; a < points.dimensions(); ++a)
            columns[a] = points.columns[a].data() + row;
    }
};

/// The same logarithm and exponential as in the inner loop.
double portable_log(double x);
double portable_exp(double x);

}  // namespace sneddon
