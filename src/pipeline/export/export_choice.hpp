// What a run writes for other programs beside its own files.
#pragma once

#include <string>
#include <vector>

#include "results/export/chosen_csv.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon {

struct ExportChoice {
    bool has_package = false;  ///< datapackage.json, with whatever tables were asked for
    bool has_workbook = false, has_arrow = false;
    bool has_chosen_csv = false;
    CsvForm form;                      ///< of tests_chosen.csv
    std::vector<std::string> columns;  ///< of it and of the sheet `tests`; none = all
};

/// --tables, --columns, --digits and --decimal taken apart. Errors: SND-U004 a word, a column or a
/// number of digits that there is not, SND-U063 parquet.
Result<ExportChoice> export_choice(const TablesRequest& request);

}  // namespace sneddon
