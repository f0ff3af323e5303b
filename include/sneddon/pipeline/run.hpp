// A recipe and some paths -> the whole run. The only room that knows all rooms.
#pragma once

#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Reads, analyses and writes OUT (whole or not at all). Errors are those of the request itself or
/// of OUT; bad files and bad tests are rows of the result.
/// SND-U0xx usage, SND-O0xx output, SND-U130 stopped.
Result<StudyResult> run(const RunRequest& request, const Progress& progress);

}  // namespace sneddon
