#include <fmt/core.h>

#include <algorithm>

#include "base/nan.hpp"
#include "model/units.hpp"
#include "study/checks/group_checks.hpp"
#include "study/checks/spacing.hpp"

namespace sneddon {
namespace {

Check spacing_of(std::span<const TestRow> tests, std::size_t sample, const Grid& grid) {
    const double pitch_nm = nm_per_um * std::min(grid.pitch_x_um, grid.pitch_y_um);
    std::vector<double> depths, areas;
    for (const TestRow& row : tests)
        if (row.sample == sample && row.status == Status::used) {
            depths.push_back(row.values["h_max_nm"_q]);
            areas.push_back(row.values["A_p_nm2"_q]);
        }
    // Of the grid: the pitch that was meant against the usual indent.
    const double h_max_nm = summarise(depths).mean;
    if (is_nan(h_max_nm)) return not_checked("spacing", "no test has a depth");
    const double diameter_nm = circle_diameter_nm(summarise(areas).mean);
    Check check;
    check.code = "spacing";
    check.verdict = verdict_of(spacing_need(pitch_nm, h_max_nm, diameter_nm));
    check.evidence = {{"pitch_nm", pitch_nm},
                      {"h_max_nm", h_max_nm},
                      {"pitch_over_h_max", pitch_nm / h_max_nm},
                      {"limit_over_h_max", depths_apart},
                      {"diameter_nm", diameter_nm},
                      {"pitch_over_diameter", pitch_nm / diameter_nm},
                      {"limit_over_diameter", diameters_apart}};
    check.text = fmt::format("The pitch is {:.0f} h_max ({:.0f} are enough: Phani and Oliver 2019)",
                             pitch_nm / h_max_nm, depths_apart);
    if (is_finite(diameter_nm))
        check.text += fmt::format(
            " and {:.1f} diameters of the circle around the indent (ISO 14577-1 asks for {:.0f})",
            pitch_nm / diameter_nm, diameters_apart);
    check.text += ".";
    return check;
}

}  // namespace

Check check_spacing(const CheckInput& input) {
    if (input.samples.empty() && input.facts.grid)
        return spacing_of(input.tests, 0, *input.facts.grid);
    if (input.samples.empty() && input.findings.maps.size() == 1) {
        // A table, whose positions are its grid; of free ones the usual distance.
        const MapFinding& map = input.findings.maps.front();
        return spacing_of(input.tests, 0,
                          {0, 0, map.pitch_x_um, map.pitch_y_um, GridOrder::raster});
    }
    // Each sample has its grid: the tightest of them speaks.
    Check tightest = not_checked("spacing", "study.toml names no grid");
    for (std::size_t i = 0; i < input.samples.size(); ++i) {
        if (!input.samples[i].facts.grid) continue;
        Check check = spacing_of(input.tests, i, *input.samples[i].facts.grid);
        check.text = input.samples[i].name + ": " + check.text;
        const bool is_first = tightest.verdict == Verdict::not_checked;
        if (is_first || (check.verdict != Verdict::not_checked && check.verdict > tightest.verdict))
            tightest = std::move(check);
    }
    return tightest;
}

GroupCheck check_group_spacing(const GroupCheckInput& input) {
    const NearestNeighbour nearest = nearest_neighbour(input.tests, input.rows);
    if (!(nearest.distance_um > 0)) return std::nullopt;
    const SpacingNeed need =
        spacing_need(nm_per_um * nearest.distance_um, nearest.h_max_nm, nearest.diameter_nm);
    Check check = judged("spacing", input, need.is_broken(), "SND-G053");
    check.verdict = verdict_of(need);  // the warning begins at the limit of either rule
    check.evidence = {{"nearest_um", nearest.distance_um},
                      {"five_diameters_um", nearest.five_diameters_um()},
                      {"ten_depths_um", nearest.ten_depths_um()}};
    check.text = fmt::format(
        "nearest neighbour {:.3g} µm; 5 diameters (ISO 14577-1) {:.3g} µm, 10 depths (Phani and "
        "Oliver 2019) {:.3g} µm",
        nearest.distance_um, nearest.five_diameters_um(), nearest.ten_depths_um());
    return check;
}

}  // namespace sneddon
