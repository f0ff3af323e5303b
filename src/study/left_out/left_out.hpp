// Tests that the user leaves out of a study: counted, shown with their reason, and reversible.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// SND-U027 for a condition of `facts` that cannot be read. `fact_names`: those of [facts].
std::optional<Error> broken_condition(const StudyFacts& facts,
                                      std::span<const std::string> fact_names = {});

/// SND-U028 for an exclusion that names no test and no file of the study, with the nearest name.
std::optional<Error> unmatched_exclusion(const StudyResult& study);

/// Excludes used rows by the exclusions of the study and of their samples (flag SND-G070), and
/// warns of conditions that no test fulfils (SND-G071). Conditions may name load functions, so
/// these have their names before.
void leave_out(StudyResult& study);

/// By hand, not by a flag or a fault.
bool is_left_out(const TestRow& row);

}  // namespace sneddon
