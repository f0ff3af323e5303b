// Depth and load that run the other way than in an indentation.
#pragma once

#include <optional>
#include <span>

#include "sneddon/model/flag.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// SND-S010: the depth falls while the load rises to its peak. SND-S011: the load is negative where
/// it is largest. Nothing otherwise. All numbers of `curve` are finite.
/// `smooth_uN`: its load without_spikes().
std::optional<Flag> find_wrong_sign(const Curve& curve, std::span<const double> smooth_uN);

}  // namespace sneddon
