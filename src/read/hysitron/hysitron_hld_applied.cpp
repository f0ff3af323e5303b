#include "read/hysitron/hysitron_hld_applied.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/nan.hpp"
#include "read/hysitron/depth_regression.hpp"

namespace sneddon {
namespace {

const Channel* channel(const Curve& curve, std::string_view name, std::string_view unit) {
    const auto found = std::ranges::find_if(curve.channels, [&](const Channel& candidate) {
        return candidate.name == name && candidate.unit == unit;
    });
    return found == curve.channels.end() ? nullptr : &*found;
}

/// What the regression leaves of the depth minus `part`, and its coefficients.
DepthRegression regression_without(const Curve& curve, const std::vector<double>& part) {
    std::vector<std::vector<double>> columns(2);
    std::vector<double> rest;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double sum = curve.depth_nm[i] + part[i] + curve.load_uN[i] + curve.time_s[i];
        if (!is_finite(sum)) continue;
        rest.push_back(curve.depth_nm[i] - part[i]);
        columns[0].push_back(curve.load_uN[i]);
        columns[1].push_back(curve.time_s[i]);
    }
    if (rest.size() < fewest_regression_points) return {};
    return regress_depth(std::move(columns), std::move(rest));
}

std::vector<double> volts_and_load_cell(const Curve& curve, std::span<const double> displacement) {
    const Channel* volts = channel(curve, "Disp_V", "");
    const Channel* load_cell = channel(curve, "LoadCell", "nm");
    if (volts == nullptr || load_cell == nullptr || displacement.size() < 2) return {};
    std::vector<double> part;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        double sum = 0;
        for (std::size_t k = displacement.size(); k-- > 0;)
            sum = sum * volts->values[i] + displacement[k];
        part.push_back(sum + load_cell->values[i]);
    }
    return part;
}

struct Candidate {
    DepthRegression regression;
    std::string formula;
};

void consider(const Curve& curve, const std::vector<double>& part, std::string formula,
              std::vector<Candidate>& candidates) {
    if (part.empty()) return;
    DepthRegression found = regression_without(curve, part);
    if (found.coefficients.empty() || found.independence < least_independence) return;
    candidates.push_back({std::move(found), std::move(formula)});
}

}  // namespace

HldApplied find_hld_applied(const Curve& curve, std::span<const double> displacement) {
    std::vector<Candidate> candidates;
    consider(curve, volts_and_load_cell(curve, displacement),
             "depth = sum C_k V^k + LoadCell - b P - c t + d", candidates);
    if (const Channel* piezo = channel(curve, "PiezoDisp", "nm"))
        consider(curve, piezo->values, "depth = PiezoDisp - b P - c t + d", candidates);
    if (candidates.empty()) return {std::nullopt, "no column that the depth could be made of"};
    const auto& best = *std::ranges::min_element(candidates, {}, [](const Candidate& candidate) {
        return candidate.regression.residual_rms;
    });
    if (!(best.regression.residual_rms <= largest_residual_nm))
        return {std::nullopt, fmt::format("regression {}: residual {:.3g} nm rms", best.formula,
                                          best.regression.residual_rms)};
    AppliedByInstrument applied;
    applied.frame_compliance_nm_per_uN = -best.regression.coefficients[0];
    applied.drift_nm_per_s = -best.regression.coefficients[1] + 0.0;
    applied.evidence = fmt::format("regression {}, residual {:.2g} nm rms", best.formula,
                                   best.regression.residual_rms);
    return {applied, ""};
}

}  // namespace sneddon
