#include "sneddon/pipeline/simulate.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>

#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "pipeline/output_folder.hpp"
#include "simulate/export_text.hpp"
#include "simulate/fault.hpp"
#include "simulate/property_map.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/recipe/simulation_file.hpp"

namespace sneddon {
namespace {

/// What is left of a test when its file has been written.
struct WrittenTest {
    std::string truth_row;
    std::size_t points = 0;
    std::uintmax_t bytes = 0;
    bool is_whole = false;
};

bool write_file(const OutputFolder& output, const std::string& name, std::string_view text) {
    std::ofstream out = output.create(name);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    return !out.fail();
}

/// On any thread: each test is a file, so the order of writing does not matter.
WrittenTest write_test(const SimulatedStudy& study, std::size_t index, CurveFormat format,
                       const OutputFolder& output) {
    TestFile file = test_file(study, index, format);
    const bool is_whole = write_file(output, file.name, file.text);
    return {std::move(file.truth_row), file.samples, file.text.size(), is_whole};
}

/// A property map is one table: what belongs to curves has nothing to act on.
std::optional<Error> find_option_of_curves(const SimulateRequest& request) {
    const auto error = [&](const char* option, const char* cure) {
        return Error{"SND-U031", request.preset, option, "what a table of results has", cure};
    };
    if (request.tests_per_load_function)
        return error("--tests-per-load-function", "--set grid.nx=100 --set grid.ny=100");
    if (!request.faults.empty()) return error("--fault", "leave it out");
    return std::nullopt;
}

Result<SimulateSummary> simulate_map(const SimulationPlan& plan, const SimulateRequest& request,
                                     const Progress& progress) {
    if (auto error = find_option_of_curves(request)) return *error;
    const Result<PropertyMap> map = draw_property_map(plan, request.seed);
    if (!map) return map.error();
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();
    if (progress.begins) progress.begins(output->folder());
    const std::string table = property_map_csv(*map);
    const bool is_whole =
        write_file(*output, "study.toml", property_map_study(plan, request.seed)) &
        write_file(*output, "map.csv", table) &
        write_file(*output, "truth.csv", property_map_truth(*map));
    if (!is_whole)
        return Error{"SND-O003", request.output_folder, "a file could not be written whole",
                     "a folder that can be written", "choose another folder with -o"};
    if (!progress.is_to_finish())
        return Error{"SND-U130", "simulate", "stopped before the study took its place", "", ""};
    const Result<bool> committed = output->commit({});
    if (!committed) return committed.error();
    return SimulateSummary{map->rows.size(), 0, 0, table.size()};
}

}  // namespace

Result<SimulateSummary> simulate(const SimulateRequest& request, const Progress& progress) {
    Result<SimulationPlan> plan = simulation_plan(request.preset, request.settings);
    if (!plan) return plan.error();
    if (!plan->phases.empty()) return simulate_map(*plan, request, progress);
    plan->tests_per_load_function = request.tests_per_load_function;
    Result<SimulatedStudy> study = draw_study(*plan, request.seed);
    if (!study) return study.error();
    if (const auto error = add_faults(*study, request.faults)) return *error;
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();

    if (progress.begins) progress.begins(output->folder());

    const TipCalibration calibration = calibrate_tip(plan->tip);
    bool is_whole = write_file(*output, "study.toml", study_file_text(*study, calibration));
    if (calibration.area.kind == AreaFunction::Kind::polynomial)
        is_whole =
            write_file(*output, "tip.ara", tip_file_text(calibration, plan->tip)) && is_whole;
    std::ofstream truth = output->create("truth.csv");
    truth << truth_head();

    SimulateSummary summary{study->tests.size(), plan->load_functions.size(), 0, 0};
    ordered_parallel(
        summary.tests, threads_or_all(request.threads), progress.stop,
        [&](std::size_t i) { return write_test(*study, i, request.format, *output); },
        [&](std::size_t i, const WrittenTest& written) {
            truth << written.truth_row;
            summary.points += written.points;
            summary.bytes += written.bytes;
            is_whole = is_whole && written.is_whole;
            if (progress.report) progress.report(i + 1, summary.tests);
        });
    if (progress.stop.requested())
        return Error{"SND-U130", "simulate", "stopped before all tests were written", "", ""};
    if (!is_whole)
        return Error{"SND-O003", request.output_folder, "a file could not be written whole",
                     "a folder that can be written", "choose another folder with -o"};
    if (!progress.is_to_finish())
        return Error{"SND-U130", "simulate", "stopped before the study took its place", "", ""};
    const Result<bool> committed = output->commit({&truth});
    if (!committed) return committed.error();
    return summary;
}

std::string simulate_summary_text(const SimulateRequest& request, const SimulateSummary& summary) {
    if (summary.load_functions == 0)
        return fmt::format(
            "  simulated {} rows of a table, {:.3g} MB   SIMULATED, seed {}\n"
            "  wrote     {}: map.csv · study.toml · truth.csv (phase of each row)\n",
            count_text(summary.tests), static_cast<double>(summary.bytes) / 1e6, request.seed,
            request.output_folder);
    return fmt::format(
        "  simulated {} tests, {} load functions, {} samples, {:.3g} MB   SIMULATED, seed {}\n"
        "  wrote     {}: tests · study.toml · truth.csv (what is true of each test)\n",
        count_text(summary.tests), summary.load_functions, count_text(summary.points),
        static_cast<double>(summary.bytes) / 1e6, request.seed, request.output_folder);
}

}  // namespace sneddon
