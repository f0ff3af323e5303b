// What --column states of the columns of a table.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/tables/column_meaning.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// "H" -> "HARDNESS" or "HARDNESS:MPa": the column of that head is this quantity, any other that
/// was taken for it is not. Error: SND-U062 no such key, no such head, no such unit.
std::optional<Error> apply_stated_columns(const ReadOptions& options, std::string_view name,
                                          std::vector<ColumnMeaning>& columns);

}  // namespace sneddon
