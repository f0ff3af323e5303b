#pragma once

#include <cstddef>
#include <string>

#include "sneddon/model/quantities.hpp"

namespace sneddon {

/// What the means of a group were with the tests that were left out.
struct LeftOutEffect {
    std::string group;
    QuantityIndex quantity{};
    std::size_t n = 0, n_with = 0;
    double mean = 0, mean_with = 0;
};

}  // namespace sneddon
