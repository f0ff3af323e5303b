// Depth and load that run the other way than in an indentation.
#pragma once

#include <optional>

#include "sneddon/model/flag.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// SND-S010: the depth falls while the load rises to its peak. SND-S011: the load is negative where
/// it is largest. Nothing otherwise. All numbers of `curve` are finite.
std::optional<Flag> find_wrong_sign(const Curve& curve);

}  // namespace sneddon
