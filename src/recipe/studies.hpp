// Which study.toml speaks for which file of a run.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "recipe/inherited_facts.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

struct Studies {
    std::vector<StudyFacts> facts;      ///< at least one, without facts where no study.toml speaks
    std::vector<std::size_t> of_input;  ///< for each input its place in `facts`
    std::vector<std::string> names;     ///< for each of `facts`: sample or folder, each once
    std::vector<Contradiction> contradictions;
    bool are_several() const { return facts.size() > 1; }
};

/// The nearest study.toml above a file speaks for it, whole, with what those above it mark
/// [common]; it may lie above the paths that were given. Files below none are a sample without
/// facts for each folder that was given. In the order of the fact `order`, then by name. Errors:
/// those of reading.
Result<Studies> studies_of(std::span<const std::string> paths, std::span<const InputPath> inputs);

/// Of one file: its nearest study.toml; no facts where there is none.
Result<StudyFacts> facts_of_file(const std::string& file);

/// What holds for the run as a whole: facts that all studies share, the attachments and names of
/// all.
StudyFacts shared_facts(const Studies& studies);

/// One line that says which facts come from where (SND-U016).
std::string studies_text(const Studies& studies);

/// Lines for SND-U017: a fact with two values, one name of two samples.
std::vector<std::string> contradiction_texts(const Studies& studies);

}  // namespace sneddon
