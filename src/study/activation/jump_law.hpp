// How large the first pop-ins are at each load, those included that are too small to be seen.
#pragma once

#include <span>

#include "base/nan.hpp"

namespace sneddon {

struct SeenJump {
    double load_uN, jump_nm;
    double limit_nm;  ///< smaller ones are not seen in this test
};

/// ln jump is normal about ln(size_nm) + power ln(load/load_uN).
struct JumpLaw {
    bool is_fitted = false;
    double size_nm = nan;  ///< median jump at load_uN
    double load_uN = nan;  ///< the loads' geometric mean
    double power = nan;
    double spread = nan;  ///< sd of ln jump

    /// That a pop-in at this load makes a jump above the limit.
    double probability_above(double limit_nm, double at_load_uN) const;
};

/// Maximum likelihood where only jumps above the limit of their test are in the list (a truncated
/// normal regression). At least 10 of them at different loads.
JumpLaw fit_jump_law(std::span<const SeenJump> jumps);

}  // namespace sneddon
