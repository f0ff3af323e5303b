// Fits that ended at a bound of their search: what follows from them is not what the curve says.
#pragma once

#include <string_view>

#include "study/study_options.hpp"
#include "study/table.hpp"

namespace sneddon {

/// SND-A001 or SND-A047.
bool is_fit_at_bound(const TestRow& row);

/// S, h_c, A_p, H_IT, E_r and E_IT.
bool follows_from_fit(QuantityIndex quantity);

/// The rows of a group that count in the mean of such a quantity: without the fits at a bound where
/// they are more than half of at least 5, and the rule says so.
Rows rows_with_own_fit(const std::vector<TestRow>& tests, const Rows& rows, FitsAtBound rule);

/// SND-G060 for each group with more than half of at least 5 fits at a bound.
void warn_of_fits_at_bound(StudyResult& study, FitsAtBound rule);

}  // namespace sneddon
