#include "study/checks/cross_checks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "numeric/resampling/trend.hpp"
#include "numeric/sum/moments.hpp"
#include "numeric/sum/quantiles.hpp"
#include "sneddon/model/units.hpp"
#include "study/checks/plastic_loading.hpp"
#include "study/checks/spacing.hpp"

namespace sneddon {
namespace {

constexpr std::size_t fewest_tests = 10;
constexpr double largest_depth_effect = 0.1;
constexpr double least_load_ratio = 1.5;  // of the largest to the smallest load of a group
constexpr double largest_eta_residual = 0.3;
constexpr double cheng_cheng = 5.3;  // W_elast/W_total over H/E_r of a sharp tip
constexpr double least_p = 0.01;
constexpr double least_hardness_change = 0.02;
constexpr double largest_negative_share = 0.05;

using Rows = std::vector<const TestRow*>;

Rows rows_of(const StudyResult& study, const Group& group) {
    Rows rows;
    for (const TestRow& row : study.tests)
        if (row.status == Status::used && row.load_function == group.name) rows.push_back(&row);
    return rows;
}

/// Pairs of two quantities, of the rows that have both.
std::pair<std::vector<double>, std::vector<double>> pairs(const Rows& rows, QuantityIndex a,
                                                          QuantityIndex b) {
    std::pair<std::vector<double>, std::vector<double>> both;
    for (const TestRow* row : rows) {
        if (!std::isfinite(row->values[a]) || !std::isfinite(row->values[b])) continue;
        both.first.push_back(row->values[a]);
        both.second.push_back(row->values[b]);
    }
    return both;
}

double correlation(std::span<const double> x, std::span<const double> y) {
    const Moments of_x = moments(x), of_y = moments(y);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - of_x.mean) * (y[i] - of_y.mean);
    return sum / std::sqrt(of_x.squares * of_y.squares);
}

const GroupStatistic* statistic(const Group& group, QuantityIndex quantity) {
    const auto found = group.statistics.find(quantity.at);
    return found == group.statistics.end() ? nullptr : &found->second;
}

class Checks {
  public:
    Checks(StudyResult& study, const AnalysisRecipe& recipe) : study_(study), recipe_(recipe) {}

    void run() {
        for (const Group& group : study_.groups) {
            const Rows rows = rows_of(study_, group);
            stiffness(group, rows);
            stiffness_of_loads(group);
            elastic_share(group);
            works(group);
            spacing(group, rows);
            trend(group, rows);
            creep(group, rows);
        }
        area_uncertainty();
    }

  private:
    void add(CrossCheck check) {
        if (!check.doubt.empty())
            study_.warnings.push_back({check.doubt, check.group + ": " + check.text, {}});
        study_.cross_checks.push_back(std::move(check));
    }

    /// F/S^2 = pi H/(4 E_r^2) knows nothing of the tip: it must not depend on the depth. At one
    /// load the deeper tests are the softer ones, so that it does: only depths that the load made
    /// count.
    void stiffness(const Group& group, const Rows& rows) {
        const auto [depth, ratio] = pairs(rows, "h_c_nm"_q, "P_per_S2_per_GPa"_q);
        if (ratio.size() < fewest_tests) return;
        const double middle = median(depth);
        std::vector<double> shallow, deep;
        for (std::size_t i = 0; i < depth.size(); ++i)
            (depth[i] < middle ? shallow : deep).push_back(ratio[i]);
        const double effect = median(deep) / median(shallow) - 1;
        const Moments of = moments(ratio);
        const auto [load, unused] = pairs(rows, "F_max_uN"_q, "F_max_uN"_q);
        const auto [least, most] = std::ranges::minmax(load);
        const bool is_by_load = most > least_load_ratio * least;
        const bool is_doubtful = is_by_load && std::fabs(effect) > largest_depth_effect;
        add({"P/S2",
             group.name,
             {{"mean_per_GPa", of.mean},
              {"relative_sd", of.sd / of.mean},
              {"deep_over_shallow_less_1", effect},
              {"largest_over_smallest_load", most / least},
              {"limit", largest_depth_effect}},
             is_doubtful ? "SND-G055" : "",
             fmt::format("F/S^2 of the deeper half differs by {:+.1f} % from that of the shallower "
                         "half{}",
                         100 * effect,
                         is_by_load ? "" : "; at one load the deeper tests are the softer ones")});
    }

    /// Against the first group, where the load differs.
    void stiffness_of_loads(const Group& group) {
        const Group& first = study_.groups.front();
        if (&group == &first) return;
        const auto *F_a = statistic(first, "F_max_uN"_q), *F_b = statistic(group, "F_max_uN"_q),
                   *of_a = statistic(first, "P_per_S2_per_GPa"_q),
                   *of_b = statistic(group, "P_per_S2_per_GPa"_q);
        if (!F_a || !F_b || !of_a || !of_b) return;
        const double load_ratio = F_b->mean / F_a->mean, effect = of_b->mean / of_a->mean - 1;
        if (load_ratio < least_load_ratio && 1 / load_ratio < least_load_ratio) return;
        add({"P/S2 of loads",
             group.name,
             {{"load_ratio", load_ratio},
              {"relative_change", effect},
              {"limit", largest_depth_effect}},
             std::fabs(effect) > largest_depth_effect ? "SND-G055" : "",
             fmt::format("against {}: F/S^2 {:+.1f} % at {:.3g} times the load", first.name,
                         100 * effect, load_ratio)});
    }

    void elastic_share(const Group& group) {
        const auto *H = statistic(group, "H_IT_GPa"_q), *E = statistic(group, "E_r_GPa"_q),
                   *eta = statistic(group, "eta_IT"_q), *F = statistic(group, "F_max_uN"_q),
                   *S = statistic(group, "S_uN_per_nm"_q);
        if (H == nullptr || E == nullptr || eta == nullptr || S == nullptr || F == nullptr) return;
        const double sharp = cheng_cheng * H->mean / E->mean;
        const double tip =
            plastic_loading_eta(*recipe_.area_function, H->mean, E->mean, F->mean, S->mean);
        const double nearest =
            std::min(std::fabs(eta->mean / sharp - 1), std::fabs(eta->mean / tip - 1));
        add({"eta",
             group.name,
             {{"eta_IT", eta->mean},
              {"cheng_cheng", sharp},
              {"residual_cheng_cheng", eta->mean / sharp - 1},
              {"plastic_loading_of_the_tip", tip},
              {"residual_plastic_loading", eta->mean / tip - 1},
              {"H_over_E_r", H->mean / E->mean},
              {"limit", largest_eta_residual}},
             nearest > largest_eta_residual ? "SND-G056" : "",
             fmt::format("eta_IT {:.3f} against {:.3f} of a sharp tip and {:.3f} of this tip for "
                         "H_IT/E_r = {:.4f}",
                         eta->mean, sharp, tip, H->mean / E->mean)});
    }

    /// A zero or an area that differs between groups moves H_IT and leaves the works; creep moves
    /// both. Against the first group.
    void works(const Group& group) {
        const Group& first = study_.groups.front();
        if (&group == &first || !recipe_.area_function) return;
        const auto *H_a = statistic(first, "H_IT_GPa"_q), *H_b = statistic(group, "H_IT_GPa"_q),
                   *W_a = statistic(first, "W_total_pJ"_q), *W_b = statistic(group, "W_total_pJ"_q),
                   *h_c = statistic(group, "h_c_nm"_q), *F_a = statistic(first, "F_max_uN"_q),
                   *F_b = statistic(group, "F_max_uN"_q);
        if (!H_a || !H_b || !W_a || !W_b || !h_c || !F_a || !F_b) return;
        if (std::fabs(F_b->mean / F_a->mean - 1) > least_hardness_change) return;
        const double step = 1e-3 * h_c->mean;
        const double area_slope =
            std::log(projected_area_nm2(*recipe_.area_function, h_c->mean + step) /
                     projected_area_nm2(*recipe_.area_function, h_c->mean - step)) /
            (2 * step);
        const double change = std::log(H_b->mean / H_a->mean);
        const double depth_nm = -change / area_slope;
        const double work_of_depth_pJ = pJ_per_uN_nm * F_b->mean * depth_nm;
        const double work_pJ = W_b->mean - W_a->mean;
        const bool is_changed =
            std::fabs(change) > least_hardness_change &&
            std::fabs(change) * H_a->mean > 3 * std::hypot(H_a->u_random, H_b->u_random);
        const bool do_works_follow =
            work_pJ * work_of_depth_pJ > 0.5 * work_of_depth_pJ * work_of_depth_pJ;
        add({"works",
             group.name,
             {{"relative_change_of_H_IT", std::expm1(change)},
              {"depth_that_makes_it_nm", depth_nm},
              {"its_work_pJ", work_of_depth_pJ},
              {"change_of_W_total_pJ", work_pJ}},
             is_changed && !do_works_follow ? "SND-G058" : "",
             fmt::format(
                 "against {}: H_IT {:+.1f} %, as {:+.2f} nm of depth would make it, which is "
                 "{:+.2f} pJ; W_total differs by {:+.2f} pJ",
                 first.name, 100 * std::expm1(change), depth_nm, work_of_depth_pJ, work_pJ)});
    }

    void spacing(const Group& group, const Rows& rows) {
        const Spacing of = spacing_of(rows);
        if (!(of.nearest_um > 0)) return;
        const bool is_doubtful =
            of.nearest_um < of.five_diameters_um || of.nearest_um < of.ten_depths_um;
        add({"spacing",
             group.name,
             {{"nearest_um", of.nearest_um},
              {"five_diameters_um", of.five_diameters_um},
              {"ten_depths_um", of.ten_depths_um}},
             is_doubtful ? "SND-G053" : "",
             fmt::format(
                 "nearest neighbour {:.3g} µm; 5 diameters (ISO 14577-1) {:.3g} µm, 10 depths "
                 "(Phani and Oliver 2019) {:.3g} µm",
                 of.nearest_um, of.five_diameters_um, of.ten_depths_um)});
    }

    void trend(const Group& group, const Rows& rows) {
        const auto [H, unused] = pairs(rows, "H_IT_GPa"_q, "H_IT_GPa"_q);
        if (H.size() < fewest_tests) return;
        const MannKendall found = mann_kendall(H);
        add({"trend",
             group.name,
             {{"tau_b", found.tau_b}, {"p", found.p}, {"limit", least_p}},
             found.p < least_p ? "SND-G054" : "",
             fmt::format("H_IT in the order of the tests: tau_b {:+.2f}, p = {:.2g}", found.tau_b,
                         found.p)});
    }

    void creep(const Group& group, const Rows& rows) {
        const auto [H, creep] = pairs(rows, "H_IT_GPa"_q, "creep_nm"_q);
        if (creep.size() < fewest_tests) return;
        const auto negative = std::ranges::count_if(creep, [](double nm) { return nm < 0; });
        const double share = static_cast<double>(negative) / static_cast<double>(creep.size());
        add({"creep",
             group.name,
             {{"negative_share", share},
              {"correlation_with_H_IT", correlation(H, creep)},
              {"limit", largest_negative_share}},
             share > largest_negative_share ? "SND-G057" : "",
             fmt::format("{:.1f} % of the tests creep backwards; correlation of creep and H_IT "
                         "{:+.2f}",
                         100 * share, correlation(H, creep))});
    }

    void area_uncertainty() {
        if (!recipe_.area_function || recipe_.uncertainty.area_relative) return;
        study_.warnings.push_back(
            {"SND-G059",
             "no uncertainty of the area function is given: A_p, H_IT, E_r and E_IT have "
             "no common part",
             {}});
    }

    StudyResult& study_;
    const AnalysisRecipe& recipe_;
};

}  // namespace

void add_cross_checks(StudyResult& study, const AnalysisRecipe& recipe) {
    Checks(study, recipe).run();
}

}  // namespace sneddon
