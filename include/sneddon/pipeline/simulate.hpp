// A simulated study as a folder of instrument files, with its truth beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/simulate/plan.hpp"

namespace sneddon {

struct SimulateRequest {
    std::string preset = "zr50cu40al10";
    std::string output_folder;
    std::uint64_t seed = 1;
    std::optional<int> tests_per_load_function;
    CurveFormat format = CurveFormat::triboscan_txt;
    std::vector<std::pair<std::string, std::string>> settings;  ///< --set key=value
    std::vector<FaultRate> faults;
    unsigned threads = 0;             ///< 0 = all cores
    bool may_replace_output = false;  ///< -f
};

struct SimulateSummary {
    std::size_t tests = 0;
    std::size_t samples = 0;
    std::size_t load_functions = 0;  ///< of a sample
    std::size_t points = 0;
    std::uintmax_t bytes = 0;  ///< of the tests
};

/// Writes one file for each test, study.toml, truth.csv and, for a fitted area function, tip.ara
/// into the folder, or into a folder of each sample of the preset, whole or not at all. The same
/// bytes for any number of threads. Errors: those of simulation_plan and draw_study, SND-O0xx
/// output, SND-U130 stopped.
Result<SimulateSummary> simulate(const SimulateRequest& request, const Progress& progress);

/// "  simulated ..." as the console shows it.
std::string simulate_summary_text(const SimulateRequest& request, const SimulateSummary& summary);

}  // namespace sneddon
