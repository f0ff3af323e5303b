#include "pipeline/conclude.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "papers/paper.hpp"
#include "pipeline/repeated_tests.hpp"
#include "pipeline/vendor_tables.hpp"
#include "sneddon/version.hpp"
#include "study/conclude.hpp"
#include "study/findings.hpp"

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

ConcludeOptions options_of(const RunPlan& plan, const Progress& progress) {
    ConcludeOptions options{plan.recipe.group_by, plan.recipe.exclude_flags, plan.recipe.study};
    options.study.area_function = plan.recipe.analysis.area_function;
    options.study.area_relative = plan.recipe.analysis.uncertainty.area_relative;
    options.study.threads = plan.threads;
    options.study.stop = progress.stop;
    return options;
}

}  // namespace

StudyResult conclude_study(const RunPlan& plan, AnalysedTests tests, const Progress& progress) {
    StudyResult collected;
    collected.version = version;
    collected.facts = plan.facts;
    collected.recipe = plan.recipe.entries;
    collected.warnings = plan.recipe.warnings;
    std::ranges::move(complete_rows(tests), std::back_inserter(collected.warnings));
    collected.inputs = std::move(tests.inputs);
    collected.tests = std::move(tests.rows);
    collected.previews = std::move(tests.previews);
    StudyResult study =
        conclude(std::move(collected), std::move(tests.holds), options_of(plan, progress));
    const auto findings = std::make_shared<StudyFindings>(findings_of(study));
    read_as_published(plan.recipe.reference, *findings);
    study.findings = findings;
    return study;
}

}  // namespace sneddon
