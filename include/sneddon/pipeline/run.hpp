// A recipe and some paths -> the whole run. The only room that knows all rooms.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

/// What the user asked for, as text: the pipeline checks it.
struct RunRequest {
    std::vector<std::string> paths;
    std::filesystem::path output_folder = "out";
    std::string recipe_file;
    std::string profile;  ///< "" = the recipe file's, else "sneddon"
    std::vector<std::pair<std::string, std::string>> settings;  ///< --set key=value
    std::string area_function;  ///< file, coefficients, "ideal", "cap-cone:..."
    std::optional<double> poisson_ratio;
    std::map<std::string, std::string> units;  ///< --unit load=uN
    std::string group_by;                      ///< "" = load-function
    std::string figures = "all";               ///< "all", "none" or ids with commas
    std::string date;                          ///< shown in the report; "" = none
    unsigned threads = 0;                      ///< 0 = all cores
    bool may_replace_output = false;           ///< -f
};

/// Reads, analyses and writes OUT (whole or not at all). Errors are those of the request itself or
/// of OUT; bad files and bad tests are rows of the result.
/// SND-U0xx usage, SND-O0xx output, SND-U130 stopped.
Result<StudyResult> run(const RunRequest& request, const Progress& progress);

}  // namespace sneddon
