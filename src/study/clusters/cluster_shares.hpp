#pragma once

#include <vector>

#include "study/clusters/cluster_finding.hpp"
#include "study/study_options.hpp"

namespace sneddon {

struct TestRow;

/// The share of each label among the clustered tests of each load function, by hard labels, with
/// the interval of this estimator: hard labels under mixtures fitted to resampled tests. Above
/// most_refitted tests the mixture stands still: Wilson's interval of a share (Wilson 1927).
void set_shares(const std::vector<TestRow>& tests, const StudyOptions& options,
                ClusterFinding& clusters);

}  // namespace sneddon
