// The pop-ins of one group, fitted.
#pragma once

#include <string>
#include <vector>

#include "base/remembered.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/pop_ins/pop_in_finding.hpp"

namespace sneddon {

/// Used, of the group, and its loading was searched.
bool is_searched_test_of(const std::string& group, const TestRow& row);

/// Fills in what fits and means say; the group and its counts are known.
void fit_pop_ins_of_group(const std::vector<TestRow>& tests, const SizeGoodnessOptions& goodness,
                          const Memory& memory, PopInFinding& finding);

}  // namespace sneddon
