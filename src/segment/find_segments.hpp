// A test -> its segments and cycles: from the file's own marks, else from the load.
#pragma once

#include <span>
#include <vector>

#include "sneddon/model/flag.hpp"
#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct Segmentation {
    std::vector<Segment> segments;  ///< in the order of time, without gaps
    std::vector<Cycle> cycles;      ///< empty: no loading or no unloading could be found
    std::vector<Flag> flags;        ///< SND-S...
    std::vector<Inference> inferences;
};

/// Needs a curve without missing points (see model/complete_points.hpp). The criterion is scaled by
/// the noise of the load, not by its largest rate: a noisy or slow test segments like a quiet one.
Segmentation find_segments(const Test& test);

/// The same where the load without_spikes() and its noise_sigma() are known.
Segmentation find_segments(const Test& test, std::span<const double> smooth_uN, double noise_uN);

}  // namespace sneddon
