// When replicates may end: on which side of a level their p lies is beyond doubt.
#pragma once

#include <cstddef>

namespace sneddon {

/// p = (1 + count)/(1 + replicates) is looked at after 99, 199, 299, ... replicates: p = 0.01,
/// 0.005, ... are then among its values.
/// The number at which it is looked at next, at most `all`.
std::size_t next_look(std::size_t done, std::size_t all);

/// With p at the level as few exceedances, or as many, had a chance below 1e-4.
bool is_verdict_clear(std::size_t count, std::size_t replicates, double level);

}  // namespace sneddon
