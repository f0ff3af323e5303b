// A table of results that an instrument's own program wrote, one row per unloading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

struct VendorTableRow {
    std::string
        file;  ///< as the table names it: "map_00000 LC.hys"; the same for all rows of a map. Of a
               ///< list by Anton Paar the name of the test: group, "_", measurement
    std::vector<VendorValue> values;  ///< known columns as our quantities, the rest by their heads
    std::optional<StagePosition> position;
};

/// TriboScan's "Number of Data Points" table. Its hmax is left out: the largest depth of the whole
/// acquisition stands in every row of a map; heff, the depth of the fit at F_max, is h_max. Two
/// columns are called A: the area and the factor of the power law. Error: SND-R010 (no row).
Result<std::vector<VendorTableRow>> read_results_table(std::string_view bytes,
                                                       std::string_view name);

/// Anton Paar's list (Group, Measurement, Parameter, Unit, Value), one row per test. Error:
/// SND-R010.
Result<std::vector<VendorTableRow>> read_antonpaar_list(std::string_view bytes,
                                                        std::string_view name);

}  // namespace sneddon
