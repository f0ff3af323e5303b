#pragma once

#include "study/maps/map_finding.hpp"
#include "study/study_options.hpp"
#include "study/table.hpp"

namespace sneddon {

/// Moran's I, Geary's C and the variogram of H_IT, E_r, creep and W_plast, and join counts of the
/// labels, per load function with at least 30 tests on the grid of its study.toml; of tables
/// without one in the rows and columns that their positions stand in, or of free positions with the
/// eight nearest as neighbours. A correlation length below the pitch cannot be seen: the verdict of
/// the variogram's fit says so.
std::vector<MapFinding> find_maps(const StudyResult& study, const StudyOptions& options);

}  // namespace sneddon
