// The last step of a run: the files of OUT.
#pragma once

#include <vector>

#include "pipeline/drift_order.hpp"
#include "pipeline/prepare.hpp"
#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Writes the study and the report beside curves.json: all of OUT, which takes its place by
/// OutputFolder::commit. Errors: SND-O003, SND-U130 and those of write_report. The rows of a table
/// of more than 20,000 are given free when they are written: the page is drawn from the files, and
/// a million rows need the room twice. `files_known`: inputs that the cache knew, empty without
/// one; those of them that figures need parsed count no longer.
Result<bool> write_out(const RunPlan& plan, const DriftsOfOrder& drifts,
                       const std::vector<bool>& files_known, StudyResult& study,
                       const Progress& progress);

}  // namespace sneddon
