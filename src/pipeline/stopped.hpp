// How a run that was asked to stop ends.
#pragma once

#include <string>

#include "sneddon/base/result.hpp"

namespace sneddon {

/// `where` says how far it came: "after 3 of 10 files".
inline Error stopped(const std::string& where) {
    return {"SND-U130", "run", "stopped " + where, "", ""};
}

}  // namespace sneddon
