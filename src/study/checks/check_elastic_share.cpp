#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "study/checks/group_checks.hpp"
#include "study/checks/plastic_loading.hpp"

namespace sneddon {
namespace {

/// A round number of this project, from both the sharp and this tip: less is the tip between them.
constexpr double largest_residual = 0.3;

/// The W_total of a later cycle lacks what the cycles before have done.
bool are_reloaded(const GroupCheckInput& input) {
    return std::ranges::any_of(input.rows,
                               [&](std::size_t row) { return input.tests[row].cycle > 1; });
}

}  // namespace

GroupCheck check_elastic_share(const GroupCheckInput& input) {
    if (!input.options.area_function || are_reloaded(input)) return std::nullopt;
    const auto *H = statistic_of(input.group, "H_IT_GPa"_q),
               *E = statistic_of(input.group, "E_r_GPa"_q),
               *eta = statistic_of(input.group, "eta_IT"_q),
               *F = statistic_of(input.group, "F_max_uN"_q),
               *S = statistic_of(input.group, "S_uN_per_nm"_q);
    if (!H || !E || !eta || !F || !S) return std::nullopt;
    const double sharp = eta_of_sharp_tip(H->mean, E->mean);
    const double tip =
        plastic_loading_eta(*input.options.area_function, H->mean, E->mean, F->mean, S->mean);
    const double residual_sharp = eta->mean / sharp - 1, residual_tip = eta->mean / tip - 1;
    const double nearest = std::min(std::fabs(residual_sharp), std::fabs(residual_tip));
    Check check = judged("eta", input, nearest > largest_residual, "SND-G056");
    check.evidence = {{"eta_IT", eta->mean},
                      {"cheng_cheng", sharp},
                      {"residual_cheng_cheng", residual_sharp},
                      {"plastic_loading_of_the_tip", tip},
                      {"residual_plastic_loading", residual_tip},
                      {"H_over_E_r", H->mean / E->mean},
                      {"limit", largest_residual}};
    check.text = fmt::format(
        "eta_IT {:.3f} against {:.3f} of a sharp tip and {:.3f} of this tip for H_IT/E_r = {:.4f}",
        eta->mean, sharp, tip, H->mean / E->mean);
    return check;
}

}  // namespace sneddon
