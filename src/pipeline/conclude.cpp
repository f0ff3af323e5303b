#include "pipeline/conclude.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "papers/paper.hpp"
#include "pipeline/repeated_tests.hpp"
#include "pipeline/short_names.hpp"
#include "pipeline/vendor_tables.hpp"
#include "sneddon/version.hpp"
#include "study/conclude.hpp"
#include "study/findings.hpp"
#include "study/left_out/left_out.hpp"

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

StudyFacts with_shown_paths(StudyFacts facts, const ShownPaths& shown) {
    if (!facts.source.empty()) facts.source = shown.of(facts.source);
    for (Attachment& attachment : facts.attachments) attachment.file = shown.of(attachment.file);
    return facts;
}

/// Where several study.toml speak: the samples. Inputs and rows know theirs, and rows say it.
std::vector<Sample> tell_samples(const RunPlan& plan, const ShownPaths& shown,
                                 AnalysedTests& tests) {
    std::vector<Sample> samples;
    if (!plan.studies.are_several()) return samples;
    for (std::size_t i = 0; i < plan.studies.facts.size(); ++i)
        samples.push_back({plan.studies.names[i], with_shown_paths(plan.studies.facts[i], shown)});
    std::map<std::string, std::size_t> sample_of;
    for (std::size_t i = 0; i < tests.inputs.size(); ++i) {
        tests.inputs[i].sample = plan.studies.of_input[i];
        sample_of[tests.inputs[i].path] = plan.studies.of_input[i];
    }
    for (TestRow& row : tests.rows) {
        row.sample = sample_of.at(row.file);
        const Sample& sample = samples[row.sample];
        row.inferences.push_back(
            {"study", sample.name,
             sample.facts.source.empty() ? "no study.toml above it" : sample.facts.source});
    }
    return samples;
}

/// What only all files together tell of a test. Before the groups: these flags may exclude a test,
/// and a table may be all that knows its position.
std::vector<Warning> complete_rows(AnalysedTests& tests, const ShownPaths& shown) {
    std::vector<Warning> warnings = attach_vendor_tables(tests.inputs, tests.rows);
    show_paths(shown, tests, warnings);
    std::ranges::move(flag_repeated_tests(tests.inputs, tests.rows, tests.column_hashes),
                      std::back_inserter(warnings));
    return warnings;
}

ConcludeOptions options_of(const RunPlan& plan, const Progress& progress) {
    ConcludeOptions options{plan.recipe.group_by, plan.recipe.exclude_flags, plan.recipe.study};
    options.study.area_function = plan.recipe.analysis.area_function;
    options.study.area_relative = plan.recipe.analysis.uncertainty.area_relative;
    for (const AnalysisRecipe& analysis : plan.analyses)
        options.study.tips.push_back(
            {analysis.area_function, analysis.uncertainty.area_relative, analysis.poisson_ratio});
    options.study.threads = plan.threads;
    options.study.stop = progress.stop;
    return options;
}

}  // namespace

Result<StudyResult> conclude_study(const RunPlan& plan, AnalysedTests tests,
                                   const Progress& progress) {
    StudyResult collected;
    collected.version = version;
    const ShownPaths shown(plan.inputs);
    collected.facts = with_shown_paths(plan.facts, shown);
    collected.recipe = plan.recipe.entries;
    collected.warnings = plan.recipe.warnings;
    for (Warning& warning : collected.warnings)
        begin_with_shown(warning.text, plan.facts.source, shown);
    std::ranges::move(complete_rows(tests, shown), std::back_inserter(collected.warnings));
    const ConcludeOptions options = options_of(plan, progress);
    collected.samples = tell_samples(plan, shown, tests);
    for (const Sample& sample : collected.samples)
        if (!sample.facts.source.empty())
            collected.facts.source +=
                (collected.facts.source.empty() ? "" : ", ") + sample.facts.source;
    collected.inputs = std::move(tests.inputs);
    collected.tests = std::move(tests.rows);
    collected.previews = std::move(tests.previews);
    if (auto error = unmatched_exclusion(collected)) return *error;
    StudyResult study = conclude(std::move(collected), std::move(tests.holds), options);
    StudyFindings findings = findings_of(study);
    read_as_published(plan.recipe.reference, findings);
    study.findings = HeldFindings(std::move(findings));
    return study;
}

}  // namespace sneddon
