#pragma once

#include <string>

namespace sneddon {

/// A doubt about a test, with its number and the limit it broke.
struct Flag {
    std::string code;  ///< in the table of codes
    double number = 0;
    double limit = 0;
    std::string text;  ///< "m = 5 at its bound"
};

}  // namespace sneddon
