#pragma once

#include "sneddon/numeric/points.hpp"
#include "study/clusters/cluster_finding.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// Resampled tests, fitted for every k: which k BIC chooses, and the Jaccard similarity of each
/// cluster to its like (Hennig 2007). Each fit starts from the mixture of all tests and no other
/// start, so this is stability near those optima.
void set_stability(const Points& points, const StudyOptions& options, ClusterFinding& clusters);

}  // namespace sneddon
