// What the tests of a study say together: the sections of results.json that stand on all of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/study/ccdf_finding.hpp"
#include "sneddon/study/check_finding.hpp"
#include "sneddon/study/cluster_finding.hpp"
#include "sneddon/study/contact_finding.hpp"
#include "sneddon/study/creep_finding.hpp"
#include "sneddon/study/group_comparison.hpp"
#include "sneddon/study/map_finding.hpp"

namespace sneddon {

/// The paper's reading of the distributions, with what this study says for and against it.
struct Mechanism {
    std::string reading;
    std::vector<std::string> supports, objections;
};

struct StudyFindings {
    std::vector<GroupComparison> comparisons;
    std::optional<ClusterFinding> clusters;
    std::vector<CreepCurve> creep_curves;
    std::vector<ContactFinding> contact;
    std::vector<EnergyFinding> energies;
    std::vector<CcdfFinding> ccdf;
    std::vector<MapFinding> maps;
    std::vector<OrderFinding> order;
    std::optional<Mechanism> mechanism;
    std::vector<Check> checks;
    std::map<std::string, std::string> not_computed;  ///< section -> why it is empty
};

}  // namespace sneddon
