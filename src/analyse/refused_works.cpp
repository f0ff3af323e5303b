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

}  // namespace

std::optional<Flag> refused_works(const Spikes& spikes, const Cycle& cycle) {
    const std::size_t count = count_in(spikes.depths, cycle) + count_in(spikes.loads, cycle);
    const std::size_t readings = cycle.end - cycle.contact;
    const double share = static_cast<double>(count) / static_cast<double>(readings);
    if (count <= few_spikes || share <= largest_share) return std::nullopt;
    return Flag{
        "SND-A049", share, largest_share,
        fmt::format("{} readings of {} stand out from their neighbours: the works are empty", count,
                    readings)};
}

}  // namespace sneddon
