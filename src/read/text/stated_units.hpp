// Units against what instruments reach, and against what the user has stated.
#pragma once

#include <optional>
#include <span>

#include "read/text/curve_columns.hpp"

namespace sneddon {

/// A load in N beyond 10 N or a depth in m beyond 10 mm has lost a micro sign: what --unit states
/// is applied to `test` and `columns`, without it the file is refused (SND-R015, with the cure). A
/// stated unit unlike the head's is otherwise not applied, which is said (SND-R031).
std::optional<Error> settle_units(Test& test, CurveColumns& columns,
                                  std::span<const ColumnHead> heads, const Source& source,
                                  std::size_t head_position);

/// The inference of a column and a flag (SND-R031) say that --unit was not applied.
void tell_unit_not_applied(Test& test, CurveColumn& column, const ColumnHead& head,
                           const Source& source);

}  // namespace sneddon
