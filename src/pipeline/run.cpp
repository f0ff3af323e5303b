#include "sneddon/pipeline/run.hpp"

#include <fmt/core.h>
#include <utility>

#include "pipeline/analyse_all.hpp"
#include "pipeline/conclude.hpp"
#include "pipeline/prepare.hpp"
#include "pipeline/publish.hpp"
#include "study/conclude.hpp"

namespace sneddon {

Result<StudyResult> run(const RunRequest& request, const Progress& progress) {
    Result<RunPlan> plan = prepare(request);
    if (!plan) return plan.error();
    Result<AnalysedTests> tests = analyse_all(*plan, progress);
    if (!tests) return tests.error();
    StudyResult study = conclude_study(*plan, std::move(*tests), progress);
    const Result<bool> published = publish(std::move(*plan), study);
    if (!published) return published.error();
    return study;
}

}  // namespace sneddon
