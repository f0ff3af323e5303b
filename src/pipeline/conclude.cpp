#include "pipeline/conclude.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "analyse/depth_profile/area_of_file.hpp"
#include "papers/paper.hpp"
#include "pipeline/parts/outcome_cache.hpp"
#include "pipeline/repeated_tests.hpp"
#include "pipeline/samples/tell_samples.hpp"
#include "pipeline/short_names.hpp"
#include "pipeline/tables/property_tables.hpp"
#include "pipeline/tables/table_choices.hpp"
#include "pipeline/vendor_tables.hpp"
#include "sneddon/version.hpp"
#include "study/conclude.hpp"
#include "study/findings.hpp"
#include "study/left_out/left_out.hpp"
#include "study/profiles/find_profiles.hpp"

namespace sneddon {
namespace {

/// A message begins with the path as it was typed.
void begin_with_shown(std::string& text, const std::string& path, const ShownPaths& shown) {
    if (!path.empty() && text.starts_with(path)) text.replace(0, path.size(), shown.of(path));
}

/// From here on nothing is opened by its path, and results say the same wherever the run was
/// started.
void show_paths(const ShownPaths& shown, AnalysedTests& tests, std::vector<Warning>& warnings) {
    for (InputFile& input : tests.inputs) {
        begin_with_shown(input.reason, input.path, shown);
        for (Warning& warning : warnings)
            if (warning.text.starts_with(input.path + ":"))
                begin_with_shown(warning.text, input.path, shown);
        input.path = shown.of(input.path);
    }
    for (TestRow& row : tests.rows) row.file = shown.of(row.file);
}

/// What only all files together tell of a test. Before the groups: these flags may exclude a test,
/// and a table may be all that knows its position.
std::vector<Warning> complete_rows(const StudyPlan& plan, AnalysedTests& tests,
                                   const ShownPaths& shown) {
    std::vector<Warning> warnings = take_property_tables(plan, tests);
    std::ranges::move(attach_vendor_tables(tests.inputs, tests.rows), std::back_inserter(warnings));
    show_paths(shown, tests, warnings);
    std::ranges::move(flag_repeated_tests(tests.inputs, tests.rows, tests.column_hashes),
                      std::back_inserter(warnings));
    return warnings;
}

ConcludeOptions options_of(const StudyPlan& plan, const Recipe& recipe, const AnalysedTests& tests,
                           const Progress& progress) {
    ConcludeOptions options{recipe.group_by, recipe.exclude_flags, recipe.study};
    // A tip that each file states is no tip of the study.
    options.study.area_function = area_in_force(recipe.analysis.area_function, {});
    options.study.tip_radius_nm = recipe.analysis.correction.tip_radius_nm;
    options.study.area_relative = recipe.analysis.uncertainty.area_relative;
    for (const Recipe* of_sample : recipes_of_samples(plan, tests)) {
        const AnalysisRecipe& analysis = of_sample->analysis;
        options.study.tips.push_back(
            {analysis.area_function, analysis.uncertainty.area_relative, analysis.poisson_ratio});
    }
    options.study.threads = plan.threads;
    options.study.stop = progress.stop;
    options.study.memory = memory_of(plan, progress.stop);
    return options;
}

void add_profiles(const StudyResult& study, bool is_asked, TestProfiles profiles,
                  StudyFindings& findings) {
    profiles.sort();
    if (is_asked) findings.profiles = find_profiles(study, profiles);
    const auto say = [&](const char* section, std::string why) {
        findings.not_computed.emplace(section, std::move(why));
    };
    if (findings.profiles.empty())
        say("profiles", "no load function has 2 tests with a stiffness along the loading");
    if (profiles.left_out() > 0)
        say("profiles.tests", fmt::format("{} depth profiles were left out: the memory for them "
                                          "is full",
                                          profiles.left_out()));
    findings.test_profiles = std::move(profiles);
}

}  // namespace

Result<StudyResult> conclude_study(const StudyPlan& plan, AnalysedTests tests,
                                   const Progress& progress) {
    StudyResult collected;
    collected.version = version;
    if (tests.files_known)
        collected.files_known =
            static_cast<std::size_t>(std::ranges::count(*tests.files_known, true));
    const ShownPaths shown(plan.inputs);
    std::vector<Warning> of_rows = complete_rows(plan, tests, shown);
    Recipe recipe = recipe_in_force(plan, tests);
    choose_for_tables(tests.rows, recipe);
    const ConcludeOptions options = options_of(plan, recipe, tests, progress);
    collected.warnings = tell_samples(plan, shown, tests, collected);
    collected.recipe = recipe.entries;
    for (Warning& warning : collected.warnings)
        begin_with_shown(warning.text, plan.facts.source, shown);
    std::ranges::move(of_rows, std::back_inserter(collected.warnings));
    collected.inputs = std::move(tests.inputs);
    collected.tests = std::move(tests.rows);
    collected.previews = std::move(tests.previews);
    if (auto error = unmatched_exclusion(collected)) return *error;
    StudyResult study = conclude(std::move(collected), std::move(tests.holds), options);
    StudyFindings findings = findings_of(study);
    add_profiles(study, options.study.findings.has(Finding::profiles), std::move(tests.profiles),
                 findings);
    read_as_published(plan.recipe.reference, study.facts, findings);
    study.findings = HeldFindings(std::move(findings));
    return study;
}

}  // namespace sneddon
