// study.toml: the facts of a study (docs/study-file.md).
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// Checked key by key, with the line: SND-U002 unknown key (with the nearest name), U003 wrong
/// type, U004 out of range, U005 not TOML, U007 two area functions or a range upside down, U010 and
/// those of the tip file's reader, U013 a key that another one needs, U014 a missing attachment.
Result<StudyFacts> read_study_file(const std::filesystem::path& path);

/// DIR/study.toml when DIR is the only path and holds one.
std::optional<std::filesystem::path> find_study_file(std::span<const std::string> paths);

}  // namespace sneddon
