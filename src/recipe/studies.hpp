// Which study.toml speaks for which file of a run.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

struct Studies {
    std::vector<StudyFacts> facts;      ///< at least one, without facts where no study.toml speaks
    std::vector<std::size_t> of_input;  ///< for each input its place in `facts`
    std::vector<std::string> names;     ///< for each of `facts`: sample or folder, each once
    bool are_several() const { return facts.size() > 1; }
};

/// A study.toml in a folder that is named, or beside a file that is, speaks for all files, as long
/// as none lies among the files below. Where there are several, the nearest one above a file speaks
/// for it, and for what lies below none of them no facts are known. Errors: those of reading.
Result<Studies> studies_of(std::span<const std::string> paths, std::span<const InputPath> inputs);

/// What holds for the run as a whole: facts that all studies share, the attachments and names of
/// all.
StudyFacts shared_facts(const Studies& studies);

/// One line that says which facts come from where (SND-U016).
std::string studies_text(const Studies& studies);

}  // namespace sneddon
