#include "segment/signs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "segment/load_runs.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_samples = 8;  // a correlation of less says nothing
constexpr double begin_of_loading = 0.05;  // of the peak: noise and approach are below
constexpr double is_falling = -0.5;        // correlation; loading has nearly +1, noise 0
constexpr double is_negative = 3;          // adhesion pulls less than this times the peak

double correlation(std::span<const double> x, std::span<const double> y) {
    const auto n = static_cast<double>(x.size());
    double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mean_x += x[i] / n;
        mean_y += y[i] / n;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - mean_x, dy = y[i] - mean_y;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

}  // namespace

std::optional<Flag> find_wrong_sign(const Curve& curve) {
    if (curve.size() < fewest_samples) return std::nullopt;
    // One corrupt reading has no say in what the sign of a column is.
    const std::vector<double> load = without_spikes(curve.load_uN);
    const std::vector<double> depth = without_spikes(curve.depth_nm);
    const auto [lowest, highest] = std::ranges::minmax_element(load);
    if (*lowest < 0 && -*lowest > is_negative * std::max(*highest, 0.0))
        return Flag{"SND-S011", *lowest, 0,
                    fmt::format("the load goes down to {:.4g} uN and up to {:.4g} uN: its sign is "
                                "the other way",
                                *lowest, *highest)};
    const auto peak = static_cast<std::size_t>(highest - load.begin());
    std::size_t begin = peak;
    while (begin > 0 && load[begin] > begin_of_loading * *highest) --begin;
    const std::size_t length = peak - begin + 1;
    if (length < fewest_samples) return std::nullopt;
    const double r = correlation(std::span(load).subspan(begin, length),
                                 std::span(depth).subspan(begin, length));
    if (r > is_falling) return std::nullopt;
    return Flag{"SND-S010", r, is_falling,
                fmt::format("the depth falls while the load rises, from {:.4g} to {:.4g} nm: the "
                            "sign of the depth is the other way",
                            depth[begin], depth[peak])};
}

}  // namespace sneddon
