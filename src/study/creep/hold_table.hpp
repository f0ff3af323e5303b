// The holds of one load function on one time base.
#pragma once

#include "study/creep/hold_curve.hpp"
#include "study/table.hpp"

namespace sneddon {

/// Tests whose hold is shorter than 0.9 of the median one, or whose step differs from the most
/// common one, are left out; the others are cut to the shortest of them.
struct HoldTable {
    std::string load_function;
    double step_s = 0;
    std::size_t size = 0;
    Rows rows;
    std::vector<const HoldCurve*> curves;  ///< by rows
    std::vector<double> instants_s;
};

/// Load functions with at least one hold curve.
std::vector<HoldTable> hold_tables(const std::vector<TestRow>& tests, const HoldCurves& curves);

}  // namespace sneddon
