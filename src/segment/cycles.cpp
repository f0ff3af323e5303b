#include "segment/cycles.hpp"

#include <algorithm>
#include <cstddef>

namespace sneddon {
namespace {

constexpr double preload_level = 0.10;  // of the block's peak: a plateau below it is a pre-load
constexpr double contact_level = 0.01;  // of the peak: below it the tip has left the surface

Segment segment(SegmentKind kind, const LoadRun& run) {
    return {kind, run.begin, run.end};
}

class Assembler {
  public:
    Assembler(Segmentation& result, const std::vector<LoadRun>& runs, const Curve& curve)
        : result_(result), runs_(runs), curve_(curve) {
        for (const LoadRun& run : runs) peak_ = std::max({peak_, run.load_begin, run.load_end});
    }

    void run() {
        while (at_ < runs_.size()) {
            approach();
            if (at_ < runs_.size()) cycle();
        }
    }

  private:
    bool is(std::size_t i, RunKind kind) const { return i < runs_.size() && runs_[i].kind == kind; }

    void add(SegmentKind kind) { result_.segments.push_back(segment(kind, runs_[at_++])); }

    /// Runs before the first rise, or between two cycles.
    void approach() {
        while (at_ < runs_.size() && !is(at_, RunKind::rise)) {
            const bool is_first = result_.cycles.empty();
            const bool is_loaded = runs_[at_].load_begin > contact_level * peak_ &&
                                   runs_[at_].load_end > contact_level * peak_;
            add(is_first    ? SegmentKind::approach
                : is_loaded ? SegmentKind::drift_hold
                            : SegmentKind::retract);
        }
    }

    /// One past the last run of a loading block: rises, and plateaus that are followed by a rise.
    std::size_t loading_end() const {
        std::size_t end = at_ + 1;
        while (is(end, RunKind::rise) || (is(end, RunKind::flat) && is(end + 1, RunKind::rise)))
            ++end;
        return end;
    }

    /// Work counts from the last point without load before the ramp; the ramp itself when there is
    /// none since the cycle before.
    std::size_t contact_before(std::size_t ramp_begin) const {
        const std::size_t lowest = result_.cycles.empty() ? 0 : result_.cycles.back().end;
        for (std::size_t i = ramp_begin; i > lowest; --i)
            if (curve_.load_uN[i - 1] <= 0) return i - 1;
        return ramp_begin;
    }

    void cycle() {
        const std::size_t end = loading_end();
        const double top = runs_[end - 1].load_end;
        std::size_t ramp = at_;
        for (std::size_t i = at_; i < end; ++i)
            if (runs_[i].kind == RunKind::flat && runs_[i].load_end < preload_level * top)
                ramp = i + 1;

        Cycle now;
        while (at_ < ramp) add(SegmentKind::approach);
        const std::size_t ramp_begin = runs_[at_].begin;
        while (at_ < end) add(is(at_, RunKind::rise) ? SegmentKind::load : SegmentKind::hold);
        now.load = {SegmentKind::load, ramp_begin, runs_[at_ - 1].end};
        now.contact = contact_before(ramp_begin);
        now.hold = {SegmentKind::hold, now.load.end, now.load.end};
        now.unload = {SegmentKind::unload, now.load.end, now.load.end};
        now.end = now.load.end;
        if (is(at_, RunKind::flat)) {
            now.hold = segment(SegmentKind::hold, runs_[at_]);
            now.unload.begin = now.unload.end = now.end = now.hold.end;
            add(SegmentKind::hold);
        }
        if (!is(at_, RunKind::fall)) return;  // the file ends before the unloading
        now.unload = segment(SegmentKind::unload, runs_[at_]);
        add(SegmentKind::unload);
        while (is(at_, RunKind::fall) || (is(at_, RunKind::flat) && is(at_ + 1, RunKind::fall)))
            add(is(at_, RunKind::fall) ? SegmentKind::unload : SegmentKind::drift_hold);
        now.end = result_.segments.back().end;
        result_.cycles.push_back(now);
    }

    Segmentation& result_;
    const std::vector<LoadRun>& runs_;
    const Curve& curve_;
    double peak_ = 0;
    std::size_t at_ = 0;
};

/// Each unloading its own cycle: the hold before a later one is the drift hold.
void split_at_drift_holds(Segmentation& result) {
    std::vector<Cycle> cycles;
    for (const Cycle& cycle : result.cycles) {
        cycles.push_back(cycle);
        for (const Segment& segment : result.segments) {
            if (segment.begin < cycle.unload.end || segment.end > cycle.end) continue;
            if (segment.kind == SegmentKind::drift_hold) {
                cycles.back().end = std::min(cycles.back().end, segment.begin);
                Cycle next;
                next.contact = segment.begin;
                next.load = {SegmentKind::load, segment.begin, segment.begin};
                next.hold = {SegmentKind::hold, segment.begin, segment.end};
                next.end = cycle.end;
                cycles.push_back(next);
            } else if (segment.kind == SegmentKind::unload) {
                cycles.back().unload = segment;
            }
        }
    }
    result.cycles = std::move(cycles);
}

}  // namespace

void assemble(Segmentation& result, const std::vector<LoadRun>& runs, const Curve& curve,
              int declared_cycles) {
    Assembler(result, runs, curve).run();
    const auto unloadings =
        std::ranges::count(result.segments, SegmentKind::unload, &Segment::kind);
    if (declared_cycles > static_cast<int>(result.cycles.size()) && unloadings == declared_cycles)
        split_at_drift_holds(result);
}

}  // namespace sneddon
