// What the tests of a study say together: the sections of results.json that stand on all of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "study/activation/activation_finding.hpp"
#include "study/checks/check_finding.hpp"
#include "study/clusters/ccdf_finding.hpp"
#include "study/clusters/cluster_finding.hpp"
#include "study/clusters/contact_finding.hpp"
#include "study/clusters/sample_clusters.hpp"
#include "study/compare/fact_trend.hpp"
#include "study/compare/finding_text.hpp"
#include "study/compare/sample_difference.hpp"
#include "study/compare/share_finding.hpp"
#include "study/creep/creep_finding.hpp"
#include "study/groups/group_comparison.hpp"
#include "study/groups/left_out_effect.hpp"
#include "study/maps/map_finding.hpp"
#include "study/pop_ins/pop_in_finding.hpp"
#include "study/profiles/profile_finding.hpp"

namespace sneddon {

struct StudyResult;

/// How a published study reads such distributions, and what this one says for and against it.
struct Mechanism {
    std::string reading;
    std::vector<std::string> supports, objections;
};

/// What is left of the rows of a large table when they have been written: tests.csv has them.
struct RowsInFile {
    std::size_t used = 0, excluded = 0, refused = 0;
    std::size_t tests = 0, flagged = 0;  ///< first cycles; used rows with a flag
    bool has_flag = false;               ///< any row, used or not
};

struct StudyFindings {
    std::optional<RowsInFile> rows_in_file;
    std::vector<GroupComparison> comparisons;
    std::vector<SampleDifference> sample_differences;
    std::vector<FactTrend> fact_trends;
    std::vector<LimitShare> limit_shares;
    std::vector<ShareTrendFinding> share_trends;
    std::vector<FindingText> statements;            ///< what the comparisons say
    std::optional<ClusterFinding> clusters;         ///< of the tests of all samples
    std::optional<SampleClusters> sample_clusters;  ///< none: there is but one sample
    std::vector<CreepCurve> creep_curves;
    std::vector<ContactFinding> contact;
    std::vector<EnergyFinding> energies;
    TestProfiles test_profiles{0};  ///< by test id; profiles.csv has them
    std::vector<ProfileOfGroup> profiles;
    std::vector<CcdfFinding> ccdf;
    std::vector<PopInFinding> pop_ins;  ///< of groups with a pop-in
    std::vector<MapFinding> maps;
    std::vector<OrderFinding> order;
    std::vector<ActivationFinding> activation;  ///< of the samples with a pop-in
    std::optional<Mechanism> mechanism;
    std::vector<Check> group_checks;      ///< group by group: section cross_checks of results.json
    std::vector<Check> checks;            ///< of the whole study
    std::vector<LeftOutEffect> left_out;  ///< what tests left out by hand would change
    std::map<std::string, std::string> not_computed;  ///< section -> why it is empty
};

/// Those of a study, or none where it has not been concluded yet.
const StudyFindings& findings_of(const StudyResult& study);

}  // namespace sneddon
