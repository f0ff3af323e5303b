// Values that were rounded before they came, and values that end at a limit.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace sneddon {

/// The grid origin + i step.
struct Rounding {
    double step = 0, origin = 0;

    double operator()(double x) const;  ///< the nearest place of the grid; x for a step of 0
};

struct Repetition {
    std::size_t distinct = 0;             ///< different values
    std::size_t at_low = 0, at_high = 0;  ///< values equal to the least, to the largest
    std::optional<Rounding> rounding;     ///< where values repeat and all lie on one grid
};

/// The step is the least distance of two values or a small part of it, of which all distances are
/// whole multiples. None below four different values: two always lie on a grid.
Repetition repetition(std::span<const double> values);

}  // namespace sneddon
