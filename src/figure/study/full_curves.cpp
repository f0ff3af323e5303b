#include "figure/study/full_curves.hpp"

#include <algorithm>

#include "base/nan.hpp"
#include "figure/plot/simplified_line.hpp"
#include "figure/study/figure_parts.hpp"

namespace sneddon {

void leave_out_unseen(Mark& line) {
    if (line.x.empty() || line.x.size() != line.y.size()) return;
    if (!std::ranges::all_of(line.x, is_finite) || !std::ranges::all_of(line.y, is_finite)) return;
    std::size_t kept = 0;
    for (const std::size_t i : simplified_line(line_over_ranges({line.x, line.y}), unseen_share)) {
        line.x[kept] = line.x[i];
        line.y[kept++] = line.y[i];
    }
    line.x.resize(kept);
    line.y.resize(kept);
}

std::vector<std::string> groups_with_curves(const WrittenStudy& study) {
    constexpr std::size_t most_panels = 4;
    std::vector<std::string> names;
    for (const std::string& name : group_names(study))
        if (first_curve(study, name) != nullptr && names.size() < most_panels)
            names.push_back(name);
    return names;
}

const CurvePreview* first_curve(const WrittenStudy& study, const std::string& load_function) {
    const auto found = std::ranges::find(study.curves, load_function, &CurvePreview::load_function);
    return found == study.curves.end() ? nullptr : &*found;
}

std::vector<std::string> tests_drawn_singly(const WrittenStudy& study) {
    std::vector<std::string> ids;
    const auto add = [&](const CurvePreview* curve) {
        if (curve != nullptr && std::ranges::find(ids, curve->test_id) == ids.end())
            ids.push_back(curve->test_id);
    };
    const auto names = group_names(study);
    for (std::size_t i = 0; i < std::min(names.size(), most_load_functions); ++i)
        add(first_curve(study, names[i]));
    for (const std::string& name : groups_with_curves(study))
        for (const QuantityIndex quantity : {"S_uN_per_nm"_q, "h_max_nm"_q})
            add(typical_curve(study, name, quantity));
    const auto longest = longest_hold(study);
    add(typical_curve(study, longest ? longest->name().value() : "", "W_plast_pJ"_q));
    return ids;
}

const DrawnCurve* drawn_curve_of(const WrittenStudy& study, const std::string& test_id) {
    for (const DrawnCurve& drawn : study.drawn_curves)
        if (drawn.curve.test_id == test_id) return &drawn;
    return nullptr;
}

const CurvePreview& as_measured(const WrittenStudy& study, const CurvePreview& curve) {
    const DrawnCurve* drawn = drawn_curve_of(study, curve.test_id);
    return drawn != nullptr ? drawn->curve : curve;
}

}  // namespace sneddon
