#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/compare/limit.hpp"
#include "study/compare/share_finding.hpp"

namespace sneddon {

/// Of every limit and group in which a test has the quantity.
std::vector<LimitShare> limit_shares(const StudyResult& study, const std::vector<Limit>& limits);

/// Of every cluster (hard labels, of the clustered tests) and limit, where there are three values
/// or more of the factor: along the hold over load functions of one sample and one peak load
/// (within 5
/// %), and along a numeric fact over samples at one load function. Holm's correction over the
/// trends with one factor.
std::vector<ShareTrendFinding> share_trends(const StudyResult& study, std::size_t clusters,
                                            const std::vector<Limit>& limits);

}  // namespace sneddon
