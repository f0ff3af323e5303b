#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "sneddon/model/units.hpp"
#include "study/checks/checks.hpp"

namespace sneddon {

Check check_spacing(const CheckInput& input) {
    if (!input.facts.grid) return not_checked("spacing", "study.toml names no grid");
    const double pitch_nm =
        nm_per_um * std::min(input.facts.grid->pitch_x_um, input.facts.grid->pitch_y_um);
    std::vector<double> depths, areas;
    for (const TestRow& row : input.tests)
        if (row.status == Status::used) {
            depths.push_back(row.values["h_max_nm"_q]);
            areas.push_back(row.values["A_p_nm2"_q]);
        }
    const double h_max_nm = summarise(depths).mean;
    if (std::isnan(h_max_nm)) return not_checked("spacing", "no test has a depth");
    // Edge s of the triangle of that area, sqrt(3)/4 s^2 = A; the circle through its corners.
    const double edge_nm = std::sqrt(4 * summarise(areas).mean / std::sqrt(3.0));
    const double diameter_nm = 2 * edge_nm / std::sqrt(3.0);
    Check check;
    check.code = "spacing";
    check.verdict = verdict_above(10 * h_max_nm / pitch_nm, 1);
    if (std::isfinite(diameter_nm)) {
        // ISO's own rule asks for distance from the edge of the neighbour, and is meant for deep
        // plastic zones: within 20 % of it is a doubt, not a finding.
        const double needed = 5 * diameter_nm / pitch_nm;
        const Verdict by_iso = needed >= 1.2   ? Verdict::likely
                               : needed >= 0.8 ? Verdict::possible
                                               : Verdict::not_seen;
        check.verdict = worse(check.verdict, by_iso);
    }
    check.evidence = {{"pitch_nm", pitch_nm},
                      {"h_max_nm", h_max_nm},
                      {"pitch_over_h_max", pitch_nm / h_max_nm},
                      {"limit_over_h_max", 10.0},
                      {"diameter_nm", diameter_nm},
                      {"pitch_over_diameter", pitch_nm / diameter_nm},
                      {"limit_over_diameter", 5.0}};
    check.text = fmt::format("The pitch is {:.0f} h_max (10 are enough: Phani and Oliver 2019)",
                             pitch_nm / h_max_nm);
    check.text += std::isfinite(diameter_nm)
                      ? fmt::format(
                            " and {:.1f} diameters of the circle around the indent (ISO 14577-1 "
                            "asks for 5).",
                            pitch_nm / diameter_nm)
                      : ".";
    return check;
}

}  // namespace sneddon
