// study.toml: the facts of a study (docs/study-file.md).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "recipe/inherited_facts.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// Checked key by key, with the line: SND-U002 unknown key (with the nearest name), U003 wrong
/// type, U004 out of range, U005 not TOML, U007 two area functions or a range upside down, U010 and
/// those of the tip file's reader, U013 a key that another one needs, U014 a missing attachment.
Result<StudyFacts> read_study_file(const std::string& path);

/// Facts, and where the file and a [common] above it state two values of one.
struct ReadStudy {
    StudyFacts facts;
    std::vector<Contradiction> contradictions;
};

/// The same with what the study.toml `above`, the nearest first, mark [common].
Result<ReadStudy> read_study(const std::string& path, std::span<const std::string> above);

}  // namespace sneddon
