// What a Fischerscope's program found, one value a line: "HIT  [N/mm²]  8553.6".
#pragma once

#include <string_view>

#include "sneddon/model/test.hpp"

namespace sneddon {

/// A line in UTF-8 between the name of the test and its table. Values that are ours become so in
/// our units; a line that is none is passed over.
void read_fischer_value(std::string_view line, Test& test);

}  // namespace sneddon
