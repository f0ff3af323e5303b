#pragma once

#include "report/methods/method_text.hpp"
#include "results/written_study.hpp"

namespace sneddon {

/// Where there are several samples: their facts, what was clustered, how shares were compared.
void say_samples(const WrittenStudy& study, MethodText& text);

}  // namespace sneddon
