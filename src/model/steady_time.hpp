// Times that a file writes too coarsely, or one of them wrongly, made to rise again.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace sneddon {

/// What was wrong with the times of a test, and was mended.
struct TimeRepair {
    std::size_t repeated = 0;  ///< points that share their time with the point before
    std::size_t longest = 0;   ///< points of one time in a row
    std::size_t lone = 0;      ///< times far from both neighbours
    double first_lone_s = 0;   ///< the first of these, as written
    double step_s = 0;         ///< usual distance of two different times
    bool is_spread = false;    ///< the repeated times were spread
};

/// Where every time is later than the one before and none is far: nothing to mend, and the usual
/// step. Most tests are such.
std::optional<TimeRepair> repair_of_rising(const std::vector<double>& time_s);

/// A time that lies far outside of its neighbours, which follow each other, is replaced by their
/// mean. Where more than 1 % of the points repeat a time and 3 in a row share one, or a quarter in
/// pairs, the points of one time are spread evenly over the interval that rounds to it: from half
/// way to the time before to half way to the next. Times without such faults are not touched.
TimeRepair make_steady(std::vector<double>& time_s);

}  // namespace sneddon
