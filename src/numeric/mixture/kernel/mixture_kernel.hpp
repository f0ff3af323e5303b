// The inner loops of the mixture: one pass over a block of points for all components, compiled
// once for each instruction set. Plain pointers only: nothing here may instantiate library code.
#pragma once

#include <cstddef>

#include "numeric/mixture/kernel/instruction_set.hpp"

namespace sneddon {

constexpr int kernel_dimensions = 8;  ///< most coordinates of a point
constexpr int kernel_components = 32;
constexpr int tile_rows = 128;  ///< rows whose densities lie in the first-level cache together

/// A component as the loop needs it: ln N(x) = constant - |whitener (x - mean)|^2, with
/// whitener = L^-1 / sqrt(2) (lower, packed by rows) and covariance = L L^T.
struct PackedComponent {
    double constant;  ///< ln weight - d/2 ln 2 pi - ln det L
    double mean[kernel_dimensions];
    double whitener[kernel_dimensions * (kernel_dimensions + 1) / 2];
};

struct PackedMixture {
    const PackedComponent* components;
    int count;
    int dimensions;
};

/// Sums of one component: r, r dx_a, r dx_a dx_b (a >= b, packed by rows); dx = x - mean.
constexpr int sums_of_component(int dimensions) {
    return 1 + dimensions + dimensions * (dimensions + 1) / 2;
}

constexpr int curvature_feature_rows = 32;
/// Sums of n features: of each its products with those up to itself, and the feature alone.
constexpr int curvature_sums(int features) {
    return features * (features + 1) / 2 + features;
}

/// Where a pass for the second derivatives works; three times features x curvature_feature_rows,
/// and 8 x curvature_sums(features).
struct CurvatureRoom {
    double *shared, *weighted, *rest, *lane_sums;
};

struct MixtureKernel {
    /// Adds nothing, writes: count * sums_of_component values, and the log-likelihood of the block.
    /// `weights` may be null (all 1).
    void (*accumulate)(const PackedMixture&, const double* const* columns, const double* weights,
                       std::size_t rows, double* sums, double* log_likelihood);
    /// At most tile_rows rows: posteriors[j * tile_rows + i] and log_densities[i].
    void (*posterior)(const PackedMixture&, const double* const* columns, std::size_t rows,
                      double* posteriors, double* log_densities);
    /// With q_i = the density of the component (its weight 1) over that of log_densities:
    /// sums[0] = sum of w q, sums[1] = sum of w q (q - 2). `weights` may be null (all 1).
    void (*insertion)(const PackedComponent&, int dimensions, const double* const* columns,
                      const double* weights, const double* log_densities, std::size_t rows,
                      double* sums);
    /// The same component with the weight `share`, the mixture of log_densities with 1 - share:
    /// sums_of_component values with the posteriors r of the component, and the sum of
    /// w ln(1 - share + share q).
    void (*inserted)(const PackedComponent&, int dimensions, double share,
                     const double* const* columns, const double* weights,
                     const double* log_densities, std::size_t rows, double* sums);
    /// With the features phi = 1, y_a, y_a y_b - [a = b] / 2 (a >= b, packed by rows) of each
    /// component, y = whitener dx, and r its posterior: for feature p of component j and every
    /// q <= p, of component l, the sum over the rows of w r_j phi_p r_l phi_q, but for l = j of
    /// w r_j (1 - r_j) phi_p phi_q; then that of w r_j phi_p. curvature_sums values.
    void (*curvature)(const PackedMixture&, const double* const* columns, const double* weights,
                      std::size_t rows, const CurvatureRoom& room, double* sums);
};

const MixtureKernel& mixture_kernel(InstructionSet set);

/// One per translation unit mixture_kernel_<set>.cpp; null when it was not compiled in.
const MixtureKernel* scalar_mixture_kernel();
const MixtureKernel* avx2_mixture_kernel();
const MixtureKernel* avx512_mixture_kernel();

}  // namespace sneddon
