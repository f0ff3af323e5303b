// Rows and columns that positions stand in, where nobody stated a grid.
#pragma once

#include <optional>
#include <span>

#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// The grid along x and y whose nodes hold the points: nine of ten stand within a quarter of the
/// pitch of a node that no other has. Nothing where they do not: they are free.
std::optional<Grid> find_lattice(std::span<const double> x_um, std::span<const double> y_um);

}  // namespace sneddon
