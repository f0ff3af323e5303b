// What the search for pop-ins says of one test.
#pragma once

#include <cstddef>

#include "base/nan.hpp"

namespace sneddon {

struct SearchedTest {
    double load_uN = nan, jump_nm = nan;  ///< of the first pop-in that was seen; NaN: none was
    double limit_nm = nan;                ///< smallest jump that is seen
    double noise_nm = nan;                ///< sd of a measured jump
    double from_uN = nan, to_uN = nan;    ///< loads that were searched
    std::size_t later = 0;                ///< pop-ins seen after the first one

    bool is_seen() const { return load_uN > 0; }
};

}  // namespace sneddon
