// Tests whose file has no time column: their points are counted, one a second, and no quantity that
// is a time, or depends on one, may follow.
#pragma once

#include <algorithm>
#include <string_view>

#include "sneddon/model/test.hpp"

namespace sneddon {

inline constexpr std::string_view no_time_column = "SND-R032";  ///< among the reader's flags

inline bool is_time_counted(const Test& test) {
    return std::ranges::find(test.reader_flags, no_time_column) != test.reader_flags.end();
}

}  // namespace sneddon
