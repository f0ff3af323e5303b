#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"
#include "study/compare/finding_text.hpp"
#include "study/findings.hpp"

namespace sneddon {

/// What the comparisons of a study say, a sentence each: differences between samples, trends
/// with facts, spreads, sameness, shares.
std::vector<FindingText> find_statements(const StudyResult& study, const StudyFindings& findings,
                                         double equivalence_margin);

/// None for a study of one sample.
std::vector<FindingText> sample_statements(const StudyFindings& findings);
std::vector<FindingText> trend_statements(const StudyResult& study, const StudyFindings& findings);

/// Spreads and sameness of load functions and of samples; shares of limits and their trends.
std::vector<FindingText> spread_statements(const StudyFindings& findings, double margin);

}  // namespace sneddon
