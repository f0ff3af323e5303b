#include "pipeline/analyse_all.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/files/file_hash.hpp"
#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "pipeline/drift_order.hpp"
#include "pipeline/outcomes/large_file.hpp"
#include "pipeline/parts/outcome_cache.hpp"
#include "pipeline/stopped.hpp"
#include "results/curves/curves_json.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_previews_in_memory = 500;

AnalysedFile attached_file(const std::string& path) {
    AnalysedFile file;
    FileOutcome& outcome = file.outcome;
    outcome.input.path = path;
    outcome.input.status = Status::excluded;
    outcome.input.reason = "attachment of study.toml";
    outcome.input.is_companion = true;
    outcome.input.sha256 = sha256_of_file(path);
    return file;
}

ReadOptions reading_of(const StudyPlan& plan, std::size_t files) {
    return {plan.recipe.units, threads_of_each(plan.threads, files), {}, true};
}

void keep_what_tests_csv_shows(TestRow& row) {
    row.corrections = {};
    row.inferences = {};
    row.pop_ins = {};
    row.monte_carlo = Seldom<MonteCarloResult>();
    row.variants = Seldom<SensitivityValues>();
    for (Flag& flag : row.flags) flag.text = std::string();
}

AnalysedFile analyse_input(const StudyPlan& plan, std::size_t i, const ReadOptions& reading,
                           const DriftsOfOrder& drifts, KnownOutcomes* known, Stop stop) {
    const InputPath& input = plan.inputs[i];
    if (is_attachment(input.path, plan.facts)) return attached_file(input.path);
    return analyse_file({input, plan.short_names[i], reading, plan.analysis_of(i), drifts}, known,
                        stop);
}

}  // namespace

CollectedTests::CollectedTests(const RunPlan& plan) : plan_(plan) {
    if (!plan.has_rows_only) curves_.emplace(plan.output, "curves.json");
}

void CollectedTests::add_curves(FileOutcome& outcome) {
    for (std::size_t i = 0; i < outcome.previews.size(); ++i) {
        CurvePreview& preview = outcome.previews[i];
        curves_->add(curve_preview_json(preview, outcome.residuals[i]));
        if (tests_.previews.size() < most_previews_in_memory)
            tests_.previews.push_back(std::move(preview));
    }
    for (TestProfile& profile : outcome.profiles) tests_.profiles.add(std::move(profile));
}

void CollectedTests::add(FileOutcome&& outcome) {
    if (curves_)
        add_curves(outcome);
    else
        std::ranges::for_each(outcome.rows, keep_what_tests_csv_shows);
    for (HoldCurve& hold : outcome.holds) tests_.holds.add(std::move(hold));
    std::ranges::move(outcome.rows, std::back_inserter(tests_.rows));
    std::ranges::move(outcome.column_hashes, std::back_inserter(tests_.column_hashes));
    if (!outcome.goes_on) tests_.inputs.push_back(std::move(outcome.input));
}

Result<AnalysedTests> CollectedTests::close() {
    if (curves_)
        if (const auto closed = curves_->close(plan_.output); !closed) return closed.error();
    return std::move(tests_);
}

void analyse_inputs(const StudyPlan& plan, std::size_t first, std::size_t count,
                    const DriftsOfOrder& drifts, const OutcomeCache* cache,
                    const Progress& progress,
                    const std::function<void(FileOutcome&&, bool is_known)>& take) {
    const ReadOptions reading = reading_of(plan, count);
    using Known = std::unique_ptr<KnownOutcomes>;
    std::size_t done = 0, total = count;  // files, and stretches of large archives
    const auto taken = [&](FileOutcome&& outcome, bool is_known) {
        take(std::move(outcome), is_known);
        if (progress.report) progress.report(++done, total);
    };
    ordered_parallel(
        count, plan.threads, progress.stop,
        [&](std::size_t i) {
            Known known = cache != nullptr ? cache->of_input(first + i) : nullptr;
            AnalysedFile file =
                analyse_input(plan, first + i, reading, drifts, known.get(), progress.stop);
            return std::pair{std::move(file), std::move(known)};
        },
        [&](std::size_t, std::pair<AnalysedFile, Known>&& analysed) {
            auto& [file, known] = analysed;
            if (!file.rest) return taken(std::move(file.outcome), file.is_known);
            // One such archive after the other, each on all threads.
            total += file.rest->stretches();
            file.rest->analyse(known.get(), plan.threads, progress.stop, taken);
        });
}

Result<AnalysedTests> analyse_all(const RunPlan& plan, const Progress& progress) {
    const auto cache = OutcomeCache::of_plan(plan);
    if (!cache) return cache.error();
    const std::size_t count = plan.inputs.size();
    DriftsOfOrder drifts = drifts_of_order(plan.inputs, reading_of(plan, count),
                                           plan.recipe.analysis, plan.threads, progress.stop);
    CollectedTests collected(plan);
    std::vector<bool> files_known;
    analyse_inputs(plan, 0, count, drifts, *cache ? &**cache : nullptr, progress,
                   [&](FileOutcome&& outcome, bool is_known) {
                       if (!outcome.goes_on) files_known.push_back(is_known);
                       collected.add(std::move(outcome));
                   });
    if (progress.stop.requested())
        return stopped(fmt::format("after {} of {} files", collected.files(), count));
    Result<AnalysedTests> tests = collected.close();
    if (!tests) return tests;
    tests->drifts = std::move(drifts);
    if (*cache) tests->files_known = std::move(files_known);
    return tests;
}

}  // namespace sneddon
