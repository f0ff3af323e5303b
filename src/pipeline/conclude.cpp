#include "pipeline/conclude.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/repeated_tests.hpp"
#include "pipeline/vendor_tables.hpp"
#include "sneddon/version.hpp"
#include "study/checks/cross_checks.hpp"
#include "study/groups/groups.hpp"
#include "study/study_findings.hpp"

namespace sneddon {
namespace {

/// What only all files together tell of a test. Before the groups: these flags may exclude a test,
/// and a table may be all that knows its position.
std::vector<Warning> complete_rows(AnalysedTests& tests) {
    std::vector<Warning> warnings = attach_vendor_tables(tests.inputs, tests.rows);
    std::ranges::move(flag_repeated_tests(tests.inputs, tests.rows, tests.column_hashes),
                      std::back_inserter(warnings));
    return warnings;
}

StudyOptions study_options(const RunPlan& plan, const Progress& progress) {
    StudyOptions options = plan.recipe.study;
    options.epsilon = plan.recipe.analysis.epsilon;
    options.area_function = plan.recipe.analysis.area_function;
    options.u_drift_nm_per_s = plan.facts.u_drift_nm_per_s.value_or(options.u_drift_nm_per_s);
    options.threads = plan.threads;
    options.stop = progress.stop;
    return options;
}

}  // namespace

StudyResult conclude_study(const RunPlan& plan, AnalysedTests tests, const Progress& progress) {
    StudyResult study;
    study.version = version;
    study.facts = plan.facts;
    study.recipe = plan.recipe.entries;
    study.warnings = plan.recipe.warnings;
    std::ranges::move(complete_rows(tests), std::back_inserter(study.warnings));
    study.inputs = std::move(tests.inputs);
    study.tests = std::move(tests.rows);
    study.previews = std::move(tests.previews);

    arrange_study(study, plan.recipe.group_by, plan.recipe.exclude_flags);
    add_cross_checks(study, plan.recipe.analysis);
    find_findings(study, tests.holds, study_options(plan, progress));
    return study;
}

}  // namespace sneddon
