#include "correct/zero_point.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/numbers/extremes.hpp"
#include "correct/recipe_words.hpp"

namespace sneddon {
namespace {

// A file's zero further than this part of h_max from where the load begins is no zero of contact
// but of a stage or a piezo.
constexpr double largest_offset = 0.25;

Loading loading_of(const Curve& curve, const Cycle& first, const TestCorrection& correction) {
    Loading loading;
    loading.noise_depth_nm = correction.noise_depth_nm;
    loading.noise_load_uN = correction.noise_load_uN;
    const std::size_t begin = std::min(first.contact, first.load.begin);
    for (std::size_t i = begin; i < first.load.end; ++i) {
        const double load_uN = correction.change.load_uN(curve.load_uN[i]);
        loading.load_uN.push_back(load_uN);
        loading.depth_nm.push_back(
            correction.change.depth_nm(curve.time_s[i], curve.depth_nm[i], curve.load_uN[i]));
        if (load_uN < loading.F_max_uN) continue;
        loading.F_max_uN = load_uN;
        loading.h_max_nm = loading.depth_nm.back();
    }
    return loading;
}

enum Method { hertz, poly2, threshold, stiffness, file, method_count };
constexpr std::array<std::string_view, method_count> names = {
    word_of(ZeroRule::hertz), word_of(ZeroRule::poly2), word_of(ZeroRule::threshold),
    word_of(ZeroRule::stiffness), word_of(ZeroRule::file)};
using Estimates = std::array<ZeroEstimate, method_count>;

/// The file's own zero, unless it is far from contact. `deepest_nm`: largest depth of the test.
ZeroEstimate file_zero(const Estimates& found, double deepest_nm, std::vector<Flag>& flags) {
    const ZeroEstimate& near = found[poly2].h0_nm ? found[poly2] : found[threshold];
    if (!near.h0_nm) return {0, 0, "the zero of the file"};
    const double reach_nm = deepest_nm - *near.h0_nm;
    const double limit_nm = largest_offset * reach_nm;
    if (std::abs(*near.h0_nm) <= limit_nm) return {0, 0, "the zero of the file"};
    flags.push_back({"SND-C001", *near.h0_nm, limit_nm,
                     fmt::format("the zero of the file is {:.4g} nm from where the load begins",
                                 std::abs(*near.h0_nm))});
    return {
        std::nullopt, 0,
        fmt::format("file: its zero is {:.3g} nm from where the load begins, h_max is {:.3g} nm",
                    std::abs(*near.h0_nm), reach_nm)};
}

/// The load cannot rise before contact: h_0 is not above the first depth with load.
void refuse_above_load(Method law, Estimates& found, const Loading& loading) {
    constexpr double noise_multiple = 5;
    ZeroEstimate& estimate = found[law];
    if (!estimate.h0_nm || !found[threshold].h0_nm) return;
    const double above_nm = *estimate.h0_nm - *found[threshold].h0_nm;
    if (above_nm <= noise_multiple * loading.noise_depth_nm) return;
    estimate = {std::nullopt, 0,
                fmt::format("{}: its zero, {:.4g} nm, is {:.3g} nm above the first depth with "
                            "load",
                            names[law], *estimate.h0_nm, above_nm)};
}

std::vector<Method> order_of(ZeroRule rule, bool is_tip_known) {
    switch (rule) {
        case ZeroRule::hertz:
            return {hertz, file, poly2, threshold};
        case ZeroRule::poly2:
            return {poly2, file, threshold};
        case ZeroRule::threshold:
            return {threshold, file};
        case ZeroRule::stiffness:
            return {stiffness, file, poly2, threshold};
        case ZeroRule::file:
            return {};
        case ZeroRule::automatic:
            break;
    }
    if (is_tip_known) return {hertz, file, poly2, threshold};
    return {file, poly2, threshold};
}

/// Largest distance of another applicable method from the chosen one. The file's zero counts only
/// where it was chosen, a threshold not where it is no later than the chosen law makes it (read
/// from the straight line between two points of a bent curve it is earlier), Hertz's law not where
/// the chosen one refutes it.
double spread_nm(const Estimates& found, Method chosen, double noise_nm) {
    constexpr double noise_multiple = 5;
    const double chosen_nm = *found[chosen].h0_nm;
    double spread = 0;
    for (const Method method : {hertz, poly2, threshold, stiffness}) {
        if (!found[method].h0_nm) continue;
        const double distance_nm = *found[method].h0_nm - chosen_nm;
        const auto& late_nm = found[chosen].threshold_late_nm;
        const double slack_nm = noise_multiple * noise_nm;
        // One that is early has refuted the law already (refuse_above_load).
        const bool is_late_by_law =
            method == threshold && late_nm && distance_nm < *late_nm + slack_nm;
        const bool is_explained =
            is_late_by_law || (method == hertz && found[chosen].is_hertz_refuted);
        if (!is_explained) spread = std::max(spread, std::abs(distance_nm));
    }
    return spread;
}

std::string other_estimates(const Estimates& found, Method chosen) {
    std::string text;
    for (const Method method : {hertz, poly2, threshold, stiffness})
        if (method != chosen && found[method].h0_nm)
            text += fmt::format("; {} {:.4g} nm", names[method], *found[method].h0_nm);
    return text;
}

}  // namespace

void correct_zero(const Test& test, const Cycle& first, const std::vector<std::size_t>& air,
                  const CorrectionRecipe& recipe, TestCorrection& correction) {
    const Loading loading = loading_of(test.curve, first, correction);
    Estimates found = {hertz_zero(loading, recipe.tip_radius_nm), parabola_zero(loading),
                       threshold_zero(loading),
                       stiffness_zero(test.curve, correction.change, first, air)};
    refuse_above_load(hertz, found, loading);
    if (found[poly2].threshold_late_nm) refuse_above_load(poly2, found, loading);
    const double deepest_nm = largest_of(test.curve.depth_nm);
    found[file] = file_zero(found, deepest_nm, correction.flags);

    Method chosen = file;
    std::string passed_over;
    for (const Method method : order_of(recipe.zero, recipe.tip_radius_nm.has_value())) {
        chosen = method;
        if (found[method].h0_nm) break;
        passed_over += "; " + found[method].evidence;
    }
    if (!found[chosen].h0_nm) {
        chosen = file;
        found[file] = {0, 0, "the zero of the file stands"};
    }
    const double h0_nm = *found[chosen].h0_nm;
    correction.change.zero_nm = h0_nm;
    // A depth of the threshold is as uncertain as the load there makes it.
    const double noise_nm = loading.noise_depth_nm +
                            found[chosen].threshold_late_nm.value_or(0) / (2 * threshold_in_noise);
    const double half_width_over_sd = std::sqrt(3.0);  // rectangular (GUM, 4.3.7)
    correction.u_h0_nm =
        std::hypot(found[chosen].u_nm, spread_nm(found, chosen, noise_nm) / half_width_over_sd);
    for (const Method method : {hertz, poly2, threshold, stiffness})
        if (method != chosen && found[method].h0_nm)
            correction.other_zeros.push_back({names[method], *found[method].h0_nm});
    correction.steps.push_back(
        {"zero", h0_nm, correction.u_h0_nm, "nm", std::string(names[chosen]),
         found[chosen].evidence + other_estimates(found, chosen) + passed_over, h0_nm != 0, false});
}

}  // namespace sneddon
