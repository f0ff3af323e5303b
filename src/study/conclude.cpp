#include "study/conclude.hpp"

#include "study/study_findings.hpp"

namespace sneddon {

StudyResult conclude(StudyResult collected, HoldCurves holds, const ConcludeOptions& options) {
    StudyResult study = std::move(collected);
    StudyOptions finding = options.study;
    finding.u_drift_nm_per_s = study.facts.u_drift_nm_per_s.value_or(finding.u_drift_nm_per_s);
    arrange_study(study, options.group_by, options.exclude_flags);
    find_findings(study, holds, finding);
    return study;
}

}  // namespace sneddon
