// Tables of results without their curves: each row is a test.
#pragma once

#include "pipeline/analysed_tests.hpp"
#include "pipeline/study_plan.hpp"

namespace sneddon {

/// Where no file of a study gave a test, its tables of results are the study: a row each, with the
/// quantities that are there, source `table`. Rows without a number for the hardness or the modulus
/// of their table are excluded, with the reason; rows at one position are flagged (SND-G061). A
/// table that cannot be read so is refused. A table beside curves stays what it is
/// (vendor_tables.hpp). Gives what the user should know of each table (SND-G062).
std::vector<Warning> take_property_tables(const StudyPlan& plan, AnalysedTests& tests);

}  // namespace sneddon
