// A test of a file of many that has no curve.
#pragma once

#include "sneddon/base/result.hpp"
#include "sneddon/model/test.hpp"

namespace sneddon {

/// It was made, it has results and a reason: it stays a test.
inline Test test_without_curve(const Error& error) {
    Test test;
    test.reader_flags.push_back(error.code);
    test.inferences.push_back({"no curve", error.found, error.where});
    return test;
}

}  // namespace sneddon
