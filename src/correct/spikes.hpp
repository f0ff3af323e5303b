// Single readings that stand out from both neighbours.
#pragma once

#include <span>
#include <vector>

#include "correct/curve_noise.hpp"
#include "numeric/sum/spikes.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct Spikes {
    std::vector<Spike> depths, loads;  ///< in the order of time
    bool is_empty() const { return depths.empty() && loads.empty(); }
};

/// In the cycles, from contact to their ends (numeric/sum/spikes.hpp says what a spike is).
Spikes find_spikes(const Curve& curve, std::span<const Cycle> cycles, const CurveNoise& noise);

/// The curve with the mean of the two neighbours in place of each spike.
Curve without(const Spikes& spikes, const Curve& curve);

}  // namespace sneddon
