// The columns of a test of a .mss -> its curve, by the formulae of NanoSuite that stand in the
// file: "Displacement Into Surface", "Load On Sample" and "Time On Sample", as its workbooks have
// them.
#pragma once

#include <string_view>

#include "read/kla/mss_method.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// `where` names file and test. Errors: SND-R033 (the file is damaged); SND-R010, R011, R021 (there
/// is no curve in this test).
Result<Test> read_mss_curve(MssFile& file, const MssMethod& method, const MssSpecimen& specimen,
                            std::string_view where);

}  // namespace sneddon
