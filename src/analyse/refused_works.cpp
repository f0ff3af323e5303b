#include "analyse/refused_works.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace sneddon {
namespace {

// A reading replaced by its neighbours moves a work by far less than a part in 1,000 of it.
constexpr std::size_t few_spikes = 3;
constexpr double largest_share = 0.01;

std::size_t count_in(const std::vector<Spike>& spikes, const Cycle& cycle) {
    return static_cast<std::size_t>(std::ranges::count_if(spikes, [&](const Spike& spike) {
        return spike.at >= cycle.contact && spike.at < cycle.end;
    }));
}

double share_of(std::size_t spikes, const Cycle& cycle) {
    return static_cast<double>(spikes) / static_cast<double>(cycle.end - cycle.contact);
}

}  // namespace

bool are_too_many_spikes(const Spikes& spikes, const Cycle& cycle) {
    const std::size_t count = count_in(spikes.depths, cycle) + count_in(spikes.loads, cycle);
    return count > few_spikes && share_of(count, cycle) > largest_share;
}

void flag_refused_works(const Spikes& spikes, const Cycle& cycle, std::vector<Flag>& flags) {
    const std::size_t count = count_in(spikes.depths, cycle) + count_in(spikes.loads, cycle);
    flags.push_back({"SND-A049", share_of(count, cycle), largest_share,
                     fmt::format("{} readings of {} stand out from their neighbours: the works are "
                                 "empty",
                                 count, cycle.end - cycle.contact)});
}

}  // namespace sneddon
