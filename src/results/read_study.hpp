// OUT read back on several threads: the curves of very many tests are parsed side by side.
#pragma once

#include "results/written_study.hpp"

namespace sneddon {

/// The same as on one thread (written_study.hpp), whatever their number.
Result<WrittenStudy> read_study(const std::string& folder, unsigned threads);
void read_drawn_curves(const std::string& out, WrittenStudy& study, unsigned threads);

}  // namespace sneddon
