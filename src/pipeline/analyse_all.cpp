#include "pipeline/analyse_all.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/files/file_hash.hpp"
#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "pipeline/curves/curves_file.hpp"
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

void add_outcome(FileOutcome&& outcome, CurvesFile& curves, AnalysedTests& tests) {
    for (std::size_t i = 0; i < outcome.previews.size(); ++i) {
        CurvePreview& preview = outcome.previews[i];
        curves.add(curve_preview_json(preview, outcome.residuals[i]));
        if (tests.previews.size() < most_previews_in_memory)
            tests.previews.push_back(std::move(preview));
    }
    for (HoldCurve& hold : outcome.holds) tests.holds.add(std::move(hold));
    for (TestProfile& profile : outcome.profiles) tests.profiles.add(std::move(profile));
    std::ranges::move(outcome.rows, std::back_inserter(tests.rows));
    std::ranges::move(outcome.column_hashes, std::back_inserter(tests.column_hashes));
    tests.inputs.push_back(std::move(outcome.input));
}

}  // namespace

Result<AnalysedTests> analyse_all(const RunPlan& plan, const Progress& progress) {
    const AnalysisRecipe& recipe = plan.recipe.analysis;
    const std::size_t count = plan.inputs.size();
    const ReadOptions reading{plan.recipe.units, threads_of_each(plan.threads, count)};
    std::optional<OutcomeCache> cache;
    if (!plan.cache_folder.empty()) {
        auto opened = OutcomeCache::open(plan);
        if (!opened) return opened.error();
        cache = *std::move(opened);
    }
    CurvesFile curves(plan.output, "curves.json");
    AnalysedTests tests;
    tests.drifts = drifts_of_order(plan.inputs, reading, recipe, plan.threads, progress.stop);
    ordered_parallel(
        count, plan.threads, progress.stop,
        [&](std::size_t i) {
            const InputPath& input = plan.inputs[i];
            const auto known = cache ? cache->of_input(i) : nullptr;
            return is_attachment(input.path, plan.facts)
                       ? attached_file(input.path)
                       : analyse_file(input, plan.short_names[i], reading, plan.analysis_of(i),
                                      tests.drifts, known.get());
        },
        [&](std::size_t i, FileOutcome&& outcome) {
            add_outcome(std::move(outcome), curves, tests);
            if (progress.report) progress.report(i + 1, count);
        });
    if (progress.stop.requested())
        return stopped(fmt::format("after {} of {} files", tests.inputs.size(), count));
    if (const auto closed = curves.close(plan.output); !closed) return closed.error();
    if (cache) tests.files_known = cache->files_known();
    return tests;
}

}  // namespace sneddon
