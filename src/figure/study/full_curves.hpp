// Which tests are drawn one by one, and their curves as they were measured.
#pragma once

#include <string>
#include <vector>

#include "figure/plot/figure.hpp"
#include "results/written_study.hpp"

namespace sneddon {

/// The tests that figures of single curves draw, each once: some 20 at most.
std::vector<std::string> tests_drawn_singly(const WrittenStudy& study);

/// Of drawn_curves.json; nullptr where it has none of the test.
const DrawnCurve* drawn_curve_of(const WrittenStudy& study, const std::string& test_id);

/// The curve as it was measured, where it is known; else as it stands in curves.json.
const CurvePreview& as_measured(const WrittenStudy& study, const CurvePreview& curve);

/// Leaves out the points of a line that nobody could see: within 1/3600 of its ranges (0.05 mm of
/// 180 mm) of what is left. The table of a figure need not hold more than the figure shows.
void leave_out_unseen(Mark& line);

/// Load functions that have curves, the first four.
std::vector<std::string> groups_with_curves(const WrittenStudy& study);

/// The first curve of a load function; nullptr without one.
const CurvePreview* first_curve(const WrittenStudy& study, const std::string& load_function);

/// As many load functions are told apart by their looks.
inline constexpr std::size_t most_load_functions = 12;

}  // namespace sneddon
