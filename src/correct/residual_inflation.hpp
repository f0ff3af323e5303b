#pragma once

#include <span>

namespace sneddon {

/// Factor on standard errors for residuals that resemble their neighbours, at most 100.
double inflation_of(std::span<const double> residuals);

}  // namespace sneddon
