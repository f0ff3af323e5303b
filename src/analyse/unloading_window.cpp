#include "analyse/unloading_window.hpp"

#include <algorithm>

namespace sneddon {

std::vector<std::size_t> points_of_window(const Curve& curve, const Segment& unload,
                                          double F_max_uN, const UnloadingOptions& options) {
    std::vector<std::size_t> points;
    points.reserve(unload.size());
    if (options.window == WindowRule::of_points) {
        const double share = options.window_points * static_cast<double>(unload.size());
        const std::size_t last = unload.begin + static_cast<std::size_t>(share);
        for (std::size_t i = unload.begin + options.window_skip; i <= last && i < unload.end; ++i)
            points.push_back(i);
        return points;
    }
    for (std::size_t i = unload.begin; i < unload.end; ++i) {
        const double load = curve.load_uN[i];
        if (load < options.window_low * F_max_uN || load > options.window_high * F_max_uN) continue;
        points.push_back(i);
    }
    return points;
}

}  // namespace sneddon
