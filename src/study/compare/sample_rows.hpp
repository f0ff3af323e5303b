// The used tests of each sample at each load function that several samples have.
#pragma once

#include <string>
#include <vector>

#include "study/table.hpp"

namespace sneddon {

/// Tests of one sample; `place` is that of the first study.toml that speaks for it. Several that
/// name one `sample` and each a fact `session` are sessions of it.
struct SampleRows {
    std::size_t place = 0;
    std::string name;
    Rows rows;
    std::vector<Rows> sessions;  ///< at least one: of all rows where none is named

    /// Means of sessions can be compared only where there are two or more.
    bool has_sessions() const { return sessions.size() > 1; }
};

/// Samples at one load function, in the order of StudyResult::samples.
struct SamplesAtLoad {
    std::string load_function;
    std::vector<SampleRows> samples;
};

/// Load functions are told apart over all samples together (study/groups/load_functions.hpp): what
/// two samples call "hold 5 s" may be two peak loads. Only those that two samples have; none where
/// the study has one sample. In natural order of the name.
std::vector<SamplesAtLoad> samples_at_loads(const StudyResult& study);

}  // namespace sneddon
