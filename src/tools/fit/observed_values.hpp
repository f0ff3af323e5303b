// What `fit distribution` knows of each value: the cell itself, or an interval that another column
// or a step of rounding makes of it.
#pragma once

#include <string>
#include <vector>

#include "numeric/distribution/observation.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/tools/fit_reports.hpp"

namespace sneddon {

struct ObservedValues {
    std::string column;          ///< its full name
    std::vector<double> values;  ///< the cells of the column
    std::vector<Observation> observations;
    bool are_exact = true;
    std::size_t cut_above = 0, cut_below = 0, between = 0;  ///< right-, left-, interval-censored
};

/// Errors: those of read_columns; SND-U024 where a cell of --censored is none of -1, 0, 1 or an
/// upper end lies below its value; SND-U004 where two of --censored, --upper and --rounded are
/// given.
Result<ObservedValues> observed_values(const DistributionFitRequest& request);

}  // namespace sneddon
