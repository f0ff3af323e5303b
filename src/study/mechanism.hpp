#pragma once

#include <optional>

#include "sneddon/study/study_result.hpp"
#include "study/findings.hpp"

namespace sneddon {

/// Pomes et al. 2025, section 3.3.1, beside what the distributions and checks of this study say.
/// Only for a study with several clusters and distributions of W_plast.
std::optional<Mechanism> find_mechanism(const StudyFindings& findings);

}  // namespace sneddon
