// The second derivatives of a Gaussian mixture's log-likelihood (Louis 1982, J. R. Stat. Soc. B 44,
// 226: what the complete data would tell less what the labels hide), for steps of Newton where EM
// gains a ten thousandth of the way.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "numeric/mixture/kernel/instruction_set.hpp"
#include "sneddon/numeric/gaussian_mixture.hpp"

namespace sneddon {

/// Minus the matrix of second derivatives at `mixture`, n x n in the coordinates of the chart
/// around it (mixture_chart.hpp), where what the complete data would tell is the identity. Scaled
/// by the total weight, so that it does not hang on how many rows there are. The one direction that
/// changes no mixture, all weights together, has the curvature 1. Some passes of EM; none for a
/// singular mixture and for more than 256 coordinates. Does not depend on threads and instructions.
std::optional<std::vector<double>> falling_curvature(
    const Points& points, const GaussianMixture& mixture, unsigned threads = 1,
    InstructionSet instructions = fastest_instruction_set());

/// (A + damping I)^-1; empty where that is not positive definite.
std::vector<double> damped_inverse(std::vector<double> matrix, std::size_t n, double damping);

}  // namespace sneddon
