#include "pipeline/conclude.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

#include "papers/paper.hpp"
#include "pipeline/repeated_tests.hpp"
#include "pipeline/short_names.hpp"
#include "pipeline/vendor_tables.hpp"
#include "sneddon/version.hpp"
#include "study/conclude.hpp"
#include "study/findings.hpp"

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

/// For each input that a study.toml of several speaks for; and its rows say so.
StudyOfFile tell_studies(const RunPlan& plan, const ShownPaths& shown, AnalysedTests& tests) {
    StudyOfFile names;
    if (!plan.studies.are_several()) return names;
    std::map<std::string, std::string> source_of;
    for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
        const std::size_t study = plan.studies.of_input[i];
        const std::string file = shown.of(plan.inputs[i].path);
        const std::string& source = plan.studies.facts[study].source;
        names[file] = plan.studies.names[study];
        source_of[file] = source.empty() ? "no study.toml above it" : shown.of(source);
    }
    for (TestRow& row : tests.rows)
        row.inferences.push_back({"study", names[row.file], source_of[row.file]});
    return names;
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
    ConcludeOptions options{plan.recipe.group_by, plan.recipe.exclude_flags, plan.recipe.study, {}};
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
    const ShownPaths shown(plan.inputs);
    collected.facts = with_shown_paths(plan.facts, shown);
    if (plan.studies.are_several())
        for (const StudyFacts& facts : plan.studies.facts)
            if (!facts.source.empty())
                collected.facts.source +=
                    (collected.facts.source.empty() ? "" : ", ") + shown.of(facts.source);
    collected.recipe = plan.recipe.entries;
    collected.warnings = plan.recipe.warnings;
    for (Warning& warning : collected.warnings)
        begin_with_shown(warning.text, plan.facts.source, shown);
    std::ranges::move(complete_rows(tests, shown), std::back_inserter(collected.warnings));
    ConcludeOptions options = options_of(plan, progress);
    options.study_of_file = tell_studies(plan, shown, tests);
    collected.inputs = std::move(tests.inputs);
    collected.tests = std::move(tests.rows);
    collected.previews = std::move(tests.previews);
    StudyResult study = conclude(std::move(collected), std::move(tests.holds), options);
    const auto findings = std::make_shared<StudyFindings>(findings_of(study));
    read_as_published(plan.recipe.reference, *findings);
    study.findings = findings;
    return study;
}

}  // namespace sneddon
