#include "sneddon/pipeline/run.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/files/utf8.hpp"
#include "pipeline/analyse_all.hpp"
#include "pipeline/conclude.hpp"
#include "pipeline/finish.hpp"
#include "pipeline/prepare.hpp"
#include "pipeline/publish.hpp"
#include "pipeline/stopped.hpp"
#include "study/conclude.hpp"

namespace sneddon {
namespace {

Error old_results_stay(const RunRequest& request, const StudyResult& study) {
    std::string found = "no file gave a result";
    for (const InputFile& input : study.inputs)
        if (!input.reason.empty() && !input.is_companion) {
            found += ": " + input.path + ": " + input.reason;
            break;
        }
    return {"SND-O007", request.output_folder, found,
            "one test that can be used: the old results stay",
            "`sneddon look` shows the files, -o another folder lists all reasons"};
}

}  // namespace

Result<StudyResult> finish_in_staging(const RunRequest& request, const RunPlan& plan,
                                      AnalysedTests tests, const Progress& progress) {
    const DriftsOfOrder drifts = std::move(tests.drifts);
    const auto files_known = tests.files_known.value_or(std::vector<bool>());
    Result<StudyResult> concluded = conclude_study(plan, std::move(tests), progress);
    if (!concluded) return concluded.error();
    StudyResult study =
        std::move(concluded).value();  // moved: a copy is a gigabyte of a million rows
    if (progress.stop.requested()) return stopped("after the study");
    if (!has_results(study) && plan.output.holds_results()) return old_results_stay(request, study);
    if (const auto written = write_out(plan, drifts, files_known, study, progress); !written)
        return written.error();
    return study;
}

Result<StudyResult> finish(const RunRequest& request, RunPlan plan, AnalysedTests tests,
                           const Progress& progress) {
    Result<StudyResult> study = finish_in_staging(request, plan, std::move(tests), progress);
    if (!study) return study;
    // The point of no return: a stop that is heard up to here leaves OUT as it was.
    if (!progress.is_to_finish()) return stopped("before the results took their place");
    if (const auto put = plan.output.commit({}); !put) return put.error();
    return study;
}

Result<StudyResult> run(const RunRequest& request, const Progress& progress) {
    Result<RunPlan> plan = prepare(request);
    if (!plan) return plan.error();
    if (progress.begins) progress.begins(utf8(plan->output.folder()));
    Result<AnalysedTests> tests = analyse_all(*plan, progress);
    if (!tests) return tests.error();
    return finish(request, std::move(*plan), std::move(*tests), progress);
}

}  // namespace sneddon
