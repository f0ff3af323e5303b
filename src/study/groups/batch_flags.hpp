// Tests that were not made like the others: another scale, another tip.
#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// SND-G005: the frame compliance that the instrument applied, as its volts tell, is less than half
/// or more than twice the median of all tests: a column of this file is in another unit, or the
/// file is of another instrument.
void flag_other_calibration(std::vector<TestRow>& tests);

/// SND-G006: the loading curve is unlike those of its load function, as another tip or a wrong
/// surface makes it. Two numbers judge it, both without noise to speak of: the exponent n of
/// F ~ h^n that the work gives, F h_1/W_load - 1, and the mean depth h_1 - W_load/F. Hardness and
/// moduli scatter too much to tell a tip of a third of the radius.
void flag_other_loading(std::vector<TestRow>& tests);

}  // namespace sneddon
