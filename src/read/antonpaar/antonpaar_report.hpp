#pragma once

#include <string_view>
#include <vector>

#include "read/results_table.hpp"

namespace sneddon {

/// Rows named as those of a list: group, "_", number of the test. None for a text of another form.
std::vector<VendorTableRow> read_antonpaar_report(std::string_view bytes);

}  // namespace sneddon
