// How far two columns of numbers are apart, relative to the second.
#pragma once

#include <cstddef>
#include <vector>

namespace sneddon {

struct Differences {
    std::size_t n = 0;
    double mean_first = 0, mean_second = 0;
    double mean_percent = 0, sd_percent = 0;
    double largest_percent = 0;  ///< by magnitude, with its sign
    std::size_t largest_at = 0;  ///< index into the columns
};

/// Over the pairs that are both finite, the second not zero.
Differences differences(const std::vector<double>& first, const std::vector<double>& second);

}  // namespace sneddon
