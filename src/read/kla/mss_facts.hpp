// What a .mss says of a test beside its columns: results, inputs, place, time, program.
#pragma once

#include "read/kla/mss_method.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

void read_mss_facts(const MssMethod& method, const MssSpecimen& specimen, Test& test);

}  // namespace sneddon
