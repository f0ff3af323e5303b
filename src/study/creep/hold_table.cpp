#include "study/creep/hold_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sneddon {
namespace {

/// The smallest of the most common steps.
double common_step_s(const std::vector<const HoldCurve*>& curves) {
    std::map<double, std::size_t> times;
    for (const HoldCurve* curve : curves) ++times[curve->step_s];
    return std::ranges::max_element(times, {}, [](const auto& entry) { return entry.second; })
        ->first;
}

std::size_t median_size(const HoldTable& table, double step_s) {
    std::vector<std::size_t> sizes;
    for (const HoldCurve* curve : table.curves)
        if (curve->step_s == step_s) sizes.push_back(curve->size());
    std::ranges::sort(sizes);
    return sizes[sizes.size() / 2];
}

void keep_alike(HoldTable& table) {
    constexpr double shortest_of_median = 0.9;  // else one broken test would cut all the others
    table.step_s = common_step_s(table.curves);
    const auto least = static_cast<std::size_t>(
        std::ceil(shortest_of_median * static_cast<double>(median_size(table, table.step_s))));
    HoldTable kept = table;
    kept.rows.clear();
    kept.curves.clear();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const HoldCurve* curve = table.curves[i];
        if (curve->step_s != table.step_s || curve->size() < least) continue;
        kept.rows.push_back(table.rows[i]);
        kept.curves.push_back(curve);
        kept.size = kept.size == 0 ? curve->size() : std::min(kept.size, curve->size());
    }
    table = std::move(kept);
    for (std::size_t k = 0; k < table.size; ++k)
        table.instants_s.push_back(static_cast<double>(k) * table.step_s);
}

}  // namespace

std::vector<HoldTable> hold_tables(const std::vector<TestRow>& tests, const HoldCurves& curves) {
    std::vector<HoldTable> tables;
    for (const LoadFunctionRows& group : by_load_function(tests)) {
        HoldTable table;
        table.load_function = group.name;
        for (const std::size_t row : group.rows)
            if (const HoldCurve* curve = curves.find(tests[row].test_id)) {
                table.rows.push_back(row);
                table.curves.push_back(curve);
            }
        if (table.rows.empty()) continue;
        keep_alike(table);
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace sneddon
