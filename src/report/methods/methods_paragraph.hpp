// The methods paragraph of a study.
#pragma once

#include "report/methods/method_text.hpp"
#include "results/written_study.hpp"

namespace sneddon {

/// A sentence for each step that was done, with every option of the recipe that has a part in it:
/// two recipes give paragraphs that differ in the sentences of what differs, and in no other.
MethodText methods_of(const WrittenStudy& study);

}  // namespace sneddon
