// What a run says when it is done.
#pragma once

#include <filesystem>
#include <string>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Lines of text: facts, files by format, tests, groups with mean ± sd, warnings and refusals with
/// their codes, and the files in `output_folder`.
std::string run_summary(const StudyResult& study, const std::filesystem::path& output_folder);

/// Whether --strict should say no: something other than a companion was refused or excluded, or a
/// used test carries a flag.
bool has_doubts(const StudyResult& study);

/// At least one test is used.
bool has_results(const StudyResult& study);

}  // namespace sneddon
