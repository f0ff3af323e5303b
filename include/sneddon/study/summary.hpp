// Mean and spread of some tests.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>

namespace sneddon {

/// A cluster's number; none: all tests, clustered or not.
using Label = std::optional<int>;

struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

struct Summary {
    double mean = std::numeric_limits<double>::quiet_NaN();
    double sd = std::numeric_limits<double>::quiet_NaN();  ///< n - 1; NaN for n < 2
    std::size_t n = 0;
};

struct Quartiles {
    double median = std::numeric_limits<double>::quiet_NaN();
    double q25 = std::numeric_limits<double>::quiet_NaN();
    double q75 = std::numeric_limits<double>::quiet_NaN();
};

/// Values that are not finite are left out.
Summary summarise(std::span<const double> values);
Quartiles quartiles(std::span<const double> values);

}  // namespace sneddon
