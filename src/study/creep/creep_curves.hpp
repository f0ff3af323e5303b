#pragma once

#include "study/clusters/cluster_finding.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/creep/hold_table.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The mean hold curve of all tests of a load function and of each cluster of at least 3, with the
/// creep law fitted to it, its bootstrap over tests and what another start of the hold would do.
/// `clusters` may be null. Files are named by the place of the table.
std::vector<CreepCurve> find_creep_curves(const std::vector<TestRow>& tests,
                                          const std::vector<HoldTable>& tables,
                                          const ClusterFinding* clusters,
                                          const StudyOptions& options);

/// The same with clusters of each table's own, one for each, which may be null.
std::vector<CreepCurve> find_creep_curves(const std::vector<TestRow>& tests,
                                          const std::vector<HoldTable>& tables,
                                          const std::vector<const ClusterFinding*>& clusters,
                                          const StudyOptions& options);

}  // namespace sneddon
