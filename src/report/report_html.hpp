// The report: one HTML file that needs no network and no script.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "figure/study/figure_list.hpp"

namespace sneddon {

struct ReportOptions {
    std::string date;      ///< shown as it is; "" = none: the page never reads a clock
    unsigned threads = 1;  ///< sections side by side
};

/// Drawn from what OUT holds and its figures, and from nothing else.
void write_report_html(std::ostream& out, const WrittenStudy& study,
                       const std::vector<DrawnEntry>& figures, const ReportOptions& options);

}  // namespace sneddon
