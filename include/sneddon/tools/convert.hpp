// The tests of any files, written in another format.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"

namespace sneddon {

enum class ConvertTo { hdf5, micromechanics, csv, triboscan_txt };

struct ConvertRequest {
    std::vector<std::string> paths;
    std::map<std::string, std::string> units;  ///< --unit, as ReadOptions
    std::string output;                        ///< a file for all tests, or a folder
    ConvertTo to = ConvertTo::hdf5;
    unsigned threads = 0;             ///< 0 = all cores
    bool may_replace_output = false;  ///< -f
};

struct NotConverted {
    std::string path, reason;
    bool is_refused = false;  ///< else a companion, or a test without a curve
};

struct ConvertSummary {
    std::size_t files = 0, tests = 0, points = 0;
    std::size_t written_files = 0;
    std::uintmax_t bytes = 0;        ///< written
    std::size_t rounded_tests = 0;   ///< had more digits than the format has
    std::vector<NotConverted> left;  ///< every file and test that is not in the output, with why
};

/// HDF5 into a file takes all tests together; into a folder, one file for each input. CSV and text
/// are a file for each test. Output takes its place whole or not at all.
/// Errors: SND-O0xx output, SND-U033 nothing to read, SND-U060 a build without HDF5, SND-U061
/// output and format do not fit, SND-U130 stopped.
Result<ConvertSummary> convert(const ConvertRequest& request, const Progress& progress);

/// As the console shows it.
std::string convert_summary_text(const ConvertRequest& request, const ConvertSummary& summary);

}  // namespace sneddon
