#pragma once

#include <span>
#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/compare/fact_trend.hpp"
#include "study/compare/sample_tip.hpp"

namespace sneddon {

/// For every numeric fact that at least three samples of a load function state, with three or more
/// different values: least squares over the means of the samples, each counted once; the interval
/// is Student's with n - 2 and holds the scatter from sample to sample as well as that of the
/// tests. With two samples a line always fits: their difference is all that is known. Holm's
/// correction over load functions and facts of a quantity. `order`, a place in tables, is no fact
/// of nature.
std::vector<FactTrend> find_fact_trends(const StudyResult& study, std::span<const SampleTip> tips);

}  // namespace sneddon
