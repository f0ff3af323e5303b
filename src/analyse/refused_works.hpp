// Works of a curve with too many readings that stand out.
#pragma once

#include <optional>

#include "correct/spikes.hpp"
#include "sneddon/model/flag.hpp"

namespace sneddon {

/// SND-A049 for more than 3 in the cycle, and more than 1 % of the readings from contact to the
/// end.
std::optional<Flag> refused_works(const Spikes& spikes, const Cycle& cycle);

}  // namespace sneddon
