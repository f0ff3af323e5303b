#pragma once

#include "sneddon/study/study_result.hpp"
#include "study/findings.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// Clusters of the tests of all samples, of each sample alone, or both, as the options say; labels
/// in the rows are the common ones where there are any. Sets findings.clusters (the common ones),
/// findings.sample_clusters where the study has several samples, and why one is missing.
void find_clusters_of_study(StudyResult& study, const StudyOptions& options,
                            StudyFindings& findings);

/// Most clusters that a label counts: of the common mixture, or of the samples alone.
std::size_t label_count(const StudyFindings& findings);

}  // namespace sneddon
