#include "segment/signs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/numbers/extremes.hpp"
#include "numeric/sum/pearson.hpp"
#include "segment/load_runs.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_samples = 8;  // a correlation of less says nothing
constexpr double begin_of_loading = 0.05;  // of the peak: noise and approach are below
constexpr double is_falling = -0.5;        // correlation; loading has nearly +1, noise 0
constexpr double is_negative = 3;          // adhesion pulls less than this times the peak

/// Of a load and the depth, freed of spikes, over [first, last], by so many of their points that it
/// is known to 0.02.
double correlation_between(std::span<const double> load, std::span<const double> depth,
                           std::size_t first, std::size_t last) {
    constexpr std::size_t enough = 2000;
    const std::size_t step = (last - first) / enough + 1;
    std::vector<double> loads, depths;
    for (std::size_t i = first; i <= last; i += step) {
        loads.push_back(load[i]);
        depths.push_back(without_spikes(depth, i));
    }
    return pearson(loads, depths);
}

}  // namespace

// One corrupt reading has no say in what the sign of a column is.
std::optional<Flag> find_wrong_sign(const Curve& curve, std::span<const double> load) {
    if (curve.size() < fewest_samples) return std::nullopt;
    const auto [lowest, highest] = extremes_of(load);
    if (lowest < 0 && -lowest > is_negative * std::max(highest, 0.0))
        return Flag{"SND-S011", lowest, 0,
                    fmt::format("the load goes down to {:.4g} uN and up to {:.4g} uN: its sign is "
                                "the other way; --unit load=-uN turns it",
                                lowest, highest)};
    std::size_t peak = load.size() - 1;  // the last point of the largest load
    while (peak > 0 && load[peak] != highest) --peak;
    std::size_t begin = peak;
    while (begin > 0 && load[begin] > begin_of_loading * highest) --begin;
    if (peak - begin + 1 < fewest_samples) return std::nullopt;
    const double r = correlation_between(load, curve.depth_nm, begin, peak);
    if (!(r <= is_falling)) return std::nullopt;  // NaN: a depth that stands has no sign
    return Flag{
        "SND-S010", r, is_falling,
        fmt::format("the depth falls while the load rises, from {:.4g} to {:.4g} nm: the "
                    "sign of the depth is the other way; --unit depth=-nm turns it",
                    without_spikes(curve.depth_nm, begin), without_spikes(curve.depth_nm, peak))};
}

}  // namespace sneddon
