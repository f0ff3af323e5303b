// Sudden gains of depth while the load rises.
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
    bool is_searched = false;  ///< false: fewer than 96 points of loading
    double noise_nm = nan;     ///< sd of a 3-point gain
    double limit_nm = nan;
    std::vector<PopIn> found;  ///< in the order of time
};

/// A pop-in is where 3 points gain more depth, by the limit, than their neighbourhood does: more
/// than the median gain of the block of 32 points before and more than that of the block behind,
/// so that neither a bent curve nor a change of rate counts. limit = max(noise_factor sd,
/// least_jump, 3 steps of a quantised depth), sd = 1.4826 MAD of the gains about their blocks'
/// medians: white or correlated, the noise is measured where it acts. How far a pop-in reaches and
/// how much it gains do not depend on the limit: it ends where the gain of one point is for 5
/// points within 3 sd of the blocks', and the jump is taken between the medians of 8 points on
/// either side, less what the neighbourhood would have gained. What does not stay (a spike) is
/// none. The first block is not searched: there the contact itself is steep.
PopInSearch find_pop_ins(const Curve& curve, const Segment& load, const PopInOptions& options);

}  // namespace sneddon
