// Sudden steps of depth, or of load where the depth is controlled.
#pragma once

#include <cstddef>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/analyse/recipe.hpp"
#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct PopInSearch {
    bool is_searched = false;  ///< false: fewer than 99 points of loading
    double noise_nm = nan;     ///< standard deviation of a jump
    double limit_nm = nan;     ///< smallest jump that counts
    double from_uN = nan;      ///< load from which on the loading was searched
    std::vector<PopIn> found;  ///< in the order of time
};

/// Pop-ins of the loading: sudden steps up (step_search.hpp) of the depth between windows of 1/75
/// of the loading each, so that more points per second make a lower limit (white noise: like the
/// inverse root). limit = max(noise_factor sd, least_jump, 3 steps of a quantised depth), sd the
/// spread of the statistic itself over the loading. Nothing is searched within a window of the
/// contact, which is steep.
PopInSearch find_pop_ins(const Curve& curve, const Segment& load, const PopInOptions& options);

/// The same, and what else happened suddenly in the cycle: at the peak (the hold, and the last
/// points of loading where the windows are smaller), during unloading down to 10 % of the load at
/// its beginning, and, where the depth rises more evenly than the load, drops of the load.
PopInSearch find_sudden_events(const Curve& curve, const Cycle& parts, const PopInOptions& options);

/// The probability that a jump of this size is found: Phi((jump - limit)/sd), what is measured of
/// it being normal about it; 0 below the load from which on was searched.
double probability_to_detect(double jump_nm, double load_uN, double limit_nm, double noise_nm,
                             double from_uN);

}  // namespace sneddon
