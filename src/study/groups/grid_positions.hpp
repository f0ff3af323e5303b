#pragma once

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// Gives x_um, y_um to rows that have none, from the grid of study.toml: the tests of one load
/// function fill it in their order. A file that could not be read, named like the
/// tests beside it, keeps its place when the tests before and after it are of one load function;
/// where they are not, the later positions of both stay empty and a warning says so. Rows must be
/// in test order and named.
void set_grid_positions(StudyResult& study);

}  // namespace sneddon
