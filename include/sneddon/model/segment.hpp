// The parts of a test in the order of time.
#pragma once

#include <cstddef>
#include <string_view>

namespace sneddon {

/// approach: everything before the load rises from contact (air, pre-load, lift-off, re-seek).
/// hold: constant load below or at a peak; drift_hold: constant load during unloading;
/// retract: after the load has come back to zero.
enum class SegmentKind { approach, load, hold, unload, drift_hold, retract };

std::string_view name(SegmentKind kind);

/// Points [begin, end) of the curve.
struct Segment {
    SegmentKind kind = SegmentKind::approach;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - begin; }
    bool is_empty() const { return begin == end; }
};

/// One load-hold-unload: ranges of points, empty where there is no such part.
struct Cycle {
    std::size_t contact = 0;  ///< work counts from here: the last zero of load before the ramp
    Segment load;             ///< the ramp, with holds below the peak
    Segment hold;             ///< at the peak
    Segment unload;           ///< up to a drift hold, if there is one
    std::size_t end = 0;      ///< one past the last point of unloading, drift hold included
};

}  // namespace sneddon
