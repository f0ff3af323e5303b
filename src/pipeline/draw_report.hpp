// The report of a study that is in memory already.
#pragma once

#include "results/written_study.hpp"
#include "sneddon/pipeline/run.hpp"

namespace sneddon {

/// write_report without its reading of OUT.
Result<ReportFiles> draw_report(const WrittenStudy& study, const ReportRequest& request);

}  // namespace sneddon
