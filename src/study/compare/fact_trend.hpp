// Does a quantity follow a numeric fact of the samples, such as temperature_C?
#pragma once

#include <string>
#include <vector>

#include "base/nan.hpp"
#include "sneddon/model/quantities.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

/// The straight line through the means of samples at one load function.
struct FactTrend {
    QuantityIndex quantity{};
    std::string load_function, fact;
    std::vector<double> values, means;  ///< of the samples, by rising value
    std::size_t tests = 0;              ///< under all means
    double slope = nan;                 ///< per unit of the fact
    double se = nan;                    ///< from the scatter of the means about the line, n - 2
    double u_tip = nan;                 ///< of the slope, through the area; NaN: not known
    double df = nan;                    ///< of se
    Interval ci95{};
    double p = nan;  ///< of no slope
    double p_holm = nan;

    std::size_t samples() const { return values.size(); }
};

}  // namespace sneddon
