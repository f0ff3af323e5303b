// Single values of a series that stand out from both neighbours.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sneddon {

/// One value, how far it stands out from the nearer neighbour, and the limit it broke.
struct Spike {
    std::size_t at = 0;
    double height = 0;
    double limit = 0;
};

/// In [begin, end). A spike stands out from both neighbours by more than 12 times the noise, a part
/// in 1,000 of the largest value and 3 times what the series itself changes beside it: a step or a
/// bend stands out from one side only, the sharp peak of a coarse curve not from its own ramps.
std::vector<Spike> spikes_in(std::span<const double> series, std::size_t begin, std::size_t end,
                             double noise);

/// The mean of the two neighbours in place of each spike.
void mend(std::vector<double>& series, std::span<const Spike> spikes);

}  // namespace sneddon
