// What TriboScan had taken off the depth of a text export, as the depth itself says.
#pragma once

#include <string_view>

#include "sneddon/model/test.hpp"

namespace sneddon {

/// From the channel `volts_name` (lower case) in V, where there is one: Test::applied and an
/// inference.
void report_taken_off(Test& test, std::string_view volts_name);

}  // namespace sneddon
