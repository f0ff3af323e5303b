// The numbers of a table in working units (uN, nm, s), by the units of its heads.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "read/text/units.hpp"
#include "tools/fit/fit_columns.hpp"
#include "tools/fit/fit_flags.hpp"

namespace sneddon {

/// Scales column i to the working unit of dimensions[i] by its head ("depth (um)") or the row of
/// units below it. Error: SND-U026 (a unit that is not known or of another quantity).
std::optional<Error> to_working_units(NumberColumns& table, std::span<const Dimension> dimensions);

/// "unit-assumed": the columns that name no unit were taken in the working unit.
std::vector<FitFlag> unit_flags(const NumberColumns& table, std::span<const Dimension> dimensions);

}  // namespace sneddon
