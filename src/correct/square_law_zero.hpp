// The zero of a loading that begins as depth squared: a double root, which no parabola finds.
#pragma once

#include <optional>

#include "correct/zero_point.hpp"

namespace sneddon {

/// Line h = h_0 + k sqrt(F) over 1 to 20 % of F_max. u: the errors of the line for residuals that
/// are larger at small loads and resemble their neighbours. Nothing where the line is too short or
/// a term in F is 4 times its standard error and moves h_0 by more than 0.1 nm: no square law.
std::optional<ZeroEstimate> square_law_zero(const Loading& loading);

}  // namespace sneddon
