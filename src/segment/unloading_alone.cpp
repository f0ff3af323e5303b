#include "segment/unloading_alone.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace sneddon {
namespace {

constexpr double begins_at = 0.9;    // of the peak, at least: the file begins with the unloading
constexpr double ends_at = 1.0 / 3;  // of the peak, at most: below it nothing is left to fit

}  // namespace

void assemble_unloading_alone(Segmentation& result, const std::vector<LoadRun>& runs,
                              const LoadScale& scale) {
    if (runs.empty() || std::ranges::count(runs, RunKind::rise, &LoadRun::kind) > 0) return;
    const auto fall = std::ranges::find(runs, RunKind::fall, &LoadRun::kind);
    if (fall == runs.end() || fall - runs.begin() > 1) return;
    const auto last = std::ranges::find(runs.rbegin(), runs.rend(), RunKind::fall, &LoadRun::kind);
    if (fall->load_begin < begins_at * scale.peak_uN) return;
    if (last->load_end > ends_at * scale.peak_uN) return;
    Cycle cycle;
    cycle.hold = {SegmentKind::hold, 0, fall->begin};  // what is left of it, mostly nothing
    cycle.unload = {SegmentKind::unload, fall->begin, last->end};
    cycle.end = last->end;
    result.segments.clear();
    if (!cycle.hold.is_empty()) result.segments.push_back(cycle.hold);
    result.segments.push_back(cycle.unload);
    result.cycles = {cycle};
    result.flags.push_back({"SND-S012", fall->load_begin, scale.peak_uN,
                            fmt::format("the file begins at {:.4g} uN and the load only falls: "
                                        "works, hold and zero point are unknown",
                                        fall->load_begin)});
}

}  // namespace sneddon
