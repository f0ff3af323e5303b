// Faults of one curve: in the instrument before its volts are made, or in the export after.
#pragma once

#include <cstddef>
#include <string>

#include "base/random.hpp"
#include "simulate/fault.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// Indices of the first points of a test's parts.
struct CurvePlaces {
    std::size_t loading = 0, hold = 0, unloading = 0, end = 0;
};

/// Spike, lost contact, saturated channel.
void apply_instrument_fault(Curve& curve, FaultKind kind, const CurvePlaces& places,
                            RandomStream random);

/// Missing segment, NaN, units.
void apply_export_fault(Test& test, FaultKind kind, const CurvePlaces& places, RandomStream random);

/// 50 to 95 % of the file.
void truncate(std::string& text, RandomStream random);

}  // namespace sneddon
