// Tables of vendors' programs as plain tables: heads, units, a row for each test.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sneddon {

/// * TriboScan: what stands above the heads is left out.
/// * Anton Paar's list of Group, Measurement, Parameter, Unit, Value: a column for each parameter,
///   its unit below its name, an empty cell where a test has no such result.
/// Nothing for any other text.
std::optional<std::string> vendor_table_text(std::string_view text);

}  // namespace sneddon
