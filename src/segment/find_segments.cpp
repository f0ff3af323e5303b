#include "segment/find_segments.hpp"

#include <fmt/core.h>

#include "numeric/sum/robust.hpp"
#include "segment/cycles.hpp"
#include "segment/load_runs.hpp"
#include "segment/unloading_alone.hpp"

namespace sneddon {
namespace {

std::string_view name(MarkSource source) {
    switch (source) {
        case MarkSource::none:
            return "none";
        case MarkSource::blank_line:
            return "blank lines of the file";
        case MarkSource::segment_column:
            return "segment column of the file";
        case MarkSource::segment_table:
            return "segment table of the file's head";
        case MarkSource::marker:
            return "markers of the file";
    }
    return "";
}

bool has_loading_and_unloading(const std::vector<LoadRun>& runs) {
    bool has_risen = false;
    for (const LoadRun& run : runs) {
        if (run.kind == RunKind::rise) has_risen = true;
        if (run.kind == RunKind::fall && has_risen) return true;
    }
    return false;
}

void flag_time_running_back(Segmentation& result, const std::vector<double>& time_s) {
    for (std::size_t i = 1; i < time_s.size(); ++i) {
        if (time_s[i] >= time_s[i - 1]) continue;
        result.flags.push_back({"SND-S002", time_s[i], time_s[i - 1],
                                fmt::format("time runs back at sample {}", i + 1)});
        return;
    }
}

}  // namespace

Segmentation find_segments(const Test& test) {
    return find_segments(test, without_spikes(test.curve.load_uN), noise_sigma(test.curve.load_uN));
}

Segmentation find_segments(const Test& test, std::span<const double> smooth, double noise_uN) {
    Segmentation result;
    const Curve& curve = test.curve;
    if (curve.size() < 10) return result;
    const LoadScale scale = load_scale(smooth, noise_uN);
    if (!(scale.peak_uN > 0)) return result;
    flag_time_running_back(result, curve.time_s);

    std::vector<LoadRun> runs;
    std::string evidence(name(test.mark_source));
    if (test.mark_source != MarkSource::none) {
        runs = runs_from_marks(curve.time_s, smooth, scale, test.marks);
        if (!has_loading_and_unloading(runs)) {
            runs.clear();
            evidence += " do not separate loading from unloading";
        }
    }
    if (runs.empty()) {
        runs = find_runs(curve, smooth, scale);
        evidence = (test.mark_source == MarkSource::none ? "" : evidence + "; ") +
                   fmt::format("found from the load, noise {:.3g} uN", scale.noise_uN);
    }
    assemble(result, runs, curve, test.declared_cycles);
    if (result.cycles.empty()) assemble_unloading_alone(result, runs, scale);
    result.inferences.push_back(
        {"segments", fmt::format("{} cycle(s)", result.cycles.size()), evidence});
    return result;
}

}  // namespace sneddon
