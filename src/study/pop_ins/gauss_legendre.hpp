// Nodes and weights of Gauss and Legendre on [0, 1].
#pragma once

#include <array>
#include <cstddef>

namespace sneddon {

inline constexpr std::size_t gauss_legendre_count = 40;

struct GaussNode {
    double place, weight;  ///< the weights add up to 1
};

/// Exact for polynomials of degree 79. Ascending places.
const std::array<GaussNode, gauss_legendre_count>& gauss_legendre_nodes();

}  // namespace sneddon
