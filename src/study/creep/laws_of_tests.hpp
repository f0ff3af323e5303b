#pragma once

#include "sneddon/numeric/linear_power_law.hpp"
#include "study/creep/hold_table.hpp"
#include "study/study_options.hpp"

namespace sneddon {

/// The creep law's options everywhere in the study: y0 = t0 = 0, a and b >= 0, c <= 0.95 (nearer to
/// 1 a and b say the same).
LinearPowerOptions creep_law_options();

/// Writes what each test's own hold says into its row: creep_a, creep_b, creep_c, the creep at
/// common times and the rate at the end.
void set_test_laws(std::vector<TestRow>& tests, const std::vector<HoldTable>& tables,
                   const StudyOptions& options);

}  // namespace sneddon
