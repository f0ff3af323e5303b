#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/profiles/profile_finding.hpp"

namespace sneddon {

/// Of each group with at least 2 used tests that have a profile: cell by cell over its tests, and
/// the size effect. `profiles` is sorted.
std::vector<ProfileOfGroup> find_profiles(const StudyResult& study, const TestProfiles& profiles);

}  // namespace sneddon
