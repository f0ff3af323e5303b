// Report and figures from the files of OUT, without analysing again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct ReportRequest {
    std::filesystem::path folder;            ///< OUT of a run
    std::string figures = "all";             ///< "all", "none" or ids with commas
    std::string date;                        ///< shown on the page; "" = none
    std::string figure_formats = "svg,csv";  ///< some of svg,csv,json,pdf,png
};

struct ReportFiles {
    std::vector<std::string> figures;  ///< ids that were drawn
    struct Missing {
        std::string id, reason;
    };
    std::vector<Missing> not_drawn;
    std::string hint;  ///< why PDF and PNG are missing; "" when they are not
};

/// Writes report.html and figures/NAME.svg, .csv (or the formats asked for) into `folder`; figures
/// of an earlier report go. Errors: SND-O003 cannot be written, SND-O004 no results, SND-U004 no
/// such figure, SND-U004 no such format.
Result<ReportFiles> write_report(const ReportRequest& request);

}  // namespace sneddon
