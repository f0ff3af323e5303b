// A simulated study in memory, from its truth to its findings, without a file.
#pragma once

#include <fmt/core.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "simulate/export_text.hpp"
#include "simulate/simulated_study.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "study/findings.hpp"
#include "study/groups/groups.hpp"
#include "study/study_findings.hpp"

namespace sneddon::testing {

struct SimulatedFindings {
    StudyResult study;
    std::vector<int> classes;  ///< of the rows, true
};

struct AnalysedTest {
    TestRow row;
    std::optional<HoldCurve> hold;
};

inline AnalysedTest analysed(const SimulatedStudy& simulated, std::size_t index,
                             const AnalysisRecipe& recipe) {
    const SimulatedTest made = simulated_curve(simulated, index);
    const TestResult result = analyse(made.test, recipe);
    AnalysedTest test;
    test.row.test_id = test.row.file = fmt::format("t{:05}", index);
    test.row.values = result.cycles.front().values;
    test.row.position = StagePosition{made.truth.x_um, made.truth.y_um};
    const Curve curve = corrected_curve(made.test.curve, result.correction.change);
    test.hold =
        hold_curve({curve.time_s, curve.depth_nm, curve.load_uN, result.cycles.front().parts});
    if (test.hold) test.hold->test_id = test.row.test_id;
    return test;
}

/// The tests of a simulated study, analysed and grouped: what the study stage begins with.
struct SimulatedRows {
    StudyResult study;
    HoldCurves holds{std::size_t{1} << 30};
    std::vector<int> classes;
    AreaFunction area_function;
};

inline SimulatedRows simulated_rows(const std::string& preset, std::uint64_t seed,
                                    int tests_per_load_function, double points_per_s,
                                    unsigned threads) {
    SimulationPlan plan = simulation_plan(preset).value();
    plan.programme.points_per_s = points_per_s;
    if (tests_per_load_function > 0) plan.tests_per_load_function = tests_per_load_function;
    const SimulatedStudy simulated = draw_study(plan, seed).value();
    SimulatedRows rows;
    rows.area_function = calibrate_tip(plan.tip).area;
    AnalysisRecipe recipe;
    recipe.area_function = rows.area_function;
    recipe.correction.tip_radius_nm = plan.tip.radius_nm;  // as tip.ara states it
    rows.study.facts.grid =
        Grid{simulated.nx, simulated.ny, plan.grid.pitch_um, plan.grid.pitch_um, GridOrder::raster};
    ordered_parallel(
        simulated.tests.size(), threads, {},
        [&](std::size_t i) { return analysed(simulated, i, recipe); },
        [&](std::size_t i, AnalysedTest&& test) {
            if (test.hold) rows.holds.add(*std::move(test.hold));
            rows.study.tests.push_back(std::move(test.row));
            rows.classes.push_back(simulated.tests[i].creep_class);
        });
    arrange_study(rows.study, GroupBy::load_function);
    return rows;
}

inline SimulatedFindings simulated_findings(const std::string& preset, std::uint64_t seed,
                                            int tests_per_load_function, double points_per_s,
                                            StudyOptions options) {
    SimulatedRows rows =
        simulated_rows(preset, seed, tests_per_load_function, points_per_s, options.threads);
    options.area_function = rows.area_function;
    find_findings(rows.study, rows.holds, options);
    return {std::move(rows.study), std::move(rows.classes)};
}

/// Of the clustered tests with a hold of 60 s, the share whose label is the true class.
inline double agreement_at_60_s(const SimulatedFindings& found) {
    std::size_t right = 0, all = 0;
    for (std::size_t i = 0; i < found.classes.size(); ++i) {
        const TestRow& row = found.study.tests[i];
        if (!row.cluster || std::abs(row.values["hold_s"_q] - 60) > 1) continue;
        ++all;
        if (*row.cluster == found.classes[i]) ++right;
    }
    return static_cast<double>(right) / static_cast<double>(all);
}

inline Verdict verdict_of(const SimulatedFindings& found, const std::string& code) {
    for (const Check& check : findings_of(found.study).checks)
        if (check.code == code) return check.verdict;
    return Verdict::not_checked;
}

}  // namespace sneddon::testing
