#include "sneddon/model/segment.hpp"

#include <array>

namespace sneddon {

std::string_view name(SegmentKind kind) {
    constexpr std::array<std::string_view, 5> names = {"approach", "load", "hold", "unload",
                                                       "drift_hold"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace sneddon
