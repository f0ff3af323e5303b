// Which sample a file and its tests are of, once it is known which files have tests.
#pragma once

#include <vector>

#include "pipeline/analysed_tests.hpp"
#include "pipeline/short_names.hpp"
#include "pipeline/study_plan.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// With the facts that all tests share: those of one study, where the others have no test.
const Recipe& recipe_in_force(const StudyPlan& plan, const AnalysedTests& tests);

/// Of each of the samples that tell_samples sets, with its own facts.
std::vector<const Recipe*> recipes_of_samples(const StudyPlan& plan, const AnalysedTests& tests);

/// Sets facts, samples and recipe of `study`, and the sample of every input and row. A folder
/// without tests is no sample; where one is left, the run is a study of it alone. Gives the
/// warnings: those of the recipe, SND-U016 and SND-U017.
std::vector<Warning> tell_samples(const StudyPlan& plan, const ShownPaths& shown,
                                  AnalysedTests& tests, StudyResult& study);

}  // namespace sneddon
