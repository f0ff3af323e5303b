#include <fmt/core.h>

#include <cmath>

#include "base/said.hpp"
#include "model/units.hpp"
#include "study/checks/group_checks.hpp"

namespace sneddon {
namespace {

constexpr double least_change = 0.02;        // of H_IT that is looked at, and of the load allowed
constexpr double least_standard_errors = 3;  // of the change of H_IT: p of about 0.003
constexpr double least_share_of_work = 0.5;  // half way between "all of it" and "nothing"

/// Means of what the check compares.
struct HardnessAndWork {
    const GroupStatistic* H_GPa;
    const GroupStatistic* W_total_pJ;
    const GroupStatistic* F_uN;

    explicit HardnessAndWork(const Group& group)
        : H_GPa(statistic_of(group, "H_IT_GPa"_q)),
          W_total_pJ(statistic_of(group, "W_total_pJ"_q)),
          F_uN(statistic_of(group, "F_max_uN"_q)) {}
    bool is_complete() const { return H_GPa && W_total_pJ && F_uN; }
};

}  // namespace

GroupCheck check_works(const GroupCheckInput& input) {
    if (input.is_first() || !input.options.area_function) return std::nullopt;
    const HardnessAndWork first(input.first), group(input.group);
    const GroupStatistic* h_c = statistic_of(input.group, "h_c_nm"_q);
    if (!first.is_complete() || !group.is_complete() || !h_c) return std::nullopt;
    if (std::fabs(group.F_uN->mean / first.F_uN->mean - 1) > least_change) return std::nullopt;
    const double slope_per_nm = log_area_slope_per_nm(*input.options.area_function, h_c->mean);
    const double change = std::log(group.H_GPa->mean / first.H_GPa->mean);
    // The depth by which the area would change H_IT so, and the work of the load over that depth.
    const double depth_nm = -change / slope_per_nm;
    const double work_of_depth_pJ = pJ_per_uN_nm * group.F_uN->mean * depth_nm;
    const double work_pJ = group.W_total_pJ->mean - first.W_total_pJ->mean;
    const double u_H_GPa = std::hypot(first.H_GPa->u_random, group.H_GPa->u_random);
    const bool is_changed = std::fabs(change) > least_change &&
                            std::fabs(change) * first.H_GPa->mean > least_standard_errors * u_H_GPa;
    // Multiplied by the expected work, so that the sign of both counts.
    const bool does_work_follow =
        work_pJ * work_of_depth_pJ > least_share_of_work * work_of_depth_pJ * work_of_depth_pJ;
    Check check = judged("works", input, is_changed && !does_work_follow, "SND-G058");
    check.evidence = {{"relative_change_of_H_IT", std::expm1(change)},
                      {"depth_that_makes_it_nm", depth_nm},
                      {"its_work_pJ", work_of_depth_pJ},
                      {"change_of_W_total_pJ", work_pJ}};
    check.text = fmt::format(
        "against {}: H_IT {}, as {:+.2f} nm of depth would make it, which is {:+.2f} pJ; "
        "W_total differs by {:+.2f} pJ",
        input.first.name, said_percent(100 * std::expm1(change), 1, Sign::always), depth_nm,
        work_of_depth_pJ, work_pJ);
    return check;
}

}  // namespace sneddon
