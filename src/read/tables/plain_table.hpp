#pragma once

#include "read/tables/property_table.hpp"
#include "read/text/source.hpp"

namespace sneddon {

/// Text with heads, in any language and with any delimiter. Errors: as read_property_table.
Result<PropertyTable> read_plain_table(const Source& source);

}  // namespace sneddon
