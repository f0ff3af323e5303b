#pragma once

#include <string>

#include "study/clusters/sample_clusters.hpp"

namespace sneddon {

struct StudyResult;

/// What the clusters were cut on, what each sample has alone, and whether shares differ: sentences
/// for the terminal and the report. `common`: the clusters of all tests, or none.
std::string sample_clusters_text(const StudyResult& study, const ClusterFinding* common,
                                 const SampleClusters& found);

}  // namespace sneddon
