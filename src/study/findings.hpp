// What the tests of a study say together: the sections of results.json that stand on all of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "study/checks/check_finding.hpp"
#include "study/clusters/ccdf_finding.hpp"
#include "study/clusters/cluster_finding.hpp"
#include "study/clusters/contact_finding.hpp"
#include "study/clusters/sample_clusters.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/groups/group_comparison.hpp"
#include "study/groups/left_out_effect.hpp"
#include "study/maps/map_finding.hpp"

namespace sneddon {

struct StudyResult;

/// How a published study reads such distributions, and what this one says for and against it.
struct Mechanism {
    std::string reading;
    std::vector<std::string> supports, objections;
};

struct StudyFindings {
    std::vector<GroupComparison> comparisons;
    std::optional<ClusterFinding> clusters;         ///< of the tests of all samples
    std::optional<SampleClusters> sample_clusters;  ///< none: there is but one sample
    std::vector<CreepCurve> creep_curves;
    std::vector<ContactFinding> contact;
    std::vector<EnergyFinding> energies;
    std::vector<CcdfFinding> ccdf;
    std::vector<MapFinding> maps;
    std::vector<OrderFinding> order;
    std::optional<Mechanism> mechanism;
    std::vector<Check> group_checks;      ///< group by group: section cross_checks of results.json
    std::vector<Check> checks;            ///< of the whole study
    std::vector<LeftOutEffect> left_out;  ///< what tests left out by hand would change
    std::map<std::string, std::string> not_computed;  ///< section -> why it is empty
};

/// Those of a study, or none where it has not been concluded yet.
const StudyFindings& findings_of(const StudyResult& study);

}  // namespace sneddon
