// All sudden steps of a noisy series, up and down.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/nan.hpp"

namespace sneddon {

struct SuddenStep {
    std::size_t first = 0;  ///< the last point before it
    std::size_t last = 0;   ///< the first point after it
    double size = 0;        ///< up: positive
    double noise = 0;       ///< standard deviation of the size
};

/// What may be near an end of the series.
enum class SeriesEnd {
    steep,   ///< a contact: nothing is searched within a width of it
    smooth,  ///< windows become smaller towards it, the noise of a step larger
};

struct StepSearchOptions {
    std::size_t width = 0;  ///< of a window, in points; at least least_step_width
    SeriesEnd front = SeriesEnd::smooth, back = SeriesEnd::smooth;
    double least_factor = 3;  ///< smallest step that is looked for, in standard deviations
};

inline constexpr std::size_t least_step_width = 8;

struct StepSearch {
    double noise = nan;  ///< sd of a step between windows of the full width; NaN: too few points
    std::vector<SuddenStep> steps;   ///< in the order of the series
    std::size_t begin = 0, end = 0;  ///< borders that were looked at
};

/// A step stands between two windows (step_statistic.hpp). The noise is the spread of that
/// difference over the series itself, so that noise correlated or white counts as it acts. The
/// largest steps of each neighbourhood are taken away, and the series is searched again, until none
/// is left that is above least_factor standard deviations: the echo of a large step, a third of it,
/// hides no other. Which are found, and their sizes, do not depend on who asks for how large ones.
/// What does not stay (a step up and down again within a quarter of the width) and bends are none.
/// How far a step reaches: from its steepest point both ways, until the gains of 5 points in a row
/// are within 3 sd of the trend; the size is that between lines fitted on either side of that.
/// Linear in the points.
StepSearch find_steps(std::span<const double> series, const StepSearchOptions& options);

}  // namespace sneddon
