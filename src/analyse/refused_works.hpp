// Works of a curve with too many readings that stand out.
#pragma once

#include <vector>

#include "correct/spikes.hpp"
#include "sneddon/model/flag.hpp"

namespace sneddon {

/// More than 3 in the cycle, and more than 1 % of the readings from contact to the end.
bool are_too_many_spikes(const Spikes& spikes, const Cycle& cycle);

/// SND-A049.
void flag_refused_works(const Spikes& spikes, const Cycle& cycle, std::vector<Flag>& flags);

}  // namespace sneddon
