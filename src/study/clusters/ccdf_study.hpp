#pragma once

#include "study/clusters/ccdf_finding.hpp"
#include "study/study_options.hpp"
#include "study/table.hpp"

namespace sneddon {

/// Distributions of the quantities of the options within each cluster at the longest hold of each
/// sample (without clusters: of all its tests), fitted by maximum likelihood and by least squares
/// to the CCDF. The model of least AIC is preferred; which is only as sure as the difference to the
/// next. W_plast_without_hold_pJ stands beside W_plast_pJ. Groups of fewer than 10 are left out.
std::vector<CcdfFinding> find_ccdf(const std::vector<TestRow>& tests, std::size_t clusters,
                                   const StudyOptions& options);

}  // namespace sneddon
