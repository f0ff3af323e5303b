// The files of OUT that hold results: tests.csv, results.json, recipe.toml, hold curves.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct CreepCurve;

/// One row per test or cycle; heads are quantity ids. UTF-8, RFC 4180 quoting, LF.
void write_tests_csv(std::ostream& out, const StudyResult& study);

/// Schema 1.
void write_results_json(std::ostream& out, const StudyResult& study);

/// One row per test and cell of depth (docs/results.md); no head line without a profile.
void write_profiles_csv(std::ostream& out, const StudyResult& study);

/// "hold_curves_1.csv", ...: the files that the findings name.
std::vector<std::string> hold_curve_files(const StudyResult& study);

/// The name of a curve in the heads of its file: "all", or the label of its cluster.
std::string hold_curve_column(const CreepCurve& curve);

/// One of them: mean hold curves at full rate (docs/results.md).
void write_hold_curves_csv(std::ostream& out, const StudyResult& study, const std::string& file);

/// Every option in force with its meaning as a comment; reads back as a recipe.
void write_recipe_toml(std::ostream& out, const StudyResult& study);

}  // namespace sneddon
