#include "tools/fit/unloading_window.hpp"

#include <fmt/core.h>

#include "numeric/sum/robust.hpp"
#include "numeric/sum/spikes.hpp"

namespace sneddon {

UnloadingWindow unloading_window(const NumberColumns& table, double low, double high) {
    const auto &depth = table.columns[0], &load = table.columns[1];
    UnloadingWindow window;
    std::vector<bool> is_out(load.size(), false);
    for (std::size_t j = 0; j < 2; ++j) {
        const auto& column = table.columns[j];
        for (const Spike& spike : spikes_in(column, 0, column.size(), noise_sigma(column))) {
            is_out[spike.at] = true;
            window.spikes.push_back(fmt::format("row {} of column \"{}\", {:.6g} beside {:.6g}",
                                                spike.at + 1, table.names[j], column[spike.at],
                                                column[spike.at - 1]));
        }
    }
    std::size_t top_row = load.size();
    for (std::size_t i = 0; i < load.size(); ++i)
        if (!is_out[i] && (top_row == load.size() || load[i] > load[top_row])) top_row = i;
    if (top_row == load.size()) return window;
    window.F_max = load[top_row];
    for (std::size_t i = 0; i < load.size(); ++i) {
        if (is_out[i] || load[i] < low * window.F_max || load[i] > high * window.F_max) continue;
        window.depth.push_back(depth[i]);
        window.load.push_back(load[i]);
        if (i < top_row) ++window.before_maximum;
    }
    return window;
}

}  // namespace sneddon
