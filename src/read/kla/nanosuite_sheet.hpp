// A sheet of one test in a NanoSuite workbook: names in row 1, units in row 2, points below, and in
// the first column words where segments begin.
#pragma once

#include "read/container/workbook.hpp"
#include "read/text/source.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

inline constexpr std::string_view nanosuite_depth = "Displacement Into Surface";

/// Numbers, sentinels (1e99 and more) and "****" of `cells` -> curve, channels and marks.
/// `source` has the name of the file and the sheet, and no text.
/// Errors: SND-R010, R011, R015, R017, R018, R021.
Result<Test> read_nanosuite_sheet(const Workbook& book, const XlsCells& cells,
                                  const Source& source);

}  // namespace sneddon
