#include "study/study_findings.hpp"

#include <fmt/core.h>

#include "study/checks/checks.hpp"
#include "study/clusters/ccdf_study.hpp"
#include "study/clusters/contact.hpp"
#include "study/clusters/sample_cluster_study.hpp"
#include "study/creep/creep_curves.hpp"
#include "study/creep/energies.hpp"
#include "study/creep/laws_of_tests.hpp"
#include "study/findings.hpp"
#include "study/groups/compare_groups.hpp"
#include "study/groups/groups.hpp"
#include "study/groups/left_out_effects.hpp"
#include "study/maps/order.hpp"
#include "study/maps/space.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

/// Where each sample is clustered alone, its curves are weighed by its own clusters.
std::vector<CreepCurve> creep_curves_of(const StudyResult& study,
                                        const std::vector<HoldTable>& tables,
                                        const StudyFindings& findings,
                                        const StudyOptions& options) {
    if (findings.clusters || label_count(findings) == 0)
        return find_creep_curves(study.tests, tables,
                                 findings.clusters ? &*findings.clusters : nullptr, options);
    std::vector<const ClusterFinding*> clusters;
    for (const HoldTable& table : tables) {
        const std::size_t sample = study.tests[table.rows.front()].sample;
        const auto& alone = findings.sample_clusters->alone[sample].clusters;
        clusters.push_back(alone ? &*alone : nullptr);
    }
    return find_creep_curves(study.tests, tables, clusters, options);
}

/// Every empty section with its reason.
void say_what_is_missing(const StudyResult& study, const HoldCurves& holds,
                         StudyFindings& findings) {
    const auto say = [&](const char* section, bool is_empty, std::string why) {
        if (is_empty) findings.not_computed[section] = std::move(why);
    };
    say("comparisons", findings.comparisons.empty(), "no two load functions with 2 tests each");
    say("creep_curves", findings.creep_curves.empty(), "no load function has 3 tests with a hold");
    say("contact", findings.contact.empty(), "no test has what the contact radius is made of");
    say("energies", findings.energies.empty(), "no test has works");
    say("ccdf", findings.ccdf.empty(), "no group of 10 tests with the quantity");
    say("space", findings.maps.empty(),
        has_grid(study) ? "no load function has 30 tests on the grid" : "study.toml names no grid");
    say("order", findings.order.empty(), "no load function has 10 tests");
    if (findings.clusters && findings.clusters->explained_by_u.empty())
        findings.not_computed["clusters.explained_by_u"] =
            "no random uncertainty of a feature was computed";
    if (holds.left_out() > 0)
        findings.not_computed["creep_curves.tests"] = fmt::format(
            "{} holds were left out: the memory for hold curves is full", holds.left_out());
}

}  // namespace

HeldFindings::HeldFindings(StudyFindings findings)
    : held_(new StudyFindings(std::move(findings))) {}

HeldFindings::HeldFindings(const HeldFindings& other)
    : held_(other.held_ ? new StudyFindings(*other.held_) : nullptr) {}

HeldFindings::~HeldFindings() {
    delete held_;
}

const StudyFindings& findings_of(const StudyResult& study) {
    static const StudyFindings none;
    return study.findings ? *study.findings : none;
}

void find_findings(StudyResult& study, HoldCurves& holds, const StudyOptions& options) {
    StudyFindings findings;
    holds.sort();  // tables look for the hold of a test by its id
    // What the study adds to the rows comes first: statistics, clusters and findings are of them.
    number_tests(study.tests);
    set_contact_radii(study.tests, options);
    const std::vector<HoldTable> tables = hold_tables(study.tests, holds);
    set_test_laws(study.tests, tables, options);
    describe_groups(study, options.fits_at_bound);
    findings.left_out = effects_of_leaving_out(study, options.fits_at_bound);
    findings.order = find_order(study.tests);
    findings.group_checks = check_groups(study, findings, options);
    findings.comparisons = compare_groups(study);
    // Clusters before all that is told by cluster; they label the rows.
    find_clusters_of_study(study, options, findings);
    const std::size_t k = label_count(findings);
    findings.creep_curves = creep_curves_of(study, tables, findings, options);
    findings.contact = find_contact(study.tests, k, options);
    findings.energies = find_energies(study.tests, k);
    findings.ccdf = find_ccdf(study.tests, k, options);
    findings.maps = find_maps(study, options);
    // Last: checks ask every other finding what else would look the same.
    findings.checks = check_study(study, findings, options);
    say_what_is_missing(study, holds, findings);
    study.findings = HeldFindings(std::move(findings));
}

}  // namespace sneddon
