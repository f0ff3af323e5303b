#include "analyse/depth_profile/depth_profile.hpp"

#include <algorithm>
#include <utility>

#include "analyse/analysed_curve.hpp"
#include "analyse/depth_profile/stiffness_column.hpp"
#include "analyse/depth_profile/stiffness_rise.hpp"
#include "analyse/oliver_pharr.hpp"
#include "base/nan.hpp"
#include "model/complete_points.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_unloadings = 3;  // two would make a line, whatever was measured

/// From the first point to the peak: what the stiffness is before and after the contact.
double rise_in(const Curve& points, const StiffnessColumn& column, std::size_t end) {
    std::vector<double> depth, stiffness;
    for (std::size_t i = 0; i < end; ++i) {
        if (!is_finite(column.S_uN_per_nm[i])) continue;
        depth.push_back(points.depth_nm[i]);
        stiffness.push_back(column.S_uN_per_nm[i]);
    }
    return stiffness_rise_nm(depth, stiffness);
}

struct Point {
    double depth_nm, load_uN, S_uN_per_nm;
    bool is_in_contact() const {
        return depth_nm > 0 && load_uN > 0 && S_uN_per_nm > 0 && is_finite(S_uN_per_nm);
    }
};

void add_point(const Point& point, MeasuredStiffness& measured) {
    measured.depth_nm.push_back(point.depth_nm);
    measured.load_uN.push_back(point.load_uN);
    measured.stiffness_uN_per_nm.push_back(point.S_uN_per_nm);
}

/// At a constant rate of strain the first hundredth of the load takes as long as the rest: the
/// segment may begin where it can be told from noise, and the contact before it. Back to the last
/// point before it that is not in contact.
template <class PointAt>
std::size_t begin_of_contact(std::size_t begin, PointAt point_at) {
    while (begin > 0 && point_at(begin - 1).is_in_contact()) --begin;
    return begin;
}

/// Whether single readings were mended, or a tilted baseline taken off: what the change, linear in
/// time, depth and load, does not say.
bool is_mended(const TestResult& result) {
    const auto& steps = result.correction.steps;
    const auto& flags = result.cycles.front().flags;
    return std::ranges::any_of(
               steps,
               [](const Correction& step) { return step.what == "baseline" && step.is_applied; }) ||
           std::ranges::find(flags, "SND-A022", &Flag::code) != flags.end();
}

/// Depth and load of each point as the analysis of the unloading has them.
Curve points_of_analysis(const Test& test, const TestResult& result, const AnalysisRecipe& recipe) {
    if (!is_mended(result)) return corrected_curve(test.curve, result.correction.change);
    std::optional<Curve> seen;
    analyse(test, recipe, [&](const Curve& corrected, const CycleResult&) {
        if (!seen) seen = corrected;
    });
    return *std::move(seen);
}

std::optional<MeasuredStiffness> along_loading(const Test& test, const TestResult& result,
                                               const AnalysisRecipe& recipe) {
    const Curve& raw = test.curve;
    const auto column = find_stiffness(raw);
    if (!column) return std::nullopt;
    const CurveChange& change = result.correction.change;
    const Cycle& parts = result.cycles.front().parts;
    const Curve points = points_of_analysis(test, result, recipe);
    const auto point_at = [&](std::size_t i) {
        return Point{points.depth_nm[i], points.load_uN[i],
                     1 / (1 / column->S_uN_per_nm[i] - change.frame_compliance_nm_per_uN)};
    };
    const auto* amplitude = find_amplitude_nm(raw);
    const auto* phase = find_contact_phase_deg(raw);
    MeasuredStiffness measured;
    measured.source = column->source;
    measured.rise_nm = rise_in(points, *column, parts.load.end);
    for (std::size_t i = begin_of_contact(parts.load.begin, point_at); i < parts.load.end; ++i) {
        const Point point = point_at(i);
        if (!point.is_in_contact()) continue;
        add_point(point, measured);
        if (amplitude != nullptr) measured.amplitude_nm.push_back((*amplitude)[i]);
        if (phase != nullptr) measured.phase_deg.push_back((*phase)[i]);
    }
    return measured;
}

std::optional<MeasuredStiffness> of_unloadings(const TestResult& result) {
    if (result.cycles.size() < fewest_unloadings) return std::nullopt;
    MeasuredStiffness measured;
    for (const CycleResult& cycle : result.cycles) {
        if (!cycle.is_usable) continue;
        const Point point{cycle.values["h_max_nm"_q], cycle.values["F_max_uN"_q],
                          cycle.values["S_uN_per_nm"_q]};
        if (point.is_in_contact()) add_point(point, measured);
    }
    measured.source = "partial unloadings";
    return measured;
}

}  // namespace

DepthProfile depth_profile(MeasuredStiffness measured, const AnalysisRecipe& recipe) {
    DepthProfile profile;
    profile.source = std::move(measured.source);
    profile.rise_nm = measured.rise_nm;
    profile.amplitude_nm = std::move(measured.amplitude_nm);
    profile.phase_deg = std::move(measured.phase_deg);
    profile.depth_nm = std::move(measured.depth_nm);
    profile.load_uN = std::move(measured.load_uN);
    profile.stiffness_uN_per_nm = std::move(measured.stiffness_uN_per_nm);
    const std::size_t n = profile.size();
    for (auto* column : {&profile.contact_depth_nm, &profile.area_nm2, &profile.hardness_GPa,
                         &profile.reduced_modulus_GPa, &profile.modulus_GPa})
        column->assign(n, nan);
    for (std::size_t i = 0; i < n; ++i) {
        const double F = profile.load_uN[i], S = profile.stiffness_uN_per_nm[i];
        const double h_c = contact_depth_nm(profile.depth_nm[i], F, S, recipe.epsilon);
        profile.contact_depth_nm[i] = h_c;
        if (!recipe.area_function) continue;
        const double A = projected_area_nm2(*recipe.area_function, h_c);
        if (!(A > 0)) continue;
        const double E_r = reduced_modulus_GPa(S, A, recipe.beta, recipe.pi);
        profile.area_nm2[i] = A;
        profile.hardness_GPa[i] = indentation_hardness_GPa(F, A);
        profile.reduced_modulus_GPa[i] = E_r;
        if (recipe.poisson_ratio)
            profile.modulus_GPa[i] = indentation_modulus_GPa(
                E_r, *recipe.poisson_ratio, recipe.indenter_E_GPa, recipe.indenter_poisson_ratio);
    }
    return profile;
}

std::optional<MeasuredStiffness> measured_stiffness(const Test& test, const TestResult& result,
                                                    const AnalysisRecipe& recipe) {
    if (result.cycles.empty() || !result.cycles.front().is_usable) return std::nullopt;
    // Most tests have no such column, and need no second look at their points.
    auto measured = has_stiffness(test.curve)
                        ? along_loading(CompletePoints(test).test(), result, recipe)
                        : of_unloadings(result);
    if (measured && measured->depth_nm.empty()) return std::nullopt;
    return measured;
}

}  // namespace sneddon
