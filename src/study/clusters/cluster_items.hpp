#pragma once

#include "sneddon/numeric/points.hpp"
#include "sneddon/study/study_result.hpp"
#include "study/clusters/cluster_finding.hpp"

namespace sneddon {

/// The most probable label of each clustered test.
std::vector<int> hard_labels(const ClusterFinding& clusters);

/// The most probable label of each point.
std::vector<int> labels_under(const GaussianMixture& mixture, const Points& points);

/// items, coordinates, densities and explained_by_u of a finding that has its mixture and
/// posteriors; the rows carry their labels.
void describe_clusters(const std::vector<TestRow>& tests, const Points& points,
                       ClusterFinding& clusters);

}  // namespace sneddon
