#include "study/study_findings.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "study/activation/find_activation.hpp"
#include "study/checks/checks.hpp"
#include "study/clusters/ccdf_study.hpp"
#include "study/clusters/contact.hpp"
#include "study/clusters/sample_cluster_study.hpp"
#include "study/compare/compare_samples.hpp"
#include "study/compare/fact_trends.hpp"
#include "study/compare/shares.hpp"
#include "study/compare/statements.hpp"
#include "study/creep/creep_curves.hpp"
#include "study/creep/energies.hpp"
#include "study/creep/laws_of_tests.hpp"
#include "study/findings.hpp"
#include "study/groups/compare_groups.hpp"
#include "study/groups/groups.hpp"
#include "study/groups/left_out_effects.hpp"
#include "study/maps/order.hpp"
#include "study/maps/space.hpp"
#include "study/pop_ins/pop_in_statistics.hpp"
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

bool are_rows_of_tables(const StudyResult& study) {
    return !study.tests.empty() && std::ranges::all_of(study.tests, [](const TestRow& row) {
        return row.source == RowSource::table;
    });
}

/// One sentence each, instead of a section that is not there.
void say_what_needs_curves(StudyFindings& findings) {
    const auto say = [&](const char* section, bool is_empty, const char* why) {
        if (is_empty) findings.not_computed.emplace(section, why);
    };
    say("creep_curves", findings.creep_curves.empty(),
        "creep of a hold needs its curve; a table of results has none");
    say("contact", findings.contact.empty(), "the table has no contact area or contact depth");
    say("energies", findings.energies.empty(),
        "works are areas under a curve, and the table has no column of them");
    say("space", findings.maps.empty(), "the table has no 30 tests with a position");
    say("sensitivity", true, "other windows, zero points and drifts need the curves of the table");
    if (findings.clusters && findings.clusters->choice.tests.empty())
        say("clusters.likelihood_ratio", true,
            "simulated samples of so many rows take hours: BIC, AIC, ICL and resamples stand "
            "alone");
}

void compare_all(const StudyResult& study, const StudyOptions& options, StudyFindings& findings) {
    const double margin = options.equivalence_margin;
    findings.comparisons = compare_groups(study, margin);
    findings.sample_differences = compare_samples(study, options.tips, margin);
    findings.fact_trends = find_fact_trends(study, options.tips);
}

/// The limits were read once before, when the recipe was made.
void add_shares(const StudyResult& study, std::size_t clusters, const StudyOptions& options,
                StudyFindings& findings) {
    const auto limits = parse_limits(options.share_limits, "study.share_limits");
    const std::vector<Limit> known = limits ? *limits : std::vector<Limit>();
    findings.limit_shares = limit_shares(study, known);
    findings.share_trends = share_trends(study, clusters, known);
}

/// Every empty section with its reason.
void say_what_is_missing(const StudyResult& study, const HoldCurves& holds,
                         StudyFindings& findings) {
    const auto say = [&](const char* section, bool is_empty, std::string why) {
        if (is_empty) findings.not_computed.emplace(section, std::move(why));
    };
    if (are_rows_of_tables(study)) say_what_needs_curves(findings);
    say("comparisons", findings.comparisons.empty(), "no two load functions with 2 tests each");
    say("sample_differences", findings.sample_differences.empty(),
        study.samples.empty() ? "one sample"
                              : "no load function that two samples have, 2 tests each");
    say("fact_trends", findings.fact_trends.empty(),
        "no numeric fact with 3 values in samples of one load function");
    say("limit_shares", findings.limit_shares.empty(),
        "no test has a quantity of study.share_limits");
    say("share_trends", findings.share_trends.empty(),
        "no sample with 3 holds at one peak load, no fact with 3 values, or no share that varies");
    say("creep_curves", findings.creep_curves.empty(), "no load function has 3 tests with a hold");
    say("contact", findings.contact.empty(), "no test has what the contact radius is made of");
    say("energies", findings.energies.empty(), "no test has works");
    say("ccdf", findings.ccdf.empty(), "no group of 10 tests with the quantity");
    say("space", findings.maps.empty(),
        has_grid(study) ? "no load function has 30 tests on the grid" : "study.toml names no grid");
    say("order", findings.order.empty(), "no load function has 10 tests");
    say("activation", findings.activation.empty(), "no test has a pop-in in its loading");
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
    const auto asked = [&](Finding finding) { return options.findings.has(finding); };
    findings.not_computed = not_asked_for(options.findings);
    if (asked(Finding::pop_ins)) findings.pop_ins = find_pop_ins_of_groups(study, options);
    findings.left_out = effects_of_leaving_out(study, options.fits_at_bound);
    if (asked(Finding::order)) findings.order = find_order(study.tests);
    findings.group_checks = check_groups(study, findings, options);
    if (asked(Finding::comparisons)) compare_all(study, options, findings);
    // Clusters before all that is told by cluster; they label the rows.
    if (asked(Finding::clusters)) find_clusters_of_study(study, options, findings);
    const std::size_t k = label_count(findings);
    if (asked(Finding::shares)) add_shares(study, k, options, findings);
    if (asked(Finding::creep))
        findings.creep_curves = creep_curves_of(study, tables, findings, options);
    if (asked(Finding::contact)) findings.contact = find_contact(study.tests, k, options);
    if (asked(Finding::works)) findings.energies = find_energies(study.tests, k);
    if (asked(Finding::distributions)) findings.ccdf = find_ccdf(study.tests, k, options);
    if (asked(Finding::maps)) findings.maps = find_maps(study, options);
    if (asked(Finding::activation)) findings.activation = find_activation(study, options);
    // Last: checks ask every other finding what else would look the same.
    if (asked(Finding::checks)) findings.checks = check_study(study, findings, options);
    findings.statements = find_statements(study, findings, options.equivalence_margin);
    say_what_is_missing(study, holds, findings);
    study.findings = HeldFindings(std::move(findings));
}

}  // namespace sneddon
