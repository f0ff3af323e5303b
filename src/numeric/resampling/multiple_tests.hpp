// p values that stay honest when many are looked at.
#pragma once

#include <span>
#include <vector>

namespace sneddon {

/// Holm (1979), Scand. J. Stat. 6, 65: with p_(1) <= ... <= p_(m), adjusted p_(i) = max over j <= i
/// of min(1, (m - j + 1) p_(j)), in the order of the input. Holds the family-wise error whatever
/// the dependence. A NaN stays NaN and does not count in m.
std::vector<double> holm_adjusted(std::span<const double> p_values);

}  // namespace sneddon
