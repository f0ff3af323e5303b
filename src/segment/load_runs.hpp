// The load against time as runs that rise, stay or fall.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sneddon/model/test.hpp"

namespace sneddon {

enum class RunKind { rise, flat, fall };

/// Points [begin, end); loads at its two ends, freed of single spikes.
struct LoadRun {
    RunKind kind = RunKind::flat;
    std::size_t begin = 0;
    std::size_t end = 0;
    double load_begin = 0;
    double load_end = 0;
    std::size_t size() const { return end - begin; }
};

/// What all decisions about the load are measured with.
struct LoadScale {
    double noise_uN = 0;  ///< white noise of the load
    double peak_uN = 0;   ///< largest load, single spikes aside
};

/// Running median of 5: single spikes and pairs of them vanish, ramps and corners stay.
std::vector<double> without_spikes(std::span<const double> load_uN);
/// The same of one place; the two values at either end stay.
double without_spikes(std::span<const double> values, std::size_t i);

/// `noise_uN`: of the load, as noise_sigma() measures it.
LoadScale load_scale(std::span<const double> smooth_uN, double noise_uN);

/// From the load: a polyline within a few noise widths of the load, its pieces classified and
/// joined, its corners set where the fitted lines meet. A fall within a rise counts as unloading
/// only where the depth falls with it, a rise within a fall as loading only where it rises.
std::vector<LoadRun> find_runs(const Curve& curve, std::span<const double> smooth_uN,
                               const LoadScale& scale);

/// From the file's marks. Empty when a marked segment both rises and falls: then the marks do not
/// separate loading from unloading.
std::vector<LoadRun> runs_from_marks(std::span<const double> time_s,
                                     std::span<const double> smooth_uN, const LoadScale& scale,
                                     std::span<const SegmentMark> marks);

}  // namespace sneddon
