#include "pipeline/analyse_all.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/files/file_hash.hpp"
#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "pipeline/drift_order.hpp"
#include "pipeline/file_outcome.hpp"
#include "pipeline/parts/outcome_cache.hpp"
#include "pipeline/stopped.hpp"
#include "results/curves/curves_json.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_previews_in_memory = 500;

FileOutcome attached_file(const std::string& path) {
    FileOutcome outcome;
    outcome.input.path = path;
    outcome.input.status = Status::excluded;
    outcome.input.reason = "attachment of study.toml";
    outcome.input.is_companion = true;
    outcome.input.sha256 = sha256_of_file(path);
    return outcome;
}

}  // namespace

void CollectedTests::add(FileOutcome&& outcome) {
    for (std::size_t i = 0; i < outcome.previews.size(); ++i) {
        CurvePreview& preview = outcome.previews[i];
        curves_.add(curve_preview_json(preview, outcome.residuals[i]));
        if (tests_.previews.size() < most_previews_in_memory)
            tests_.previews.push_back(std::move(preview));
    }
    for (HoldCurve& hold : outcome.holds) tests_.holds.add(std::move(hold));
    for (TestProfile& profile : outcome.profiles) tests_.profiles.add(std::move(profile));
    std::ranges::move(outcome.rows, std::back_inserter(tests_.rows));
    std::ranges::move(outcome.column_hashes, std::back_inserter(tests_.column_hashes));
    tests_.inputs.push_back(std::move(outcome.input));
}

Result<AnalysedTests> CollectedTests::close() {
    if (const auto closed = curves_.close(output_); !closed) return closed.error();
    return std::move(tests_);
}

FileOutcome outcome_of_input(const StudyPlan& plan, std::size_t i, const ReadOptions& reading,
                             const DriftsOfOrder& drifts, KnownOutcomes* known, Stop stop) {
    const InputPath& input = plan.inputs[i];
    if (is_attachment(input.path, plan.facts)) return attached_file(input.path);
    return analyse_file(input, plan.short_names[i], reading, plan.analysis_of(i), drifts, known,
                        stop);
}

Result<AnalysedTests> analyse_all(const RunPlan& plan, const Progress& progress) {
    std::optional<OutcomeCache> cache;
    if (!plan.cache_folder.empty()) {
        auto opened = OutcomeCache::open(plan);
        if (!opened) return opened.error();
        cache = std::move(*opened);
    }
    const std::size_t count = plan.inputs.size();
    const ReadOptions reading{plan.recipe.units, threads_of_each(plan.threads, count), {}, true};
    DriftsOfOrder drifts =
        drifts_of_order(plan.inputs, reading, plan.recipe.analysis, plan.threads, progress.stop);
    CollectedTests collected(plan.output);
    std::vector<bool> files_known(count, false);
    ordered_parallel(
        count, plan.threads, progress.stop,
        [&](std::size_t i) {
            const auto known = cache ? cache->of_input(i) : nullptr;
            FileOutcome outcome =
                outcome_of_input(plan, i, reading, drifts, known.get(), progress.stop);
            return std::pair{std::move(outcome), known && known->was_found()};
        },
        [&](std::size_t i, std::pair<FileOutcome, bool>&& outcome) {
            collected.add(std::move(outcome.first));
            files_known[i] = outcome.second;
            if (progress.report) progress.report(i + 1, count);
        });
    if (progress.stop.requested())
        return stopped(fmt::format("after {} of {} files", collected.files(), count));
    Result<AnalysedTests> tests = collected.close();
    if (!tests) return tests;
    tests->drifts = std::move(drifts);
    if (cache) tests->files_known = std::move(files_known);
    return tests;
}

}  // namespace sneddon
