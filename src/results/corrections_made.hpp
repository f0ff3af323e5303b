// What was taken off the curves, counted over the tests of a study.
#pragma once

#include "results/json_text.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// For each correction and each way in which it was made, here or by the instrument, how many used
/// rows it has; in the order of the corrections. A row without a correction is in none.
JsonText corrections_made_json(const StudyResult& study);

}  // namespace sneddon
