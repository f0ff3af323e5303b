// Shares of tests: on one side of a limit, and along an ordered factor.
#pragma once

#include <string>
#include <vector>

#include "base/nan.hpp"
#include "numeric/resampling/proportions.hpp"

namespace sneddon {

/// Tests of a group of which "eta_IT < 0.5" holds, among those that have the quantity.
struct LimitShare {
    std::string limit, group;
    std::size_t count = 0, n = 0;
    ShareInterval interval;  ///< Wilson, 95 %
};

/// Does a share rise or fall along the hold, or along a numeric fact of the samples?
struct ShareTrendFinding {
    std::string share;   ///< "cluster 0" or "eta_IT < 0.5"
    std::string factor;  ///< "hold_s" or the name of a fact
    std::string within;  ///< the sample, or the load function of samples; empty: the only sample
    std::vector<ScoredShare> shares;  ///< by rising factor
    ShareTrend trend;
    double p_holm = nan;  ///< over the trends with this factor
};

}  // namespace sneddon
