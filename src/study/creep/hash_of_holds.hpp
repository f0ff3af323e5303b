#pragma once

#include <string>

#include "sneddon/model/area_function.hpp"
#include "study/creep/hold_table.hpp"

namespace sneddon {

/// Of all that the creep of a table follows from, but for labels and options of the study: the
/// holds, the values of their tests and the tip, which may be null. Empty when the library failed:
/// then nothing is remembered.
std::string hash_of_holds(const std::vector<TestRow>& tests, const HoldTable& table,
                          const AreaFunction* area);

}  // namespace sneddon
