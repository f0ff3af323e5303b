// study.toml: the facts of a study (docs/study-file.md).
#pragma once

#include <filesystem>

#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// Checked key by key: an unknown key, a wrong type or a missing tip file is an error with its line.
Result<StudyFacts> read_study_file(const std::filesystem::path& path);

}  // namespace sneddon
