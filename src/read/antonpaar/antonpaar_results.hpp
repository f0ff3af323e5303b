// The results that Anton Paar's program prints above the points of a test.
#pragma once

#include <string_view>

#include "read/text/source.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Lines between `begin` and `end` of the text:
///   "HIT=\t693.39 \tMPa", "Cycle # 2", "Date :12/2/2021", "X Position: 1.2 mm", warnings.
/// Known results become our quantities in our units, the rest keep their name and unit; what is not
/// finite ("INF") is left out with an inference. Lines that say nothing about results are passed
/// over.
void read_antonpaar_results(const Source& source, std::size_t begin, std::size_t end,
                            char decimal_mark, Test& test);

/// One of them: ours in our unit where it is known, else as it is.
VendorValue antonpaar_value(std::string_view name, std::string_view unit, double number, int cycle);

}  // namespace sneddon
