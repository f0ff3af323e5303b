// The hold of any curve, where segmentation finds it and where the bytes say that it is; and the
// creep law of what it gives.
#include <cmath>
#include <cstdint>

#include "made_curve.hpp"
#include "require.hpp"
#include "segment/find_segments.hpp"
#include "sneddon/numeric/linear_power_law.hpp"
#include "study/creep/hold_curve.hpp"

namespace {

using namespace sneddon;
using sneddon::fuzz::require;

void require_hold(const Test& test, const Cycle& cycle) {
    const Curve& curve = test.curve;
    const auto hold = hold_curve({curve.time_s, curve.depth_nm, curve.load_uN, cycle});
    if (!hold) return;
    require(hold->size() >= 2 && hold->step_s > 0 && hold->depth_nm.front() == 0);
    std::vector<double> instants, depths;
    for (std::size_t i = 0; i < hold->size(); ++i) {
        instants.push_back(static_cast<double>(i) * hold->step_s);
        depths.push_back(static_cast<double>(hold->depth_nm[i]));
    }
    (void)fit_linear_power(instants, depths);
}

Segment made_segment(FuzzedDataProvider& bytes, SegmentKind kind, std::size_t begin,
                     std::size_t size) {
    return {kind, begin, bytes.ConsumeIntegralInRange(begin, size)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    FuzzedDataProvider bytes(data, size);
    const std::vector<std::uint8_t> places = bytes.ConsumeBytes<std::uint8_t>(8);
    const Test test = sneddon::fuzz::made_test(bytes);
    const std::size_t points = test.curve.size();
    if (points < 2) return 0;
    for (const auto* column : {&test.curve.time_s, &test.curve.depth_nm, &test.curve.load_uN})
        for (const double value : *column)
            if (!std::isfinite(value)) return 0;  // both want complete points
    for (const Cycle& cycle : find_segments(test).cycles) require_hold(test, cycle);
    FuzzedDataProvider ends(places.data(), places.size());
    Cycle cycle;
    cycle.load = made_segment(ends, SegmentKind::load, 0, points);
    cycle.hold = made_segment(ends, SegmentKind::hold, cycle.load.end, points);
    cycle.unload = made_segment(ends, SegmentKind::unload, cycle.hold.end, points);
    cycle.end = cycle.unload.end;
    require_hold(test, cycle);
    return 0;
}
