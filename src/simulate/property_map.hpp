// A table of results over a surface of several phases, with the phase of each row as the truth.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

struct PropertyMap {
    struct Row {
        double x_um = 0, y_um = 0;
        double H_GPa = 0, E_GPa = 0;
        double load_uN = 0, depth_nm = 0;
        int phase = 0;
    };
    std::vector<Row> rows;  ///< in the order of measurement: every other line from the right
};

/// Phases by the rank of a Gaussian field of covariance (1 - nugget) exp(-|dx|/l - |dy|/l) +
/// nugget, so that the shares are exact to one row: the first phase has the highest values, and
/// each borders on the next. H and E are drawn row by row. Linear in the rows. Error: SND-U031, no
/// place, or shares that do not add up to 1.
Result<PropertyMap> draw_property_map(const SimulationPlan& plan, std::uint64_t seed);

/// As a program for property maps exports it: names, units, rows.
std::string property_map_csv(const PropertyMap& map);

/// Row by row its phase.
std::string property_map_truth(const PropertyMap& map);

std::string property_map_study(const SimulationPlan& plan, std::uint64_t seed);

}  // namespace sneddon
