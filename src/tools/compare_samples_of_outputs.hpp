// Tests that two outputs do not share: their samples beside each other.
#pragma once

#include <string>
#include <vector>

#include "sneddon/results/written_tests.hpp"

namespace sneddon {

/// Of tests of the one and tests of the other: the table of differences, as in a study of several
/// samples (study/compare/compare_samples.hpp), of pairs across the outputs; Holm's correction over
/// these. The area function and its u are those of each recipe. Empty where no load function is in
/// both with two tests.
std::string samples_text(const WrittenTests& a, const std::vector<const WrittenTest*>& tests_of_a,
                         const WrittenTests& b, const std::vector<const WrittenTest*>& tests_of_b);

}  // namespace sneddon
