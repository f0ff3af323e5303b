// study.toml: the facts of a study (docs/study-file.md).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// Checked key by key, with the line: SND-U002 unknown key (with the nearest name), U003 wrong
/// type, U004 out of range, U005 not TOML, U007 two area functions or a range upside down, U010 and
/// those of the tip file's reader, U013 a key that another one needs, U014 a missing attachment.
Result<StudyFacts> read_study_file(const std::string& path);

/// The study.toml in folders that are named and beside files that are, each once.
std::vector<std::string> study_files(std::span<const std::string> paths);

/// The facts of the study.toml in a folder that is named, or beside a file that is: a folder and
/// what a shell makes of folder/* are the same study. No facts when there is none. Errors: those of
/// reading it, SND-U020 (two folders hold one).
Result<StudyFacts> study_facts(std::span<const std::string> paths);

}  // namespace sneddon
