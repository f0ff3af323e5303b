#pragma once

#include <string>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// What is said of a file that memory does not hold, `ulimit -v` for instance.
inline Error out_of_memory(const std::string& path) {
    return {"SND-R007", path, "not enough memory to read and analyse it",
            "more memory, or less at once", "run with --threads 1, or split the file"};
}

}  // namespace sneddon
