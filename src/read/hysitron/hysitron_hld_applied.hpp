// The compliance and drift that a HighLoad system had already taken out of its depth.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "sneddon/model/test.hpp"

namespace sneddon {

struct HldApplied {
    std::optional<AppliedByInstrument> applied;
    std::string reason;  ///< why there is none
};

/// The depth without its measured parts is linear in load and time:
///   depth - sum C_k V^k - LoadCell = -b P - c t + d     with `displacement` = C_0, C_1, ...
///   depth - PiezoDisp              = -b P - c t + d
/// Of the two the one with the smaller residual, which is below 0.05 nm; else there is no answer.
HldApplied find_hld_applied(const Curve& curve, std::span<const double> displacement);

}  // namespace sneddon
