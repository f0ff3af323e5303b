// What samples are called.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// The fact `sample`; where two are called alike, or one has no name, the folder, with those above
/// it as far as it takes: A/x and B/x. Without a study.toml the folder that the files share, if
/// none of another sample is below it. `files` are those of each.
std::vector<std::string> sample_names(std::span<const StudyFacts> facts,
                                      std::span<const std::vector<std::string>> files);

}  // namespace sneddon
