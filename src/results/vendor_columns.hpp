// The values that instruments' own programs wrote into the files, as columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct VendorColumn {
    std::string key;   ///< quantity id, or "<name>_<unit>" with letters, digits and '_' only
    std::string id;    ///< VendorValue::id
    std::string unit;  ///< VendorValue::unit
    std::optional<QuantityIndex> quantity;  ///< ours, when it is in the table
};

/// Those of our quantities in the order of the table, then the others as they first appear.
std::vector<VendorColumn> vendor_columns(const StudyResult& study);

/// The value of the row's own cycle; NaN where the file has none.
double vendor_value(const TestRow& row, const VendorColumn& column);

}  // namespace sneddon
