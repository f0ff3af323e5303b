#pragma once

#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Flags used rows that stand out from the used rows of their group: SND-G050 a value more than 5
/// robust standard deviations from the median, SND-G051 much deeper than the others, SND-G052
/// another peak load. Groups of fewer than 10 are not judged.
void flag_against_groups(std::vector<TestRow>& tests);

/// Used rows with a flag of these codes become excluded, with the flag as the reason.
void exclude_flagged(const std::vector<std::string>& codes, std::vector<TestRow>& tests);

}  // namespace sneddon
