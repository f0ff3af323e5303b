#include <fstream>
#include <string>

#include "pipeline/output_folder.hpp"
#include "sneddon/tools/calibrate.hpp"

namespace sneddon {

Result<bool> write_calibration_report(const CalibrationReport& report, const std::string& folder) {
    Result<OutputFolder> output = OutputFolder::open(folder, true);
    if (!output) {
        Error error = output.error();
        error.fix = "name another folder with --report, or move what is there";
        return error;
    }
    for (const ReportFile& file : report.report_files) {
        std::ofstream out = output->create(file.name);
        out << file.content;
        if (const auto closed = output->close({&out}); !closed) return closed.error();
    }
    return output->commit({});
}

}  // namespace sneddon
