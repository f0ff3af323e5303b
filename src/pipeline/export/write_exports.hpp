// The tables of a study for other programs.
#pragma once

#include "pipeline/export/export_choice.hpp"
#include "pipeline/output_folder.hpp"
#include "results/written_study.hpp"

namespace sneddon {

/// Writes tests_chosen.csv, tests.xlsx, tests.arrow and datapackage.json into OUT, those that were
/// chosen, when its other files are closed and before its report is drawn: the package describes
/// what is there. Errors: SND-O003 (a file could not be written whole, or a workbook of 4 GiB).
Result<bool> write_exports(const OutputFolder& output, const ExportChoice& choice,
                           const WrittenStudy& study);

}  // namespace sneddon
