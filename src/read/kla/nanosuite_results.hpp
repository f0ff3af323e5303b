// The sheets of a NanoSuite workbook beside its tests: "Results" (a row for each test or cycle,
// then Mean, Std. Dev., ...), "Required Inputs" and "Inputs Editable Post Test" (a row for each
// test).
#pragma once

#include <span>

#include "read/container/workbook.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Numbers become vendor values of the tests of their numbers; position, Poisson's ratio and what
/// was corrected take their places. Words, "****" and the rows of statistics are no values.
void read_nanosuite_facts(const Workbook& book, const XlsCells& cells, std::string_view sheet,
                          std::span<Test> tests);

/// What NanoSuite had done to a depth that it calls "Displacement Into Surface".
void tell_nanosuite_corrections(Test& test);

}  // namespace sneddon
