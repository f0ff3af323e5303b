// A curve for the eye, in few points.
#pragma once

#include <vector>

#include "sneddon/model/segment.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// At most about `most` points. All of them where there are no more; else those that keep the line
/// within 1/3600 of the ranges of time, depth and load (0.05 mm of 180 mm); else, where the noise
/// is larger than that, means of neighbouring points of a segment, in shares that go by its length
/// in time, depth and load. Never extremes: they draw a saw whose teeth nobody measured.
Curve thinned_curve(const Curve& curve, const std::vector<Segment>& segments, std::size_t most);

}  // namespace sneddon
