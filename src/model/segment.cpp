#include "sneddon/model/segment.hpp"

namespace sneddon {

std::string_view name(SegmentKind kind) {
    switch (kind) {
        case SegmentKind::approach:
            return "approach";
        case SegmentKind::load:
            return "load";
        case SegmentKind::hold:
            return "hold";
        case SegmentKind::unload:
            return "unload";
        case SegmentKind::drift_hold:
            return "drift_hold";
        case SegmentKind::retract:
            return "retract";
    }
    return "";
}

}  // namespace sneddon
