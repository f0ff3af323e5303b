// The parts of a test in the order of time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sneddon {

/// approach: everything before the load rises from contact (air, pre-load, lift-off, re-seek).
/// hold: constant load at a peak; drift_hold: constant load during unloading.
enum class SegmentKind { approach, load, hold, unload, drift_hold };

std::string_view name(SegmentKind kind);

/// Samples [begin, end) of the curve.
struct Segment {
    SegmentKind kind;
    std::size_t begin;
    std::size_t end;
    std::size_t size() const { return end - begin; }
};

/// One load-hold-unload: ranges of samples, empty (begin == end) where there is no such part.
struct Cycle {
    Segment load;
    Segment hold;
    Segment unload;  ///< up to the drift hold, if there is one
};

}  // namespace sneddon
