// The files of OUT that hold results: tests.csv, results.json, recipe.toml, curves.json.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// One row per test or cycle; heads are quantity ids. UTF-8, RFC 4180 quoting, LF.
void write_tests_csv(std::ostream& out, const StudyResult& study);

/// Schema 1.
void write_results_json(std::ostream& out, const StudyResult& study);

/// "hold_curves_1.csv", ...: the files that the findings name.
std::vector<std::string> hold_curve_files(const StudyResult& study);

/// One of them: mean hold curves at full rate (docs/results.md).
void write_hold_curves_csv(std::ostream& out, const StudyResult& study, const std::string& file);

/// Every option in force with its meaning as a comment; reads back as a recipe.
void write_recipe_toml(std::ostream& out, const StudyResult& study);

/// One element of curves.json, without the enclosing list.
std::string curve_preview_json(const CurvePreview& preview);

}  // namespace sneddon
