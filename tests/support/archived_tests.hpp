// Tests that an archive is made of.
#pragma once

#include <cmath>

#include "sneddon/model/test.hpp"

namespace sneddon::testing {

/// Loading, hold and unloading, each 100 points; of number i the depths are i nm larger. `last`:
/// the last point, before 300 where the test falls short.
inline Test archived_test(int number, int last = 300) {
    Test test;
    test.number = number;
    for (int i = 0; i <= last; ++i) {
        const double load = i < 100 ? i : i < 200 ? 100 : 300 - i;
        test.curve.time_s.push_back(0.01 * i);
        test.curve.load_uN.push_back(10 * load);
        const double elastic = std::pow(load / 100, 2.0 / 3);
        test.curve.depth_nm.push_back((i < 100 ? 100 * std::sqrt(load / 100) : 60 + 40 * elastic) +
                                      number);
    }
    return test;
}

}  // namespace sneddon::testing
