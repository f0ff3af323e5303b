// Whether values have one mode: the dip of Hartigan and Hartigan (1985, Ann. Statist. 13, 70), the
// greatest distance between their distribution and the nearest one with a single mode.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sneddon/base/stop.hpp"

namespace sneddon {

/// In [1/(2n), 1/4]; 0 for fewer than two different values. The modal interval shrinks from the
/// whole range to where convex minorant and concave majorant are farthest apart (Hartigan 1985,
/// AS 217, Appl. Stat. 34, 320).
double dip_of(std::vector<double> values);

struct DipTest {
    double dip = 0;
    double p = 0;  ///< (1 + as large among uniform samples) / (1 + samples)
    std::size_t samples = 0;
};

/// Against uniform samples of the same size, which of all laws of one mode have the largest dip as
/// a rule: p is too large for others, never too small.
DipTest dip_test(const std::vector<double>& values, std::size_t samples, std::uint64_t seed,
                 unsigned threads, Stop stop);

}  // namespace sneddon
