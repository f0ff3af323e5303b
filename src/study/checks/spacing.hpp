#pragma once

#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct Spacing {
    double nearest_um = 0;  ///< smallest distance of two tests; 0 when positions are not known
    double five_diameters_um = 0;  ///< of the circle around the largest indent (ISO 14577-1)
    double ten_depths_um = 0;      ///< of the deepest (Phani and Oliver 2019, Mater. Des. 164)
};

/// Among rows with a position. The diameter is that of the circle through the corners of a
/// triangle of area A_p, 4 sqrt(A_p/(3 sqrt 3)); without A_p the ideal tip's at h_max.
Spacing spacing_of(const std::vector<const TestRow*>& rows);

}  // namespace sneddon
