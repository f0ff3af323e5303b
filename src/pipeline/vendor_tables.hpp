// Tables of results beside the curves: each row to its test.
#pragma once

#include <span>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Reads the inputs that are results tables and gives their rows to the tests of the same folder:
/// * rows whose File has the stem of a curve's file, in the order of its cycles;
/// * else the rows of one File to the files that begin like it ("map_00000 LC.hys": map_0000.txt,
///   map_0001.txt, ...), in natural order, when there are as many;
/// * else the rows of all tables of one beginning, one table after the other, when together they
/// are
///   as many (parts of one map).
/// * rows of a list by Anton Paar to the test, or the file, of that name; a list may be of more
/// tests. Rows whose F_max is more than 2 % away from ours in the median are not given to anyone. A
/// table that stays without tests is a warning (SND-G010). Stage positions are taken where a test
/// has none.
std::vector<Warning> attach_vendor_tables(std::span<const InputFile> inputs,
                                          std::span<TestRow> rows);

}  // namespace sneddon
