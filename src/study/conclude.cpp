#include "study/conclude.hpp"

#include <algorithm>

#include "study/compare/number_facts.hpp"
#include "study/samples.hpp"
#include "study/study_findings.hpp"

namespace sneddon {

StudyResult conclude(StudyResult collected, HoldCurves holds, const ConcludeOptions& options) {
    StudyResult study = std::move(collected);
    StudyOptions finding = options.study;
    finding.u_drift_nm_per_s = study.facts.u_drift_nm_per_s.value_or(finding.u_drift_nm_per_s);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, study.samples.size()); ++i)
        finding.temperatures_C.push_back(number_of(facts_of(study, i), "temperature_C"));
    arrange_study(study, options.group_by, options.exclude_flags);
    find_findings(study, holds, finding);
    return study;
}

}  // namespace sneddon
